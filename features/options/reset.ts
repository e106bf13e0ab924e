/** Removes everything that the extension has stored, and brings it back. */
import type { Changes } from '../../lib/own/changes.ts';
import type { FollowedArea, LiveCopy } from '../../lib/own/live.ts';
import { type Patch, removalPatch } from '../../lib/own/patches.ts';
import { write } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { t } from '../../lib/text.ts';
import type { OptionsState } from './views/OptionsState.ts';

interface Everything {
  live: LiveCopy;
  account: FollowedArea;
  changes: Changes;
  update: (change: Partial<OptionsState>) => void;
  /** Shows what is stored now. */
  show: () => void;
}

/** Removes it, says so, and offers the undo for as long as the page is open. A refusal is said, and nothing is removed. */
export async function removeEverything({ live, account, changes, update, show }: Everything): Promise<void> {
  const [stored, inAccount, inPage] = [live.values(), account.values(), readPageStorage()];
  const patch = removalPatch(Object.keys(stored));
  if (!(await changes.apply(patch))) return;
  replacePageStorage({});
  const accountStays = !(await isWritten(removalPatch(Object.keys(inAccount))));
  show();
  const restore = async () => {
    await isWritten(inAccount);
    if (!(await changes.apply(stored, undefined, patch))) return;
    replacePageStorage(inPage);
    show();
    update({ removed: undefined });
    changes.say(t('options.data.back'));
  };
  const undo = () => void restore();
  update({ removed: { undo, accountStays } });
  changes.say(t('options.data.removed'), undo);
}

/** The account is only another copy: where it refuses, the removal goes on. */
async function isWritten(patch: Patch): Promise<boolean> {
  try {
    await write('sync', patch);
    return true;
  } catch (error) {
    report(error, 'options');
    return false;
  }
}

/** All of `localStorage`: the copy for the first paint. Empty where the browser refuses. */
export function readPageStorage(): Record<string, string> {
  try {
    return { ...localStorage };
  } catch {
    return {};
  }
}

/** A browser that refuses costs only a first paint: it is a copy, and the next change makes it anew. */
function replacePageStorage(texts: Readonly<Record<string, string>>): void {
  try {
    localStorage.clear();
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  } catch (error) {
    report(error, 'first paint');
  }
}
