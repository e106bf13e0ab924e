/** Syncs the reader's data with the browser's account, while sync is on. */
import { browser } from 'wxt/browser';
import { canonical, isOwnKey } from '../../lib/own/own.ts';
import type { Patch, Values } from '../../lib/own/patches.ts';
import { choiceKey, readChoices } from '../../lib/own/settings.ts';
import { change, read, watch, write } from '../../lib/own/storage.ts';
import { ACTS, actsFromChange, readActs, reconcile } from '../../lib/own/sync.ts';
import { KNOWN, type Known, readKnown } from '../../lib/own/sync-merge.ts';
import { SYNC_STATUS, type SyncStatus } from '../../lib/own/sync-status.ts';
import { report } from '../../lib/report/report.ts';

/**
 * Milliseconds between two syncs. Chrome allows 1,800 writes to the account an hour and 120 a minute, and a note is stored
 * with every letter typed. The browser ends this script after 30 seconds without an event.
 */
const PAUSE = 3000;

/** Runs one task after another: each reads what the last stored. */
let last: Promise<void> = Promise.resolve();
let isPaused = false;
/** Whether another sync is due after the pause. */
let isDue = false;
/** Values that came from the account. Their change event is still to come, and it is not an act of the reader. */
const taken = new Map<string, unknown>();

/** Listens. Call it synchronously while the service worker starts: the browser wakes it for these events. */
export function startSync(): void {
  watch('sync', syncSoon);
  watch('local', (after, before) => {
    const own = Object.entries(after).filter(([key, value]) => isOwnKey(key) && !isTaken(key, value));
    const now = Date.now();
    if (own.length > 0) queue(() => storeActs(Object.fromEntries(own), before, now));
    if (own.length > 0 || after[choiceKey('sync')] === true) syncSoon();
  });
  browser.runtime.onStartup.addListener(syncSoon);
}

function isTaken(key: string, value: unknown): boolean {
  const is = taken.has(key) && canonical(taken.get(key)) === canonical(value);
  taken.delete(key);
  return is;
}

function queue(work: () => Promise<void>): void {
  last = last.then(work).catch((error: unknown) => report(error, 'sync'));
}

/** Syncs at once, or at the end of the pause. */
function syncSoon(): void {
  isDue = isPaused;
  if (isPaused) return;
  isPaused = true;
  queue(syncNow);
  setTimeout(() => {
    isPaused = false;
    if (isDue) syncSoon();
  }, PAUSE);
}

/** Stores the reader's acts, because the browser may end this script before they reach the account. */
async function storeActs(after: Patch, before: Values, now: number): Promise<void> {
  const local = await read('local');
  if (!readChoices(local).sync) return;
  // If the account can't be read, the next sync reports that. The acts still count.
  const acts = actsFromChange(after, before, now, await read('sync').catch(() => ({})));
  if (Object.keys(acts).length > 0) await write('local', { [ACTS]: { ...readActs(local), ...acts } });
}

/** Syncs both sides. An error goes into the status, and the next sync tries again. */
async function syncNow(): Promise<void> {
  const local = await read('local');
  if (!readChoices(local).sync) return;
  const now = Date.now();
  try {
    const { toLocal, toRemote, known, skipped } = reconcile(local, await read('sync'), now, readActs(local));
    await takeOver(toLocal, known, local);
    await write('sync', toRemote);
    await saveStatus(
      {
        at: now,
        ok: true,
        ...(skipped.length > 0 && { skipped: skipped.length }),
        ...(skipped.some(({ why }) => why === 'full' || why === 'too-many') && { full: true }),
      },
      { [ACTS]: undefined },
    );
  } catch (error) {
    report(error, 'sync');
    await saveStatus({ at: now, ok: false, problem: /quota/iu.test(String(error)) ? 'quota' : 'refused' });
  }
}

/** Applies the account's changes here. Skips what a window has stored since: its own change event comes next. */
async function takeOver(toLocal: Patch, known: Known, local: Values): Promise<void> {
  for (const [key, value] of Object.entries(toLocal)) taken.set(key, value);
  let written: Patch = {};
  try {
    written = await change(toLocal, local);
  } finally {
    for (const key of Object.keys(toLocal)) if (!(key in written)) taken.delete(key);
  }
  const before = readKnown(local);
  const isTakenOver = (key: string) => !(key in toLocal) || key in written;
  const kept = Object.entries(known).map(([key, list]) => [key, isTakenOver(key) ? list : (before[key] ?? [])]);
  const after = Object.fromEntries(kept);
  if (canonical(after) !== canonical(before)) await write('local', { [KNOWN]: after });
}

async function saveStatus(status: SyncStatus, more: Patch = {}): Promise<void> {
  await write('local', { [SYNC_STATUS]: status, ...more });
}
