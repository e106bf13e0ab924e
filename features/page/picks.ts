/** The picks on a page, in step with the agenda and every other window. */
import type { LiveCopy } from '../../lib/own/live.ts';
import { ownKey, parseRecord } from '../../lib/own/own.ts';
import { pickPatch } from '../../lib/own/patches.ts';
import type { PagePicks } from './context.ts';
import { storeChange } from './own.ts';

/** The picks of a guide; empty until the storage has answered. Subscribers are called until the signal aborts. */
export function pagePicks(own: LiveCopy, guide: string, signal: AbortSignal): PagePicks {
  const has = (id: string) => {
    const key = ownKey('pick', id);
    return parseRecord(key, own.values()[key]) !== undefined;
  };
  return {
    has,
    toggle(id, title) {
      const patch = pickPatch({ id, title }, guide, Date.now(), !has(id));
      storeChange(own, patch, 'picks');
    },
    subscribe: (changed) => own.subscribe((key) => key.startsWith(ownKey('pick', '')), changed, signal),
  };
}
