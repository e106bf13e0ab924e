import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTE_MAX, type Note, type Own, readOwn } from '../../../lib/own/own.ts';
import {
  importPatch,
  notePatch,
  type Patch,
  pickPatch,
  vanishedPatch,
  watchedPatch,
} from '../../../lib/own/patches.ts';

const GUIDE = 'kubecon-na-2025';
const talk = { id: '28D1Y', title: 'Kelp’s Journey' };
const made = { ...talk, guide: GUIDE, at: 1000 };
const NONE: Own = { picks: new Map(), watched: new Map(), notes: new Map(), broken: [] };

/** The reader's records after a patch. */
const applied = (own: Own, patch: Patch) => {
  const stored: Record<string, unknown> = { ...listValues(own), ...patch };
  return readOwn(Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined)));
};

function listValues({ picks, watched, notes }: Own): Record<string, unknown> {
  const of = (kind: string, records: Own['watched']) => [...records].map(([id, one]) => [`${kind}:${id}`, one]);
  return Object.fromEntries([...of('pick', picks), ...of('watched', watched), ...of('note', notes)]);
}

/** The reader's records with one note. */
const withNote = (text: string, at = 1000) => readOwn({ 'note:28D1Y': { ...made, text, at } });
const fileWith = (text: string, at = 1000) => ({ picks: [], watched: [], notes: [{ ...made, text, at }] });

describe('a patch', () => {
  test('changes only the key of its session and kind', () => {
    expect(pickPatch(talk, GUIDE, 1000, true)).toStrictEqual({ 'pick:28D1Y': made });
    expect(pickPatch(talk, GUIDE, 1000, false)).toStrictEqual({ 'pick:28D1Y': undefined });
    expect(watchedPatch(talk, GUIDE, 1000, true)).toStrictEqual({ 'watched:28D1Y': made });
    expect(watchedPatch(talk, GUIDE, 1000, false)).toStrictEqual({ 'watched:28D1Y': undefined });
    expect(notePatch(talk, GUIDE, ' Ask\r\n"why" ', 1000)).toStrictEqual({
      'note:28D1Y': { ...made, text: ' Ask\r\n"why" ' },
    });
  });

  test('contains the keys that it removes', () => {
    expect(Object.keys(pickPatch(talk, GUIDE, 1000, false))).toStrictEqual(['pick:28D1Y']);
    expect(Object.keys(vanishedPatch('28D1Y'))).toStrictEqual(['pick:28D1Y', 'watched:28D1Y', 'note:28D1Y']);
  });

  test('can be read back once it is applied', () => {
    const patch = { ...pickPatch(talk, GUIDE, 1, true), ...notePatch({ ...talk, id: '__proto__' }, GUIDE, '<img>', 1) };
    const own = applied(NONE, patch);
    expect([[...own.picks.keys()], own.notes.get('__proto__')?.text, own.broken]).toStrictEqual([
      ['28D1Y'],
      '<img>',
      [],
    ]);
  });
});

describe('notePatch', () => {
  test.each(['', ' ', '\n\t\u00a0'])('removes a note that is empty or only white space (%j)', (text) => {
    expect(notePatch(talk, GUIDE, text, 1000)).toStrictEqual({ 'note:28D1Y': undefined });
  });

  test('accepts 10,000 characters and rejects one more', () => {
    expect(notePatch(talk, GUIDE, 'x'.repeat(10_000), 1000)['note:28D1Y']).toBeDefined();
    expect(() => notePatch(talk, GUIDE, 'x'.repeat(10_001), 1000)).toThrow(RangeError);
    expect(() => notePatch(talk, GUIDE, ' '.repeat(10_001), 1000)).toThrow('10001 characters');
  });
});

describe('importPatch', () => {
  const file = { picks: [made], watched: [{ ...made, id: '28D0X' }], notes: [{ ...made, text: 'Hm' }] };

  test('adds missing records, and changes nothing the second time', () => {
    const patch = importPatch(NONE, file);
    expect(patch).toStrictEqual({
      'pick:28D1Y': made,
      'watched:28D0X': file.watched[0],
      'note:28D1Y': { ...made, text: 'Hm' },
    });
    expect(importPatch(applied(NONE, patch), file)).toStrictEqual({});
  });

  test.each([
    [999, {}],
    [1000, {}],
    [1001, { 'pick:28D1Y': { ...made, guide: 'other', at: 1001 } }],
  ])('replaces a pick from 1000 by one from %i only if that is newer', (at, patch) => {
    const own = readOwn({ 'pick:28D1Y': made });
    expect(importPatch(own, { picks: [{ ...made, guide: 'other', at }], watched: [], notes: [] })).toStrictEqual(patch);
  });

  test('keeps the only title of two picks, or else the newer one', () => {
    const own = readOwn({ 'pick:28D1Y': made });
    const bare = { id: '28D1Y', guide: GUIDE, at: 2000 };
    expect(importPatch(own, { picks: [bare], watched: [], notes: [] })).toStrictEqual({
      'pick:28D1Y': { ...made, at: 2000 },
    });
    const named = { ...bare, title: 'Other' };
    expect(importPatch(own, { picks: [named], watched: [], notes: [] })).toStrictEqual({ 'pick:28D1Y': named });
  });

  test('joins two notes, the newer above the older', () => {
    const both = (text: string, at: number) => ({ 'note:28D1Y': { ...made, text, at } });
    expect(importPatch(withNote('here'), fileWith('there', 2000))).toStrictEqual(both('there\n\n---\n\nhere', 2001));
    expect(importPatch(withNote('here'), fileWith('there', 500))).toStrictEqual(both('here\n\n---\n\nthere', 1001));
    expect(importPatch(withNote('here'), fileWith('over\nhere', 500))).toStrictEqual(both('over\nhere', 1001));
  });

  test.each([
    ['the same', 'over\nhere', 2000],
    ['a line of it', 'over', 2000],
    ['blank', ' \n', 2000],
    ['too long', 'x'.repeat(NOTE_MAX + 1), 2000],
    ['too long to be joined with it', 'x'.repeat(NOTE_MAX - 10), 2000],
  ])('leaves a note unchanged if the imported one is %s', (_, text, at) => {
    expect(importPatch(withNote('over\nhere'), fileWith(text, at))).toStrictEqual({});
  });

  test('accepts a note of 10,000 characters, or two that are as long together', () => {
    const longest = 'x'.repeat(NOTE_MAX);
    expect(importPatch(NONE, fileWith(longest))).toMatchObject({ 'note:28D1Y': { text: longest } });
    expect(importPatch(NONE, fileWith(`${longest}x`))).toStrictEqual({});
    const rest = 'y'.repeat(NOTE_MAX - 'over\n\n---\n\n'.length);
    expect(importPatch(withNote('over', 2000), fileWith(rest))).toMatchObject({
      'note:28D1Y': { text: `over\n\n---\n\n${rest}` },
    });
    expect(importPatch(withNote('over', 2000), fileWith(`${rest}y`))).toStrictEqual({});
  });

  test('keeps the newest of several records of one session, in any order', () => {
    const picks = [made, { ...made, at: 3000 }, { ...made, at: 2000 }];
    const none = { watched: [], notes: [] };
    for (const order of [picks, picks.toReversed()])
      expect(importPatch(NONE, { picks: order, ...none })).toMatchObject({ 'pick:28D1Y': { at: 3000 } });
  });

  test('skips records with an invalid time', () => {
    const odd = { ...made, at: Number.NaN };
    expect(importPatch(NONE, { picks: [odd], watched: [odd], notes: [{ ...odd, text: 'Hm' }] })).toStrictEqual({});
  });

  test('never loses a note’s text, whatever is imported and however often', () => {
    const text = fc.string({ minLength: 1, maxLength: 4000, unit: fc.constantFrom('a', 'b', '\n', ' ') });
    const notes = fc.array(fc.record({ text, at: fc.integer({ min: 0, max: 5 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(text, notes, (first, files) => {
        let own = withNote(first);
        for (const one of files) {
          const before = own.notes.get('28D1Y') as Note;
          own = applied(own, importPatch(own, fileWith(one.text, one.at)));
          const now = own.notes.get('28D1Y') as Note;
          expect(now.text).toContain(before.text);
          expect(now.text.length).toBeLessThanOrEqual(NOTE_MAX);
          expect(now.text === before.text || now.at > before.at).toBe(true);
          expect(importPatch(own, fileWith(one.text, one.at))).toStrictEqual({});
        }
      }),
    );
  });
});
