import { describe, expect, test } from 'vitest';
import { actsFromChange, readActs, reconcile } from '../../../lib/own/sync.ts';
import { KNOWN } from '../../../lib/own/sync-merge.ts';
import { DAY, exchange, NOTHING, NOW, note, pick, withoutVersions, written } from './exchange.ts';

describe('a sync', () => {
  test.each<[string, unknown, unknown, object, object]>([
    ['no record', undefined, undefined, {}, {}],
    ['a record only on this device', pick(5), undefined, {}, { 'pick:A': { v: pick(5) } }],
    ['a record only in the account', undefined, { v: pick(5) }, { 'pick:A': pick(5) }, {}],
    ['the same record on both sides', pick(5), { v: pick(5) }, {}, {}],
    [
      'the same record with its keys in another order',
      { title: 'x', at: 5, guide: 'g', id: 'A' },
      { v: { ...pick(5), title: 'x' } },
      {},
      {},
    ],
    ['a newer record on this device', pick(6), { v: pick(5) }, {}, { 'pick:A': { v: pick(6) } }],
    ['a newer record in the account', pick(5), { v: pick(6) }, { 'pick:A': pick(6) }, { 'pick:A': { v: pick(6) } }],
    ['an older tombstone', pick(NOW), { gone: NOW - 1 }, {}, { 'pick:A': { v: pick(NOW) } }],
    ['a tombstone of the same moment', pick(NOW), { gone: NOW }, {}, { 'pick:A': { v: pick(NOW) } }],
    ['a newer tombstone of another version', pick(NOW - 1), { gone: NOW }, {}, { 'pick:A': { v: pick(NOW - 1) } }],
    ['only a tombstone', undefined, { gone: NOW }, {}, {}],
    ['a tombstone of 180 days', undefined, { gone: NOW - 180 * DAY }, {}, {}],
    ['a tombstone older than 180 days', undefined, { gone: NOW - 180 * DAY - 1 }, {}, { 'pick:A': undefined }],
    ['a tombstone from the future', undefined, { gone: NOW + 1000 * DAY }, {}, {}],
  ])('writes what is needed for %s', (_, mine, theirs, toLocal, toRemote) => {
    const local = { theme: 'dark', ...(mine !== undefined && { 'pick:A': mine }) };
    const step = exchange(local, theirs === undefined ? {} : { 'pick:A': theirs });
    expect([step.toLocal, step.toRemote]).toStrictEqual([toLocal, toRemote]);
    expect([Object.keys(step.toLocal), Object.keys(step.toRemote)]).toStrictEqual([toLocal, toRemote].map(Object.keys));
  });

  test('merges two notes into one, whatever their times', () => {
    const text = 'here\n\n---\n\nthere';
    const first = exchange({ 'note:A': note(NOW, 'here') }, { 'note:A': { v: note(5, 'there') } });
    expect(first.local['note:A']).toMatchObject({ text });
    expect(first.remote['note:A']).toMatchObject({ v: { text } });
    const second = exchange({ 'note:A': note(1000, 'there') }, { 'note:A': { v: note(4e12, 'here') } });
    expect(second.local['note:A']).toMatchObject({ text });
  });

  test('keeps two notes apart if they are too long to merge, and reports it', () => {
    const [local, remote] = [{ 'note:A': note(5, 'a'.repeat(6000)) }, { 'note:A': { v: note(6, 'b'.repeat(6000)) } }];
    const skipped = [{ key: 'note:A', why: 'unmerged' }];
    expect(exchange(local, remote)).toMatchObject({ local, remote, skipped });
  });

  test.each([
    ['note:A', note(1000, 'here')],
    ['pick:A', pick(1000)],
    ['watched:A', pick(1000)],
  ])('keeps %s despite a tombstone from the far future that did not know it', (key, record) => {
    const { local, remote } = exchange({ [key]: record }, { [key]: { gone: 4e12 } });
    expect(local).toStrictEqual({ [key]: record });
    expect(remote).toStrictEqual({ [key]: { v: record } });
  });

  test('covers picks, watched marks and notes, and no other keys', () => {
    const others = {
      'pref:sync': true,
      'off:cards': true,
      'seen:A': { at: 5 },
      'sync:acts': {},
      'aside:x:pick:A': pick(5),
    };
    expect(written(others, { ...others, 'moon:A': { gone: 5 } }, NOW)).toStrictEqual(NOTHING);
    const own = { 'watched:A': pick(5), 'note:A': note(5, '<b>') };
    expect(exchange({ ...own, ...others }, {}).remote).toStrictEqual({
      'watched:A': { v: pick(5) },
      'note:A': { v: note(5, '<b>') },
    });
  });

  test.each<[unknown]>([
    [null],
    [7],
    ['x'],
    [[]],
    [{}],
    [{ v: 1 }],
    [{ v: pick(9, 'B') }],
    [{ v: { ...pick(9), at: '9' } }],
    [{ gone: '9' }],
    [pick(9)],
  ])('leaves the unreadable value %j in the account, and reports a local record as skipped', (odd) => {
    expect(written({}, { 'pick:A': odd, 'moon:A': odd }, NOW)).toStrictEqual(NOTHING);
    const skipped = [{ key: 'pick:A', why: 'unreadable' }];
    expect(written({ 'pick:A': pick(5) }, { 'pick:A': odd }, NOW)).toStrictEqual({ ...NOTHING, skipped });
    expect(written({}, { 'pick:A': odd }, NOW, { 'pick:A': NOW })).toStrictEqual(NOTHING);
  });

  test('never overwrites an unreadable local value, which may still be quarantined', () => {
    const known = { 'pick:A': ['5'] };
    expect(reconcile({ 'pick:A': 7, [KNOWN]: known }, { 'pick:A': { v: pick(5) } }, NOW).known).toStrictEqual(known);
    expect(written({ 'pick:A': 7 }, { 'pick:A': { v: pick(5) } }, NOW)).toStrictEqual(NOTHING);
    expect(written({ 'pick:A': 7 }, { 'pick:A': { gone: NOW } }, NOW)).toStrictEqual(NOTHING);
  });
});

describe('an act of the reader', () => {
  const dateOf = (oldValue: unknown, newValue: unknown, theirs?: unknown) =>
    actsFromChange({ 'note:A': newValue }, { 'note:A': oldValue }, NOW, { 'note:A': theirs })['note:A'];

  test.each<[string, unknown, unknown, number | undefined, unknown?]>([
    ['a new record', undefined, note(NOW, 'a'), NOW],
    ['another text', note(5, 'a'), note(NOW, 'b'), NOW],
    ['a removal', note(5, 'a'), undefined, NOW],
    ['a removal of a record dated by a fast clock', note(NOW + DAY, 'a'), undefined, NOW + DAY + 1],
    ['a change of a record dated by a fast clock', note(NOW + DAY, 'a'), note(NOW, 'b'), NOW + DAY + 1],
    ['the same value again', note(5, 'a'), { text: 'a', ...pick(5) }, undefined],
    ['a quarantined value', 'odd', undefined, undefined],
    ['an unreadable new value', note(5, 'a'), 'odd', undefined],
    ['a repair', 'odd', note(5, 'a'), NOW],
    ['a new record after a removal in the account', undefined, note(NOW, 'a'), NOW, { gone: NOW - 1 }],
    [
      'a new record after a removal dated by a fast clock',
      undefined,
      note(NOW, 'a'),
      NOW + DAY + 1,
      { gone: NOW + DAY },
    ],
    [
      'a change after one dated by a fast clock',
      note(5, 'a'),
      note(NOW, 'b'),
      NOW + DAY + 1,
      { v: note(NOW + DAY, 'c') },
    ],
    ['a new record where the account has an unreadable value', undefined, note(NOW, 'a'), NOW, { gone: 'odd' }],
  ])('is dated: %s', (_, before, after, at, theirs) => expect(dateOf(before, after, theirs)).toBe(at));

  test('is recorded only for the reader’s records, and can be read back', () => {
    const after = { 'pick:A': pick(5), 'pref:zone': pick(5), 'sync:acts': pick(5) };
    const acts = actsFromChange(after, {}, NOW, {});
    expect(acts).toStrictEqual({ 'pick:A': NOW });
    expect(readActs({ 'sync:acts': acts })).toStrictEqual(acts);
    for (const odd of [undefined, null, 7, { 'pick:A': 'x', 'pref:a': 5 }])
      expect(readActs({ 'sync:acts': odd })).toStrictEqual({});
  });

  test.each<[string, unknown, unknown, number, object, object]>([
    ['a removal becomes a tombstone', undefined, { v: pick(5) }, 9, {}, { 'pick:A': { gone: 9 } }],
    [
      'a removal becomes a tombstone even if the account never had the record',
      undefined,
      undefined,
      9,
      {},
      { 'pick:A': { gone: 9 } },
    ],
    ['a removal replaces an earlier tombstone', undefined, { gone: 7 }, 9, {}, { 'pick:A': { gone: 9 } }],
    ['a removal keeps a later tombstone', undefined, { gone: 12 }, 9, {}, { 'pick:A': { gone: 12 } }],
    [
      'a removal yields to a newer record',
      undefined,
      { v: pick(12) },
      9,
      { 'pick:A': pick(12) },
      { 'pick:A': { v: pick(12) } },
    ],
    ['a record newer than the account’s keeps its time', pick(7), { v: pick(5) }, 9, {}, { 'pick:A': { v: pick(7) } }],
    [
      'a removal more than 180 days ago writes nothing if the account never had the record',
      undefined,
      undefined,
      99 - 180 * DAY,
      {},
      {},
    ],
    [
      'an undo gets a new time, to win over its tombstone',
      pick(5),
      { gone: 7 },
      9,
      { 'pick:A': pick(9) },
      { 'pick:A': { v: pick(9) } },
    ],
    [
      'a record older than a tombstone that did not know it stays',
      pick(9),
      { gone: 12 },
      9,
      {},
      { 'pick:A': { v: pick(9) } },
    ],
    ['a restored record whose removal never synced stays unchanged', pick(5), { v: pick(5) }, 9, {}, {}],
    [
      'an older record that was restored gets a new time',
      pick(5),
      { v: { ...pick(7), title: 'x' } },
      9,
      { 'pick:A': pick(9) },
      { 'pick:A': { v: pick(9) } },
    ],
    [
      'a record of the same moment gets a new time',
      pick(5),
      { v: { ...pick(5), title: 'x' } },
      9,
      { 'pick:A': pick(9) },
      { 'pick:A': { v: pick(9) } },
    ],
    [
      'a restored record yields to one newer than the act',
      pick(5),
      { v: pick(12) },
      9,
      { 'pick:A': pick(12) },
      { 'pick:A': { v: pick(12) } },
    ],
  ])('reaches both sides: %s', (_, mine, theirs, act, toLocal, toRemote) => {
    const [local = {}, remote = {}] = [mine, theirs].map((one) => (one === undefined ? {} : { 'pick:A': one }));
    // The device knew the version from 5.
    const known = { [KNOWN]: { 'pick:A': ['5'] } };
    const step = reconcile({ ...local, ...known }, remote, 100, { 'pick:A': act });
    expect([step.toLocal, withoutVersions(step.toRemote)]).toStrictEqual([toLocal, toRemote]);
  });
});
