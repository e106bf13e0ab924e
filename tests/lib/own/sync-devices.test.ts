import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notePatch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { runs } from '../../runs.ts';
import {
  act,
  DAY,
  type Device,
  device,
  exchange,
  NOW,
  noteText,
  play,
  put,
  type Step,
  settle,
  step,
  words,
} from './devices.ts';

describe('devices that sync in any order', () => {
  const steps = fc.array(step, { maxLength: 40 });
  const skews = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 0, 3, -3, DAY, -DAY)));

  test('end with the same records, even with wrong clocks', () => {
    fc.assert(
      fc.property(steps, skews, (some, wrong) => {
        const devices = wrong.map(device);
        const { remote, now } = play(devices, some);
        settle(devices, remote, now + 1);
        expect(devices[1]?.local).toEqual(devices[0]?.local);
        expect(devices[2]?.local).toEqual(devices[0]?.local);
      }),
      { numRuns: runs(100) },
    );
  });

  /** Plays the steps on three devices. Returns the last change of each key and the final records, without times. */
  function outcome(steps: readonly Step[], skews: readonly number[] = [0, 0, 0]) {
    const devices = skews.map(device);
    const { remote, now, last } = play(devices, steps);
    settle(devices, remote, now + 1);
    return [put({}, last), devices[0]?.local ?? {}].map((values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { ...(value as object), at: 0 }])),
    );
  }

  test('end with the last change, even with wrong clocks, if each device knew the changes before it', () => {
    const turnsOf = fc.array(fc.record({ on: fc.nat({ max: 2 }), some: fc.array(step, { maxLength: 4 }) }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(turnsOf, skews, (turns, wrong) => {
        const exchanged = (on: number): Step => ({ on, id: 'A', what: 'exchange', wait: 0 });
        const done = turns.flatMap(({ on, some }) => [
          exchanged(on),
          ...some.map((one) => ({ ...one, on })),
          exchanged(on),
        ]);
        const [last, end] = outcome(done, wrong);
        expect(end).toEqual(last);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each<[string, string, number[]?]>([
    [
      'a pick that was made again',
      '0 pick, 0 exchange, 1 exchange, 0 unpick, 0 exchange, 1 exchange, 1 pick',
      [DAY, 0, 0],
    ],
    [
      'the text that an undo restored',
      '0 note, 0 exchange, 1 exchange, 1 note, 1 exchange, 0 exchange, 1 undo, 1 exchange, 0 exchange',
    ],
    ['the last letter', '0 note, 0 exchange, 1 exchange, 1 note, 1 note', [DAY, 0, 0]],
  ])('end with the last change: %s', (_, script, wrong) => {
    const some = script.split(', ').map((line): Step => {
      const [on, what] = line.split(' ');
      return { on: Number(on), id: 'A', what: what as Step['what'], wait: 1 };
    });
    const [last, end] = outcome(some, wrong);
    expect(end).toEqual(last);
  });

  test('never lose the text of a note that nobody removed, whatever their clocks say', () => {
    const clocks = fc.tuple(...[0, 1].map(() => fc.constantFrom(0, 3, -3, 4e12 - NOW, 1000 - NOW)));
    fc.assert(
      fc.property(steps, clocks, (some, wrong) => {
        const devices = wrong.map(device);
        const texts = devices.map(noteText);
        const [written, removed] = [new Set<string>(), new Set<string>()];
        const { remote, now } = play(
          devices,
          some.map((one) => ({ ...one, on: one.on % 2 })),
          ({ on, what }) => {
            const [before = '', after] = [texts[on], noteText(devices[on] as Device)];
            const isAct = !['fetch', 'exchange', 'refused'].includes(what);
            for (const [word] of after.matchAll(/note \d+/gu)) written.add(word);
            if (isAct)
              for (const [word] of before.matchAll(/note \d+/gu)) if (!words(after).has(word)) removed.add(word);
            texts[on] = after;
          },
        );
        settle(devices, remote, now + 1);
        for (const word of written)
          if (!removed.has(word)) for (const one of devices) expect(words(noteText(one))).toContain(word);
      }),
      { numRuns: runs(100) },
    );
  });

  test('never lose a pick that only devices unaware of it removed, whatever their clocks say', () => {
    const clocks = fc.tuple(...[0, 1].map(() => fc.constantFrom(0, 3, -3, 4e12 - NOW, 1000 - NOW)));
    const script = fc.array(
      step.map((one) => ({ ...one, on: 0 })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(script, clocks, (some, wrong) => {
        // The other device picks independently, and syncs for the first time after that.
        const devices = wrong.map(device);
        const { remote, now } = play(
          devices,
          some.map((one) => ({ ...one, id: 'A', wait: 1 })),
        );
        const mine = devices[1] as Device;
        act(mine, pickPatch({ id: 'A', title: 'Kelp' }, 'g', now + 7 + mine.skew, true), now + 7);
        // As if sync had been off until now.
        mine.acts = {};
        settle(devices, remote, now + 8);
        for (const { local } of devices) expect(local).toHaveProperty(['pick:A']);
      }),
      { numRuns: runs(100) },
    );
  });

  test('keep both notes that were written offline if the account took only one of them', () => {
    const devices = [device(), device()] as const;
    const write = (on: Device, text: string) => {
      act(on, notePatch({ id: 'A', title: 'Kelp' }, 'g', text, NOW), NOW);
      return exchange(on, {}, NOW).remote;
    };
    write(devices[0], 'first');
    settle(devices, write(devices[1], 'second'), NOW + 1);
    for (const one of devices) expect(noteText(one)).toMatch(/first\n\n---\n\nsecond|second\n\n---\n\nfirst/u);
  });

  test('keep an undo even if all have seen the tombstone', () => {
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

  test('settle within the account’s quota and differ only in the records reported as skipped', () => {
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
      { numRuns: runs(5) },
    );
  });
});
