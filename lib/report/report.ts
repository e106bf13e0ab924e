/** The one place that errors reach. */

/** What else becomes of what is reported. Never throws. */
let keep: (error: unknown, where: string) => unknown = () => {};

/** Has what is reported from now on kept as well, for a bug report. */
export function keepReports(keeper: typeof keep): void {
  keep = keeper;
}

/**
 * Logs the part that failed to the console; the rest goes on. Silent after the extension was updated or removed under an
 * open page: its calls must fail then.
 */
export function report(error: unknown, where: string): undefined {
  if (isGone(error)) return;
  console.error(`Cilium Session Guide (${where})`, error);
  keep(error, where);
}

/** Whether the extension is gone from this page: by Chrome's message, Firefox's, or our own for a missing answer. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error && /context invalidated|Receiving end does not exist|^no answer to /iu.test(error.message)
  );
}
