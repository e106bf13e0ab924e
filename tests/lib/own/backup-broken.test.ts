import { describe, expect, test } from 'vitest';
import { RECORDS_MAX } from '../../../lib/own/backup.ts';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { changed, recordAt, refused, TEXT } from './backups.ts';

describe('readBackup refuses a broken backup and names the broken place:', () => {
  test.each<[string, (json: Record<string, never>) => void]>([
    ['(file)', (json) => Object.assign(json, { extra: 1 })],
    ['version', (json) => Object.assign(json, { version: 0 })],
    ['version', (json) => Object.assign(json, { version: '1' })],
    ['version', (json) => Object.assign(json, { version: '2' })],
    ['made', (json) => Object.assign(json, { made: '2030-11-10' })],
    ['made', (json) => Object.assign(json, { made: 'yesterday' })],
    ['guide', (json) => Object.assign(json, { guide: '<b>' })],
    ['picks', (json) => Object.assign(json, { picks: {} })],
    ['notes', (json) => void Reflect.deleteProperty(json, 'notes')],
    ['preferences', (json) => Object.assign(json, { preferences: null })],
    ...(
      [
        ['picks[0].at', recordAt('1')],
        ['picks[0].at', recordAt(1.5)],
        ['picks[0].at', recordAt(-1)],
        ['picks[0].at', recordAt(null)],
        ['picks[0].at', recordAt(Date.UTC(2100, 0) + 1)],
        ['picks[0].at', recordAt(8.64e15)],
        ['picks[0]', { ...recordAt(1), text: 'a note’s' }],
        ['picks[0]', { ...recordAt(1), colour: 'red' }],
        ['picks[0]', []],
        ['picks[0]', null],
        ['picks[0].title', { ...recordAt(1), title: 7 }],
        ['picks[0].title', { ...recordAt(1), title: 'x'.repeat(401) }],
        ...['No Guide', 'netcon-2030 ', 'netcon-2030-', '-netcon', 'netcon--2030', 'netcon\n', 'x'.repeat(101)].map(
          (guide) => ['picks[0].guide', { ...recordAt(1), guide }],
        ),
        ...['', 'abc', 'abcdefg', 'ab-cd', 'a:bc', 'äbcd', 28_111, 'abcd\n'].map((id) => [
          'picks[0].id',
          { ...recordAt(1), id },
        ]),
      ] as [string, unknown][]
    ).map(([path, pick]): [string, (json: Record<string, never>) => void] => [
      path,
      (json) => Object.assign(json, { picks: [pick] }),
    ]),
    ['picks', (json) => Object.assign(json, { picks: [recordAt(1), recordAt(2)] })],
    ['notes[0].text', (json) => Object.assign(json, { notes: [recordAt(1)] })],
    ['notes[0].text', (json) => Object.assign(json, { notes: [{ ...recordAt(1), text: 'x'.repeat(NOTE_MAX + 1) }] })],
    ...(
      [
        ['preferences.zone', { zone: '' }],
        ['preferences.zone', { zone: 'x'.repeat(61) }],
        ['preferences.theme', { theme: 'pink' }],
        ['preferences.accent', { accent: 'dark' }],
        ['preferences.hours', { hours: 13 }],
        ['preferences.alarm', { alarm: 7 }],
        ['preferences.alarm', { alarm: '5' }],
        ['preferences.sync', { sync: 1 }],
        ['preferences', { colour: 'red' }],
        ['preferences.plan', { plan: null }],
        ['preferences.plan', { plan: { minutes: 5, at: 1, more: 1 } }],
        ['preferences.plan.minutes', { plan: { minutes: 0, at: 1 } }],
        ['preferences.plan.at', { plan: { minutes: 5, at: -1 } }],
      ] as [string, object][]
    ).map(([path, chosen]): [string, (json: Record<string, never>) => void] => [
      path,
      (json) => Object.assign(json, { preferences: chosen }),
    ]),
  ])('%s (%#)', (path, change) => {
    const text = changed(change);
    expect(refused(text)).toBe(`broken ${path}`);
  });

  test('too many records', () => {
    const many = (count: number) =>
      changed((json) =>
        Object.assign(json, {
          picks: Array.from({ length: count }, (_, index) => ({ ...recordAt(1), id: `${10_000 + index}` })),
        }),
      );
    expect(refused(many(RECORDS_MAX))).toBeUndefined();
    expect(refused(many(RECORDS_MAX + 1))).toBe('broken picks');
    expect(refused(many(10_000))).toBe('broken picks');
  });

  test('too many keys', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, {}]));
    expect(refused(changed((json) => Object.assign(json, keys)))).toBe('broken (file)');
    expect(refused(changed((json) => Object.assign(json, { preferences: keys })))).toBe('broken preferences');
  });

  test.each(['__proto__', '\\u005f_proto__', 'constructor', 'prototype'])('the key %s, in any place', (key) => {
    const places = ['{\n  "format"', '"plan": {', '"picks": [\n    {', '"notes": [\n    {'];
    for (const place of places) {
      expect(TEXT).toContain(place);
      const brace = place.indexOf('{') + 1;
      const text = TEXT.replace(place, `${place.slice(0, brace)} "${key}": {"at": [{"x": 1}]},${place.slice(brace)}`);
      expect(refused(text)).toMatch(/^broken (?:\S+\.)?(?:__proto__|constructor|prototype)$/u);
    }
    const deep = TEXT.replace('"title": "Nets', `"x": [[{"y": {"${key}": 1}}]], "title": "Nets`);
    expect(refused(deep)).toMatch(/^broken picks\[0\]\.x\[0\]\[0\]\.y\./u);
    expect({}).not.toHaveProperty('at');
  });

  test('nesting deeper than eight levels, named only to the eighth', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    const deep = TEXT.replace('"title": "Nets', `"x": ${nested(5000)}, "title": "Nets`);
    expect(refused(deep)).toBe(`broken picks[0].x${'[0]'.repeat(6)}`);
  });

  test('a very long key, shortened in the message', () => {
    const text = changed((json) => Object.assign(json, { picks: [{ ['x'.repeat(200)]: { constructor: 1 } }] }));
    expect(refused(text)).toBe(`broken picks[0].${'x'.repeat(91)}`);
  });
});
