import { describe, expect, test } from 'vitest';
import { canonical, OWN, ownKey, parseOwnKey, parseRecord, readOwn } from '../../../lib/own/own.ts';

const good = { id: '28D1Y', guide: 'kubecon-na-2025', at: 1_763_000_000_000, title: 'Kelp’s Journey' };
const note = { ...good, text: 'Front row <b>left</b>' };

describe('the reader’s records', () => {
  test('are grouped by kind and session, and other keys are ignored', () => {
    const later = { ...good, id: '28D0X', stars: 5 };
    const own = readOwn({
      'pick:28D1Y': good,
      'watched:28D0X': later,
      'note:28D1Y': note,
      'pref:sync': true,
      'sync:status': { at: 1, ok: true },
      'aside:2026-11-24T00:00:00.000Z:note:28D1Y': 7,
      note: 'none',
    });
    expect(own).toEqual({
      picks: new Map([['28D1Y', good]]),
      watched: new Map([['28D0X', later]]),
      notes: new Map([['28D1Y', note]]),
      broken: [],
    });
  });

  test.each(OWN)('have a key for each %s that keeps the session id', (kind) => {
    for (const id of ['28D1Y', '', 'a:b', '__proto__']) expect(parseOwnKey(ownKey(kind, id))).toEqual({ kind, id });
  });

  test.each(['pick', 'picks:28D1Y', 'Note:28D1Y', 'pref:note:28D1Y', 'aside:x:pick:28D1Y', ''])(
    'ignore the key “%s”',
    (key) => {
      expect(parseOwnKey(key)).toBeUndefined();
      expect(parseRecord(key, good)).toBeUndefined();
    },
  );

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['a text', 'Front row'],
    ['a list', [note]],
    ['an empty object', {}],
    ['one without an id', { ...note, id: undefined }],
    ['one for another session', { ...note, id: '28D0X' }],
    ['one with the id in another case', { ...note, id: '28d1y' }],
    ['one without a guide', { ...note, guide: undefined }],
    ['one without a time', { ...note, at: undefined }],
    ['one with a text as its time', { ...note, at: '2025-11-10' }],
    ...[7, true, {}, null, []].map((title): [string, unknown] => [
      `one with ${JSON.stringify(title)} as its title`,
      { ...note, title },
    ]),
    ['one with an endless time', { ...note, at: Number.POSITIVE_INFINITY }],
  ])('report %s as broken and keep valid records', (_, value) => {
    for (const kind of OWN) {
      const own = readOwn({ [ownKey(kind, '28D1Y')]: value, 'pick:28D0X': { ...good, id: '28D0X' } });
      expect(own.broken).toEqual([`${kind}:28D1Y`]);
      expect([own.picks.size, own.watched.size, own.notes.size]).toEqual([1, 0, 0]);
      expect(parseRecord(ownKey(kind, '28D1Y'), value)).toBeUndefined();
    }
  });

  test('report a note without a text as broken, though it would be a valid pick', () => {
    expect(readOwn({ 'note:28D1Y': good }).broken).toEqual(['note:28D1Y']);
    expect(parseRecord('note:28D1Y', good)).toBeUndefined();
    expect(parseRecord('pick:28D1Y', good)).toEqual(good);
    expect(parseRecord('watched:28D1Y', good)).toEqual(good);
    expect(parseRecord('note:28D1Y', note)).toEqual(note);
  });
});

test('canonical() returns the same text for equal values, whatever the order of their keys', () => {
  const { id, guide, at, text } = note;
  expect(canonical({ v: { text, at, guide, id } })).toBe(canonical({ v: { at, guide, id, text } }));
  expect(canonical({ ...note, title: undefined })).toBe(canonical({ id, guide, at, text }));
  expect(canonical([2, 1])).not.toBe(canonical([1, 2]));
  expect(canonical({ v: note })).not.toBe(canonical({ v: { ...note, text: '' } }));
  expect(canonical({ text: 'a\ud800' })).toBe(canonical({ text: 'a\ufffd' }));
  expect(canonical({ v: null })).toBe('{"v":null}');
  expect(canonical(undefined)).toBe('');
});
