import { expect, test } from 'vitest';
import { KNOWN, mergeEntries, readKnown } from '../../../lib/own/sync-merge.ts';
import { DAY, exchange, NOW, note, pick } from './exchange.ts';

test.each([
  ['two picks', pick(5), { ...pick(5), title: 'Algae' }],
  ['two notes', note(5, 'Ask'), { ...note(5, 'Ask'), title: 'Algae' }],
])('Of one moment, %s become the same on every device.', (_, one, other) => {
  const [first, second] = [one, other].map((record) => ({ at: record.at, record }));
  if (!first || !second) throw new Error('two copies');
  const merged = mergeEntries(first, second, false)?.record;
  expect(mergeEntries(second, first, false)?.record).toEqual(merged);
  expect([one, other]).toContainEqual(merged);
});

test('The later of two picks counts, whichever side has it.', () => {
  const [early, late] = [5, 6].map((at) => ({ at, record: pick(at) }));
  if (!early || !late) throw new Error('two copies');
  for (const acted of [true, false])
    expect([mergeEntries(early, late, acted)?.at, mergeEntries(late, early, acted)?.at]).toEqual([6, 6]);
});

test('Known versions of a wrong type, and of what is no session’s, are left out.', () => {
  const list = { 'pick:A': ['1'], 'pick:B': ['1', 2], 'pick:C': '1', theme: ['1'] };
  expect(readKnown({ [KNOWN]: list })).toEqual({ 'pick:A': ['1'] });
  for (const odd of [null, 7, undefined]) expect(readKnown({ [KNOWN]: odd })).toEqual({});
});

test('A tombstone that is too old makes room, in items and in bytes.', () => {
  const others = Object.fromEntries(Array.from({ length: 511 }, (_, i) => [`moon:${i}`, 'x'.repeat(170)]));
  const old = { ...others, 'pick:OLD1': { gone: NOW - 181 * DAY } };
  const step = exchange({ 'pick:A': pick(6) }, old);
  expect([step.toRemote, step.skipped]).toEqual([{ 'pick:A': { v: pick(6) }, 'pick:OLD1': undefined }, []]);
});
