/** What the second script of a page does for the first one: scripts of an extension share their global object in a document. */
import type { Patch } from '../../lib/own/patches.ts';

interface Helper {
  /** Shows a change that was stored, with a button that takes it back. */
  offerUndo(patch: Patch, inverse: Patch): void;
  /** Whether a button was visible and unobscured before it was pressed. */
  wasVisible(button: Element): boolean;
}

/** A symbol, because a page can name an element like any string, and would have it on the window. */
const KEY = Symbol.for('csg:helper');

/** The helper, once the second script has started. */
export function getHelper(): Helper | undefined {
  return Reflect.get(globalThis, KEY) as Helper | undefined;
}

export function setHelper(helper: Helper): void {
  Reflect.set(globalThis, KEY, helper);
}
