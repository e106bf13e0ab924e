import { expect, test } from 'vitest';
import { reconcile } from '../../../lib/own/sync.ts';
import { KNOWN, mergeEntries, readKnown, splitVersions } from '../../../lib/own/sync-merge.ts';
import { exchange, NOW, note, pick } from './exchange.ts';

test.each([
  ['two picks', pick(5), { ...pick(5), title: 'Algae' }],
  ['two notes', note(5, 'Ask'), { ...note(5, 'Ask'), title: 'Algae' }],
])('For one moment, %s merge to the same record on every device', (_, one, other) => {
  const [first, second] = [one, other].map((record) => ({ at: record.at, record }));
  if (!first || !second) throw new Error('two copies');
  const merged = mergeEntries(first, second, false)?.record;
  expect(mergeEntries(second, first, false)?.record).toEqual(merged);
  expect([one, other]).toContainEqual(merged);
});

test('The later of two picks wins, whichever side has it', () => {
  const [early, late] = [5, 6].map((at) => ({ at, record: pick(at) }));
  if (!early || !late) throw new Error('two copies');
  for (const acted of [true, false])
    expect([mergeEntries(early, late, acted)?.at, mergeEntries(late, early, acted)?.at]).toEqual([6, 6]);
});

test('Known versions of a wrong type or of other keys are ignored', () => {
  const list = { 'pick:A': ['1'], 'pick:B': ['1', 2], 'pick:C': '1', theme: ['1'] };
  expect(readKnown({ 'sync:known': list })).toEqual({ 'pick:A': ['1'] });
  for (const odd of [null, 7, undefined]) expect(readKnown({ [KNOWN]: odd })).toEqual({});
});

test('A removal of the current record wins, even if the device only knew an earlier version', () => {
  const record = note(9, 'Ask');
  const ours = { at: 9, record, of: splitVersions({ at: 5 }) };
  expect(mergeEntries(ours, { at: 20, of: splitVersions({ at: 9, record }) }, true)?.record).toBeUndefined();
});

test('A note without text in the account adds nothing', () => {
  const local = { 'note:A': note(5, 'Ask') };
  expect(exchange(local, { 'note:A': { v: note(6, ' \n') } })).toMatchObject({ local, skipped: [] });
});

test('A record that was changed many times lists only its latest versions', () => {
  let values: Record<string, unknown> = {};
  let remote: Record<string, unknown> = {};
  for (let i = 0; i < 40; i++) {
    values['note:A'] = note(i, `Ask ${i}`);
    const { toRemote, known } = reconcile(values, remote, NOW, { 'note:A': i });
    values = { ...values, [KNOWN]: known };
    remote = { ...remote, ...toRemote };
  }
  const versions = (remote['note:A'] as { of: unknown[] }).of;
  expect([versions.length > 5, versions.length < 20]).toEqual([true, true]);
});
