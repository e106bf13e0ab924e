/** The one place that errors reach. */

/**
 * Names the part that failed, for whoever reads the console; the rest goes on. Quiet once the extension was updated or
 * removed under an open page: its calls fail then, and nobody can do anything about it.
 */
export function report(error: unknown, where: string): undefined {
  if (!isGone(error)) console.error(`Cilium Session Guide (${where})`, error);
}

/** Chrome's and Firefox's words for a call from a page whose extension is no longer there. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /context invalidated|Receiving end does not exist/iu.test(error.message);
}
