/** Reads and changes the storage from a test, as another window would. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pickPatch } from '../../../lib/own/patches.ts';
import { type Choices, choiceKey, type Switch, switchPatch } from '../../../lib/own/settings.ts';
import { change, write } from '../../../lib/own/storage.ts';
import { type SeenFacts, seenKey } from '../../../lib/seen/seen.ts';

/** Everything in the local storage area. */
export const stored = () => fakeBrowser.storage.local.get(null) as Promise<Record<string, unknown>>;

/** Makes or removes a pick. */
export async function setPicked(id: string, guide: string, on: boolean, title = ''): Promise<void> {
  await change(pickPatch({ id, title }, guide, Date.now(), on));
}

/** Turns a switch. */
export async function setSwitch(which: Switch, on: boolean): Promise<void> {
  await change(switchPatch(which, on));
}

/** Stores a choice, or removes it. */
export async function setChoice<K extends keyof Choices>(name: K, value: Choices[K] | undefined): Promise<void> {
  await change({ [choiceKey(name)]: value });
}

/** Stores facts that were seen on pages. */
export async function saveSeen(seen: ReadonlyMap<string, SeenFacts>): Promise<void> {
  await write('local', Object.fromEntries([...seen].map(([id, facts]) => [seenKey(id), facts])));
}
