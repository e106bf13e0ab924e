import { expect, test } from 'vitest';
import { pickKey, readPicks } from '../../../lib/own/picks.ts';

const good = { id: '28D1Y', guide: 'kubecon-na-2025', at: 1_763_000_000_000 };

test('Picks are read by their session, beside keys of others.', () => {
  const other = { ...good, id: 'ZZZZ', guide: 'kubecon-eu-2030' };
  const { picks, broken } = readPicks({ [pickKey('28D1Y')]: good, [pickKey('ZZZZ')]: other, theme: 'dark', pick: 1 });
  expect([...picks]).toEqual([
    ['28D1Y', good],
    ['ZZZZ', other],
  ]);
  expect(broken).toEqual([]);
});

test('An empty storage has no picks.', () => {
  expect(readPicks({})).toEqual({ picks: new Map(), broken: [] });
});

test('A pick with fields of a later version is a pick.', () => {
  const later = { ...good, note: 'front row' };
  expect(readPicks({ 'pick:28D1Y': later }).picks.get('28D1Y')).toEqual(later);
});

test.each<[string, unknown]>([
  ['null', null],
  ['undefined', undefined],
  ['true, as an older version might have written', true],
  ['a number', 1],
  ['a text', '28D1Y'],
  ['a list', [good]],
  ['an empty object', {}],
  ['without an id', { ...good, id: undefined }],
  ['with a number as its id', { ...good, id: 28 }],
  ['without a guide', { ...good, guide: undefined }],
  ['with an object as its guide', { ...good, guide: {} }],
  ['without a time', { ...good, at: undefined }],
  ['with a text as its time', { ...good, at: '2025-11-10' }],
  ['with no number as its time', { ...good, at: Number.NaN }],
  ['with an endless time', { ...good, at: Number.POSITIVE_INFINITY }],
  ['with the id of another session', { ...good, id: '28D2Q' }],
  ['with an id in another case', { ...good, id: '28d1y' }],
])('A value %s is told as broken and is no pick.', (_, value) => {
  const { picks, broken } = readPicks({ 'pick:28D1Y': value, 'pick:28D0X': { ...good, id: '28D0X' } });
  expect(broken).toEqual(['pick:28D1Y']);
  expect([...picks.keys()]).toEqual(['28D0X']);
});
