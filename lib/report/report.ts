/** Every error is reported here. */

/** What else to do with a reported error. Never throws. */
let keep: (error: unknown, where: string) => unknown = () => {};

/** Also passes reported errors to a function from now on, to keep them for a bug report. */
export function keepReports(keeper: typeof keep): void {
  keep = keeper;
}

/**
 * Logs an error to the console, with the part that failed. Silent after the extension was updated or removed under an open
 * page, because its calls always fail then.
 */
export function report(error: unknown, where: string): undefined {
  if (isGone(error)) return;
  console.error(`Cilium Session Guide (${where})`, error);
  keep(error, where);
}

/** Whether the extension is gone from this page, by the message of Chrome, Firefox, or `ask` in lib/messages.ts. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error && /context invalidated|Receiving end does not exist|^no answer to /iu.test(error.message)
  );
}

/** What a function returns. Where it throws that is reported, so that what comes after it is done all the same. */
export function safely<T>(where: string, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    report(error, where);
    return undefined;
  }
}
