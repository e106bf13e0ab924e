/** Syncs a device with an account, and checks that a second sync changes nothing. */
import { expect } from 'vitest';
import { type Acts, reconcile } from '../../../lib/own/sync.ts';
import { KNOWN } from '../../../lib/own/sync-merge.ts';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-24T12:00Z');
export const pick = (at: number, id = 'A') => ({ id, guide: 'g', at, title: 'Kelp’s Journey' });
export const note = (at: number, text: string, id = 'A') => ({ ...pick(at, id), text });
export const NOTHING = { toLocal: {}, toRemote: {}, skipped: [] };
/** What to write on both sides, and what is skipped. */
export const written = (...sides: Parameters<typeof reconcile>) => {
  const { known: _, ...rest } = reconcile(...sides);
  return rest;
};

/** Leaves out the versions that an entry replaced, which sync-devices.test.ts covers. */
export function withoutVersions(remote: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(remote).map(([key, value]) => {
      if (typeof value !== 'object' || value === null) return [key, value];
      const { of: _, ...rest } = value as Record<string, unknown>;
      return [key, rest];
    }),
  );
}

/** Reconciles at noon, then again with the result, which must change nothing. */
export function exchange(local: Record<string, unknown>, remote: Record<string, unknown>, acts: Acts = {}) {
  const step = reconcile(local, remote, NOW, acts);
  const after = [local, remote].map((side, i) => {
    const merged = { ...side, ...(i === 0 ? { ...step.toLocal, [KNOWN]: step.known } : step.toRemote) };
    return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  }) as [Record<string, unknown>, Record<string, unknown>];
  expect(written(...after, NOW)).toEqual({ ...NOTHING, skipped: step.skipped });
  const { [KNOWN]: _, ...own } = after[0];
  return { ...step, toRemote: withoutVersions(step.toRemote), local: own, remote: withoutVersions(after[1]) };
}
