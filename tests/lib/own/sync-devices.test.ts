import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../../lib/own/own.ts';
import { notePatch, type Patch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { type Acts, actsFromChange, LIMITS, reconcile } from '../../../lib/own/sync.ts';

type Values = Record<string, unknown>;

interface Device {
  local: Values;
  acts: Acts;
  /** What its browser has of the account. */
  account: Values;
  /** What takes the last change back. */
  inverse: Patch;
  /** Milliseconds by which its clock is wrong. */
  skew: number;
}

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00Z');
const device = (skew = 0): Device => ({ local: {}, acts: {}, account: {}, inverse: {}, skew });

function put(values: Values, patch: Patch): Values {
  return Object.fromEntries(Object.entries({ ...values, ...patch }).filter(([, value]) => value !== undefined));
}

/** The reader changes something, and the browser tells of it. */
function act(on: Device, patch: Patch, now: number): void {
  const before = on.local;
  on.inverse = Object.fromEntries(Object.keys(patch).map((key) => [key, on.local[key]]));
  on.local = put(on.local, patch);
  on.acts = { ...on.acts, ...actsFromChange(patch, before, now + on.skew, on.account) };
}

/**
 * One device exchanges. Nothing of it may be lost, but for what another device has changed or removed later.
 * @param refused whether the account takes nothing
 * @returns the account, and whether anything changed
 */
function exchange(on: Device, remote: Values, now: number, refused = false) {
  const before = on.local;
  const { toLocal, toRemote, skipped } = reconcile(before, remote, now + on.skew, on.acts);
  on.local = put(before, toLocal);
  for (const [key, value] of Object.entries(before)) {
    const kept = parseRecord(key, on.local[key]);
    if (kept) expect(kept.at).toBeGreaterThanOrEqual(parseRecord(key, value)?.at ?? 0);
    else expect((remote[key] as { gone: number }).gone).toBeGreaterThan(parseRecord(key, value)?.at ?? 0);
  }
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

/** All devices exchange in turn until nothing changes; the sixth round at the latest. */
function settle(devices: readonly Device[], start: Values, now: number) {
  let remote = start;
  for (let round = 0; round < 6; round++) {
    const results = devices.map((on) => {
      const result = exchange(on, remote, now);
      remote = result.remote;
      return result;
    });
    if (results.every(({ changed }) => !changed)) return { remote, skipped: results.flatMap((one) => one.skipped) };
  }
  throw new Error('the devices write in turns for ever');
}

const step = fc.record({
  on: fc.nat({ max: 2 }),
  // Few, so that the devices are at odds.
  id: fc.constantFrom('A', 'A', 'A', '__proto__'),
  what: fc.constantFrom('pick', 'unpick', 'watched', 'note', 'note', 'erase', 'undo', 'fetch', 'exchange', 'refused'),
  wait: fc.nat({ max: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Plays the steps, and returns what was done last to each key. */
function play(devices: readonly Device[], steps: readonly Step[]) {
  let remote: Values = {};
  let now = NOW;
  const last: Values = {};
  steps.forEach(({ on, id, what, wait }, i) => {
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
    // Taking away what is not there is nothing that a browser tells.
    else if (Object.entries(patch).some(([key, value]) => value !== undefined || one.local[key] !== undefined)) {
      act(one, patch, now);
      Object.assign(last, patch);
    }
  });
  return { remote, now, last };
}

describe('Devices that exchange in whatever order', () => {
  const steps = fc.array(step, { maxLength: 40 });
  const skews = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 0, 3, -3, DAY, -DAY)));

  test('end with the same, also with wrong clocks, and lose nothing on the way.', () => {
    fc.assert(
      fc.property(steps, skews, (some, wrong) => {
        const devices = wrong.map(device);
        const { remote, now } = play(devices, some);
        settle(devices, remote, now + 1);
        expect(devices[1]?.local).toEqual(devices[0]?.local);
        expect(devices[2]?.local).toEqual(devices[0]?.local);
      }),
      { numRuns: 500 },
    );
  });

  /** Plays the steps on three devices, and says what was done last to each key and what came of it, without times. */
  function outcome(steps: readonly Step[], skews: readonly number[] = [0, 0, 0]) {
    const devices = skews.map(device);
    const { remote, now, last } = play(devices, steps);
    settle(devices, remote, now + 1);
    return [put({}, last), devices[0]?.local ?? {}].map((values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { ...(value as object), at: 0 }])),
    );
  }

  test('end with what was done last, where the clocks are right.', () => {
    const done = steps.map((some) => some.filter(({ what }) => what !== 'undo').map((one) => ({ ...one, wait: 1 })));
    fc.assert(
      fc.property(done, (some) => {
        const [last, end] = outcome(some);
        expect(end).toEqual(last);
      }),
      { numRuns: 500 },
    );
  });

  test('end with what was done last, also with wrong clocks, where each knew what was done before.', () => {
    const told = fc.array(fc.record({ on: fc.nat({ max: 2 }), some: fc.array(step, { maxLength: 4 }) }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(told, skews, (turns, wrong) => {
        const exchanged = (on: number): Step => ({ on, id: 'A', what: 'exchange', wait: 0 });
        const done = turns.flatMap(({ on, some }) => [
          exchanged(on),
          ...some.map((one) => ({ ...one, on })),
          exchanged(on),
        ]);
        const [last, end] = outcome(done, wrong);
        expect(end).toEqual(last);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, string, number[]?]>([
    ['no note from before a removal that its device had not heard of', '1 note, 0 note, 0 erase'],
    ['nor from before the second removal', '0 note, 0 erase, 1 note, 0 exchange, 0 note, 0 erase'],
    ['a pick made again', '0 pick, 0 exchange, 1 exchange, 0 unpick, 0 exchange, 1 exchange, 1 pick', [DAY, 0, 0]],
    ['the last letter', '0 note, 0 exchange, 1 exchange, 1 note, 1 note', [DAY, 0, 0]],
  ])('end with what was done last: %s.', (_, script, wrong) => {
    const some = script.split(', ').map((line): Step => {
      const [on, what] = line.split(' ');
      return { on: Number(on), id: 'A', what: what as Step['what'], wait: 1 };
    });
    const [last, end] = outcome(some, wrong);
    expect(end).toEqual(last);
  });

  test('keep an undo against the tombstone that all have seen.', () => {
    const devices = [device(), device()] as const;
    act(devices[0], pickPatch({ id: 'A', title: 'Kelp' }, 'g', NOW, true), NOW);
    let { remote } = settle(devices, {}, NOW + 1);
    act(devices[0], pickPatch({ id: 'A', title: 'Kelp' }, 'g', NOW + 2, false), NOW + 2);
    remote = settle(devices, remote, NOW + 3).remote;
    expect(devices[1].local).toEqual({});
    act(devices[0], { 'pick:A': { id: 'A', guide: 'g', at: NOW, title: 'Kelp' } }, NOW + 4);
    settle(devices, remote, NOW + 5);
    expect(devices[1].local).toMatchObject({ 'pick:A': { id: 'A', at: NOW + 4 } });
  });

  test('never exceed the account’s room, nor write in turns; they differ in what they said that they keep.', () => {
    const length = fc.oneof(fc.nat({ max: 50 }), fc.integer({ min: 3000, max: 10_000 }));
    const some = fc.record({
      notes: fc.array(fc.record({ id: fc.nat({ max: 25 }), length }), { maxLength: 25 }),
      picks: fc.nat({ max: 350 }),
      watched: fc.nat({ max: 350 }),
      at: fc.nat({ max: 5 }),
    });
    const fill = (on: Device, { notes, picks, watched, at }: typeof some extends fc.Arbitrary<infer S> ? S : never) => {
      const of = (i: number) => ({ id: `S${i}`, title: 'Kelp' });
      const patches = [
        ...Array.from({ length: picks }, (_, i) => pickPatch(of(i), 'g', NOW + at, true)),
        ...Array.from({ length: watched }, (_, i) => watchedPatch(of(i), 'g', NOW + at, true)),
        ...notes.map((one) => notePatch(of(one.id), 'g', '<'.repeat(one.length), NOW + at)),
      ];
      act(on, Object.assign({}, ...patches), NOW + at);
    };
    fc.assert(
      fc.property(some, some, (first, second) => {
        const devices = [device(), device()] as const;
        fill(devices[0], first);
        fill(devices[1], second);
        const { skipped } = settle(devices, {}, NOW + 10);
        const kept = new Set(skipped.map(({ key }) => key));
        const shared = (on: Device) => Object.entries(on.local).filter(([key]) => !kept.has(key));
        expect(Object.fromEntries(shared(devices[1]))).toEqual(Object.fromEntries(shared(devices[0])));
      }),
      { numRuns: 10 },
    );
  });
});
