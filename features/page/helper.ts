/** What the second script does for the first. An extension's scripts in a document share their global object. */
import type { Patch } from '../../lib/own/patches.ts';

interface Helper {
  /** Shows a stored change with an undo button. */
  offerUndo(patch: Patch, inverse: Patch): void;
  /** Whether a button was visible and unobscured before it was pressed. */
  wasVisible(button: Element): boolean;
}

/** A symbol, because a string could clash with an element's id, which is a property of the window. */
const KEY = Symbol.for('csg:helper');

/** The helper, once the second script has started. */
export function getHelper(): Helper | undefined {
  return Reflect.get(globalThis, KEY) as Helper | undefined;
}

export function setHelper(helper: Helper): void {
  Reflect.set(globalThis, KEY, helper);
}
