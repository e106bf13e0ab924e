/** A fake browser with storage and an account. Its clock moves only when a test advances it. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startSync } from '../../../features/background/sync.ts';
import { notePatch } from '../../../lib/own/patches.ts';
import { readSyncStatus } from '../../../lib/own/sync-status.ts';
import { setChoice } from '../../lib/own/stored.ts';

const { local, sync } = fakeBrowser.storage;
export const NOON = Date.parse('2026-11-24T12:00Z');
export const talk = { id: '28D1Y', title: 'Kelp’s Journey' };
export const pick = (at: number, id = talk.id) => ({ id, guide: 'g', at, title: talk.title });
export const note = (text: string, at = Date.now()) => notePatch(talk, 'g', text, at);

/** The picks, seen marks and notes on this device. */
export async function own(): Promise<Record<string, unknown>> {
  const stored = Object.entries(await local.get(null));
  return Object.fromEntries(stored.filter(([key]) => /^(?:pick|watched|note):/u.test(key)));
}

/** What the account stores, without the versions that each value replaced. */
export async function account(): Promise<Record<string, unknown>> {
  const stored = Object.entries(await sync.get(null));
  return Object.fromEntries(
    stored.map(([key, value]) => {
      if (typeof value !== 'object' || value === null) return [key, value];
      const { of: _, ...rest } = value as Record<string, unknown>;
      return [key, rest];
    }),
  );
}

/** How the last exchange went. */
export const status = async () => readSyncStatus(await local.get(null));

/** Runs everything that waits for no timer. */
export const flush = () => new Promise((resolve) => setImmediate(resolve));

/** Runs everything, timers included. */
export async function rest(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await flush();
    vi.advanceTimersByTime(3000);
  }
  await flush();
}

export async function switchOn(): Promise<void> {
  await setChoice('sync', true);
  await rest();
}

/** A browser that has just started. */
export function startBrowser(): void {
  vi.restoreAllMocks();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOON });
  startSync();
}

export async function endBrowser(): Promise<void> {
  await rest();
  vi.useRealTimers();
}
