/** Turns sync on. Undo also reverts what the first sync brings. */
import type { Changes } from '../../lib/own/changes.ts';
import type { LiveCopy } from '../../lib/own/live.ts';
import { canonical, isOwnKey, parseRecord } from '../../lib/own/own.ts';
import type { Patch, Values } from '../../lib/own/patches.ts';
import { choicePatch } from '../../lib/own/settings.ts';
import { ACTS } from '../../lib/own/sync.ts';
import { KNOWN } from '../../lib/own/sync-merge.ts';
import { t } from '../../lib/text.ts';

/** @param text says what was done, beside the undo */
export async function switchSyncOn(live: LiveCopy, changes: Changes, text: string): Promise<void> {
  const [before, now] = [live.values(), Date.now()];
  if (!(await changes.apply(choicePatch('sync', true)))) return;
  const undo = async () => {
    const current = live.values();
    if (await changes.apply(undoPatch(before, current, now), undefined, current)) changes.say(t('done.undone'));
  };
  changes.say(text, () => void undo());
}

/** Restores what was here `before`, except what the reader changed since, in milliseconds since the epoch. */
function undoPatch(before: Values, current: Values, since: number): Patch {
  const changed = Object.keys({ ...before, ...current }).filter((key) => {
    const isNew = (parseRecord(key, current[key])?.at ?? 0) >= since;
    return isOwnKey(key) && !isNew && canonical(before[key]) !== canonical(current[key]);
  });
  const own = Object.fromEntries(changed.map((key) => [key, before[key]]));
  return { ...own, ...choicePatch('sync', false), [KNOWN]: undefined, [ACTS]: undefined };
}
