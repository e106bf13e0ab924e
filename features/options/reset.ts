/** Removes everything that the extension has stored, with undo. */
import type { Changes } from '../../lib/own/changes.ts';
import type { FollowedArea, LiveCopy } from '../../lib/own/live.ts';
import { type Patch, removalPatch } from '../../lib/own/patches.ts';
import { write } from '../../lib/own/storage.ts';
import { report, safely } from '../../lib/report/report.ts';
import { t } from '../../lib/text.ts';
import type { OptionsState } from './views/OptionsState.ts';

interface Everything {
  live: LiveCopy;
  account: FollowedArea;
  changes: Changes;
  update: (change: Partial<OptionsState>) => void;
  /** Shows the stored data. */
  show: () => void;
}

/** Removes everything, and offers undo until the page is closed. If the browser refuses, removes nothing and says so. */
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

/** Writes to the account. The account is only a copy, so an error does not stop the removal. */
async function isWritten(patch: Patch): Promise<boolean> {
  try {
    await write('sync', patch);
    return true;
  } catch (error) {
    report(error, 'options');
    return false;
  }
}

/** All of `localStorage`, which holds the copy for the first paint. Empty if the browser refuses. */
export function readPageStorage(): Record<string, string> {
  try {
    return { ...localStorage };
  } catch {
    return {};
  }
}

/** Replaces `localStorage`. If the browser refuses, only the next first paint is affected. */
function replacePageStorage(texts: Readonly<Record<string, string>>): void {
  safely('first paint', () => {
    localStorage.clear();
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  });
}
