/** One exchange of a device with an account, and another that must change nothing. */
import { expect } from 'vitest';
import { type Acts, reconcile } from '../../../lib/own/sync.ts';
import { KNOWN } from '../../../lib/own/sync-merge.ts';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-24T12:00Z');
export const pick = (at: number, id = 'A') => ({ id, guide: 'g', at, title: 'Kelp’s Journey' });
export const note = (at: number, text: string, id = 'A') => ({ ...pick(at, id), text });
export const NOTHING = { toLocal: {}, toRemote: {}, skipped: [] };
/** What is to be written on both sides, and what is skipped. */
export const written = (...sides: Parameters<typeof reconcile>) => {
  const { known: _, ...rest } = reconcile(...sides);
  return rest;
};

/** Without the versions that an entry replaced: tests of devices are about those. */
export function withoutVersions(remote: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(remote).map(([key, value]) => {
      if (typeof value !== 'object' || value === null) return [key, value];
      const { of: _, ...rest } = value as Record<string, unknown>;
      return [key, rest];
    }),
  );
}

/** Reconciles at noon, and once more with what came of it, which must change nothing. */
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
