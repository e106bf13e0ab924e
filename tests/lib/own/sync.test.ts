import { describe, expect, test } from 'vitest';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { type Acts, actsFromChange, itemSize, LIMITS, readActs, reconcile } from '../../../lib/own/sync.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00Z');
const pick = (at: number, id = 'A') => ({ id, guide: 'g', at, title: 'Kelp’s Journey' });
const note = (at: number, text: string, id = 'A') => ({ ...pick(at, id), text });
const NOTHING = { toLocal: {}, toRemote: {}, skipped: [] };

/** Reconciles at noon, and once more with what came of it, which must change nothing. */
function exchange(local: Record<string, unknown>, remote: Record<string, unknown>, acts: Acts = {}) {
  const step = reconcile(local, remote, NOW, acts);
  const after = [local, remote].map((side, i) => {
    const merged = { ...side, ...(i === 0 ? step.toLocal : step.toRemote) };
    return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  }) as [Record<string, unknown>, Record<string, unknown>];
  expect(reconcile(...after, NOW)).toEqual({ ...NOTHING, skipped: step.skipped });
  return { ...step, local: after[0], remote: after[1] };
}

describe('An exchange', () => {
  test.each<[string, unknown, unknown, object, object]>([
    ['neither', undefined, undefined, {}, {}],
    ['this device alone', pick(5), undefined, {}, { 'pick:A': { v: pick(5) } }],
    ['the account alone', undefined, { v: pick(5) }, { 'pick:A': pick(5) }, {}],
    ['both the same', pick(5), { v: pick(5) }, {}, {}],
    [
      'both the same in another order',
      { title: 'x', at: 5, guide: 'g', id: 'A' },
      { v: { ...pick(5), title: 'x' } },
      {},
      {},
    ],
    ['a newer one on this device', pick(6), { v: pick(5) }, {}, { 'pick:A': { v: pick(6) } }],
    ['a newer one in the account', pick(5), { v: pick(6) }, { 'pick:A': pick(6) }, {}],
    ['an older tombstone', pick(NOW), { gone: NOW - 1 }, {}, { 'pick:A': { v: pick(NOW) } }],
    ['a tombstone of the same moment', pick(NOW), { gone: NOW }, {}, { 'pick:A': { v: pick(NOW) } }],
    ['a newer tombstone', pick(NOW - 1), { gone: NOW }, { 'pick:A': undefined }, {}],
    ['a tombstone alone', undefined, { gone: NOW }, {}, {}],
    ['a tombstone of 180 days', undefined, { gone: NOW - 180 * DAY }, {}, {}],
    ['an older one', undefined, { gone: NOW - 180 * DAY - 1 }, {}, { 'pick:A': undefined }],
    ['one that is from the future', undefined, { gone: NOW + 1000 * DAY }, {}, {}],
  ])('with %s', (_, mine, theirs, toLocal, toRemote) => {
    const local = { theme: 'dark', ...(mine !== undefined && { 'pick:A': mine }) };
    const step = exchange(local, theirs === undefined ? {} : { 'pick:A': theirs });
    expect([step.toLocal, step.toRemote]).toEqual([toLocal, toRemote]);
    expect([Object.keys(step.toLocal), Object.keys(step.toRemote)]).toEqual([toLocal, toRemote].map(Object.keys));
  });

  test('takes the same of two that are of the same moment, wherever it is made.', () => {
    const [a, b] = [note(5, 'a'), note(5, 'b')];
    expect(exchange({ 'note:A': a }, { 'note:A': { v: b } }).local['note:A']).toEqual(b);
    expect(exchange({ 'note:A': b }, { 'note:A': { v: a } }).local['note:A']).toEqual(b);
  });

  test('is about picks, what was watched and notes, and about nothing else.', () => {
    const others = {
      'pref:sync': true,
      'off:cards': true,
      'seen:A': { at: 5 },
      'sync:acts': {},
      'aside:x:pick:A': pick(5),
    };
    expect(reconcile(others, others, NOW)).toEqual(NOTHING);
    const own = { 'watched:A': pick(5), 'note:A': note(5, '<b>') };
    expect(exchange({ ...own, ...others }, {}).remote).toEqual({
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
  ])('leaves %j in the account as it is, and says that the record is on this device alone.', (odd) => {
    expect(reconcile({}, { 'pick:A': odd, 'moon:A': odd }, NOW)).toEqual(NOTHING);
    const skipped = [{ key: 'pick:A', why: 'unreadable' }];
    expect(reconcile({ 'pick:A': pick(5) }, { 'pick:A': odd }, NOW)).toEqual({ ...NOTHING, skipped });
    expect(reconcile({}, { 'pick:A': odd }, NOW, { 'pick:A': NOW })).toEqual(NOTHING);
  });

  test('never writes over a value on this device that can’t be read, which may still be set aside.', () => {
    expect(reconcile({ 'pick:A': 7 }, { 'pick:A': { v: pick(5) } }, NOW)).toEqual(NOTHING);
    expect(reconcile({ 'pick:A': 7 }, { 'pick:A': { gone: NOW } }, NOW)).toEqual(NOTHING);
  });
});

describe('What the reader did', () => {
  const told = (oldValue: unknown, newValue: unknown, theirs?: unknown) =>
    actsFromChange({ 'note:A': newValue }, { 'note:A': oldValue }, NOW, { 'note:A': theirs })['note:A'];

  test.each<[string, unknown, unknown, number | undefined, unknown?]>([
    ['a new record', undefined, note(NOW, 'a'), NOW],
    ['another text', note(5, 'a'), note(NOW, 'b'), NOW],
    ['a removal', note(5, 'a'), undefined, NOW],
    ['a removal of what a fast clock dated', note(NOW + DAY, 'a'), undefined, NOW + DAY + 1],
    ['a change of what a fast clock dated', note(NOW + DAY, 'a'), note(NOW, 'b'), NOW + DAY + 1],
    ['the same again', note(5, 'a'), { text: 'a', ...pick(5) }, undefined],
    ['a value set aside', 'odd', undefined, undefined],
    ['a value that nobody can read', note(5, 'a'), 'odd', undefined],
    ['a repair', 'odd', note(5, 'a'), NOW],
    ['a new record where the account’s is gone', undefined, note(NOW, 'a'), NOW, { gone: NOW - 1 }],
    ['one that a fast clock removed', undefined, note(NOW, 'a'), NOW + DAY + 1, { gone: NOW + DAY }],
    ['one that a fast clock changed', note(5, 'a'), note(NOW, 'b'), NOW + DAY + 1, { v: note(NOW + DAY, 'c') }],
    ['one under which the account holds what nobody can read', undefined, note(NOW, 'a'), NOW, { gone: 'odd' }],
  ])('is dated: %s.', (_, before, after, at, theirs) => expect(told(before, after, theirs)).toBe(at));

  test('is told of the reader’s own alone, and read back as it was stored.', () => {
    const after = { 'pick:A': pick(5), 'pref:zone': pick(5), 'sync:acts': pick(5) };
    const acts = actsFromChange(after, {}, NOW, {});
    expect(acts).toEqual({ 'pick:A': NOW });
    expect(readActs({ 'sync:acts': acts })).toEqual(acts);
    for (const odd of [undefined, null, 7, { 'pick:A': 'x', 'pref:a': 5 }])
      expect(readActs({ 'sync:acts': odd })).toEqual({});
  });

  test.each<[string, unknown, unknown, number, object, object]>([
    ['a removal becomes a tombstone', undefined, { v: pick(5) }, 9, {}, { 'pick:A': { gone: 9 } }],
    ['a removal of what the account never had too', undefined, undefined, 9, {}, { 'pick:A': { gone: 9 } }],
    ['a removal is later than one before', undefined, { gone: 7 }, 9, {}, { 'pick:A': { gone: 9 } }],
    ['and nothing new after a later one', undefined, { gone: 12 }, 9, {}, {}],
    ['a removal yields to a newer record', undefined, { v: pick(12) }, 9, { 'pick:A': pick(12) }, {}],
    ['one that was picked again stays', pick(12), { v: pick(5) }, 9, {}, { 'pick:A': { v: pick(12) } }],
    [
      'an undo is dated anew against its tombstone',
      pick(5),
      { gone: 7 },
      9,
      { 'pick:A': pick(9) },
      { 'pick:A': { v: pick(9) } },
    ],
    [
      'but not against a later one, of which the reader knew nothing',
      pick(9),
      { gone: 12 },
      9,
      { 'pick:A': undefined },
      {},
    ],
    ['one whose removal was never told is as it was', pick(5), { v: pick(5) }, 9, {}, {}],
    [
      'an older text is dated anew',
      pick(5),
      { v: { ...pick(7), title: 'x' } },
      9,
      { 'pick:A': pick(9) },
      { 'pick:A': { v: pick(9) } },
    ],
    ['but not over one newer than the act', pick(5), { v: pick(12) }, 9, { 'pick:A': pick(12) }, {}],
  ])('reaches both sides: %s.', (_, mine, theirs, act, toLocal, toRemote) => {
    const [local = {}, remote = {}] = [mine, theirs].map((one) => (one === undefined ? {} : { 'pick:A': one }));
    const step = reconcile(local, remote, 100, { 'pick:A': act });
    expect([step.toLocal, step.toRemote]).toEqual([toLocal, toRemote]);
  });
});

describe('The account’s room', () => {
  const many = (kind: string, count: number, text = '') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => {
        const id = `S${String(i).padStart(4, '0')}`;
        return [`${kind}:${id}`, text ? note(NOW - i, text, id) : pick(NOW - i, id)];
      }),
    );
  const used = (remote: Record<string, unknown>) => {
    const bytes = (key: string, value: unknown) => Buffer.byteLength(key + JSON.stringify(value));
    const each = Object.entries(remote).map(([key, value]) => bytes(key, value));
    return { items: each.length, most: Math.max(0, ...each), bytes: each.reduce((sum, one) => sum + one, 0) };
  };

  test('keeps a note of 10,000 characters out, on this device, and says so.', () => {
    const long = { 'note:A': note(5, 'x'.repeat(NOTE_MAX)) };
    const step = exchange(long, {});
    expect(step).toMatchObject({ toLocal: {}, toRemote: {}, skipped: [{ key: 'note:A', why: 'item-too-large' }] });
    // The account’s older text does not come back over it, and stays for who has no other.
    const short = { 'note:A': { v: note(4, 'short') } };
    expect(exchange(long, short)).toMatchObject({ local: long, remote: short, skipped: step.skipped });
  });

  test.each(['<', '"', '\\', '\n', 'é', '日', '🐝', '\u2028', '\ud800', '\u0000'])(
    'counts %j as the browsers do.',
    (text) => {
      const value = { v: note(NOW, text) };
      const chrome = JSON.stringify(value)
        .replace(/[<\u2028]/gu, '\\u003C')
        .replace(/(\d{13})/gu, '$1.0');
      expect(itemSize('note:A', value)).toBeGreaterThanOrEqual(Buffer.byteLength(`note:A${chrome}`));
      const firefox = Buffer.byteLength(JSON.stringify({ 'note:A': value, 'note:B': value }));
      expect(itemSize('note:A', value) + itemSize('note:B', value)).toBeGreaterThanOrEqual(firefox);
    },
  );

  test('takes no more than 512, the newest picks first.', () => {
    const { remote, skipped } = exchange(
      { ...many('pick', 400), ...many('watched', 200), ...many('note', 1, 'Hm') },
      {},
    );
    expect(used(remote).items).toBe(LIMITS.items);
    expect(skipped).toHaveLength(89);
    expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(['too-many']));
    const left = skipped.map(({ key }) => key);
    expect(left).toEqual(['note:S0000', ...Object.keys(many('watched', 200)).slice(112)]);
  });

  test('is for picks first, then for what was watched, then for the shorter notes.', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [`note:N${i}`, note(NOW, 'x'.repeat(7900 - 100 * i), `N${i}`)]),
    );
    const { remote, skipped } = exchange({ ...notes, ...many('pick', 40), ...many('watched', 40) }, {});
    expect(used(remote).bytes).toBeLessThanOrEqual(LIMITS.bytes);
    expect(skipped.map(({ key, why }) => `${key} ${why}`)).toEqual([
      'note:N0 full',
      'note:N1 full',
      'note:N2 full',
      'note:N3 full',
    ]);
    // Notes leave some free, so that what comes later still has room.
    const later = exchange({ ...notes, ...many('pick', 80), ...many('watched', 80) }, remote);
    expect(later.skipped.map(({ key }) => key)).toEqual(skipped.map(({ key }) => key));
    expect(used(later.remote).bytes).toBeLessThanOrEqual(LIMITS.bytes);
  });

  test('that others have taken is left to them; what replaces its own without growing is written.', () => {
    const full = Object.fromEntries(Array.from({ length: 511 }, (_, i) => [`moon:${i}`, 'x'.repeat(180)]));
    const remote = { ...full, 'pick:A': { v: pick(5) } };
    const step = exchange({ 'pick:A': pick(6), 'pick:B': pick(6, 'B') }, remote);
    expect(step.toRemote).toEqual({ 'pick:A': { v: pick(6) } });
    expect(step.skipped).toEqual([{ key: 'pick:B', why: 'too-many' }]);
    expect(exchange({}, remote, { 'pick:A': NOW }).toRemote).toEqual({ 'pick:A': { gone: NOW } });
  });
});
