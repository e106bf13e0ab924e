/** Simulates several devices of one reader that sync with one account. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { notePatch, type Patch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { type Acts, actsFromChange, LIMITS, reconcile } from '../../../lib/own/sync.ts';
import { KNOWN, type Known } from '../../../lib/own/sync-merge.ts';

type Values = Record<string, unknown>;

export interface Device {
  local: Values;
  acts: Acts;
  known: Known;
  /** The browser's copy of the account. */
  account: Values;
  /** Undoes the last change. */
  inverse: Patch;
  /** Milliseconds by which its clock is wrong. */
  skew: number;
}

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-24T12:00Z');
export const device = (skew = 0): Device => ({ local: {}, acts: {}, known: {}, account: {}, inverse: {}, skew });

export function put(values: Values, patch: Patch): Values {
  return Object.fromEntries(Object.entries({ ...values, ...patch }).filter(([, value]) => value !== undefined));
}

/** The reader changes something, and the browser reports it. */
export function act(on: Device, patch: Patch, now: number): void {
  const before = on.local;
  on.inverse = Object.fromEntries(Object.keys(patch).map((key) => [key, on.local[key]]));
  on.local = put(on.local, patch);
  on.acts = { ...on.acts, ...actsFromChange(patch, before, now + on.skew, on.account) };
}

/**
 * Syncs one device.
 * @param refused whether the account rejects the write
 * @returns the account, and whether anything changed
 */
export function exchange(on: Device, remote: Values, now: number, refused = false) {
  const stored = { ...on.local, [KNOWN]: on.known };
  const { toLocal, toRemote, known, skipped } = reconcile(stored, remote, now + on.skew, on.acts);
  on.local = put(on.local, toLocal);
  on.known = known;
  on.account = remote;
  if (refused) return { remote, changed: true, skipped };
  on.acts = {};
  const after = put(remote, toRemote);
  on.account = after;
  const sizes = Object.entries(after).map(([key, value]) => Buffer.byteLength(key + JSON.stringify(value)));
  expect(sizes.length).toBeLessThanOrEqual(LIMITS.items);
  expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(LIMITS.itemBytes);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMITS.bytes);
  return { remote: after, changed: Object.keys({ ...toLocal, ...toRemote }).length > 0, skipped };
}

/** Syncs all devices in turn until nothing changes, in at most six rounds. */
export function settle(devices: readonly Device[], start: Values, now: number) {
  let remote = start;
  for (let round = 0; round < 6; round++) {
    const results = devices.map((on) => {
      const result = exchange(on, remote, now);
      remote = result.remote;
      return result;
    });
    if (results.every(({ changed }) => !changed)) return { remote, skipped: results.flatMap((one) => one.skipped) };
  }
  throw new Error('the devices never settle');
}

export const step = fc.record({
  on: fc.nat({ max: 2 }),
  // Few ids, so that the devices conflict.
  id: fc.constantFrom('A', 'A', 'A', '__proto__'),
  what: fc.constantFrom('pick', 'unpick', 'watched', 'note', 'note', 'erase', 'undo', 'fetch', 'exchange', 'refused'),
  wait: fc.nat({ max: 2 }),
});
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The text of a device's note on session A. */
export function noteText({ local }: Device): string {
  return (local['note:A'] as { text?: string } | undefined)?.text ?? '';
}

export function words(text: string): Set<string> {
  return new Set([...text.matchAll(/note \d+/gu)].map(([word]) => word));
}

/** Plays the steps, and returns the account, the time, and the last change of each key. */
export function play(devices: readonly Device[], steps: readonly Step[], played: (step: Step) => void = () => {}) {
  let remote: Values = {};
  let now = NOW;
  const last: Values = {};
  steps.forEach((step, i) => {
    const { on, id, what, wait } = step;
    now += wait;
    const one = devices[on] as Device;
    const session = { id, title: 'Kelp' };
    const at = now + one.skew;
    const patches: Record<string, () => Patch> = {
      pick: () => pickPatch(session, 'g', at, true),
      unpick: () => pickPatch(session, 'g', at, false),
      watched: () => watchedPatch(session, 'g', at, true),
      note: () => notePatch(session, 'g', `note ${i}`, at),
      erase: () => notePatch(session, 'g', '', at),
      undo: () => one.inverse,
    };
    const patch = patches[what]?.();
    if (what === 'fetch') one.account = remote;
    else if (!patch) remote = exchange(one, remote, now, what === 'refused').remote;
    // A browser reports no removal of a missing key.
    else if (Object.entries(patch).some(([key, value]) => value !== undefined || one.local[key] !== undefined)) {
      act(one, patch, now);
      Object.assign(last, patch);
    }
    played(step);
  });
  return { remote, now, last };
}
