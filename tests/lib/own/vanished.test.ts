import { expect, test } from 'vitest';
import { readOwn } from '../../../lib/own/own.ts';
import { vanishedSessions } from '../../../lib/own/vanished.ts';

const made = { id: '28D1Y', title: 'Kelp’s Journey', guide: 'kubecon-na-2025', at: 1000 };

const kept = readOwn({
  'pick:28D1Y': made,
  'pick:GONE2': { ...made, id: 'GONE2', title: 'Zebra' },
  'watched:GONE2': { ...made, id: 'GONE2', title: undefined },
  'note:GONE1': { ...made, id: 'GONE1', title: 'apple', text: 'Kept' },
  'note:GONE4': { id: 'GONE4', guide: 'g', at: 1, text: 'x' },
  'watched:GONE3': { id: 'GONE3', guide: 'g', at: 1 },
  'pick:28D0X': 'odd',
});

test('vanishedSessions lists records of sessions that the guide no longer has, sorted by title', () => {
  expect(vanishedSessions(kept, new Set(['28D1Y']))).toEqual([
    { id: 'GONE1', title: 'apple', picked: false, watched: false, note: 'Kept' },
    { id: 'GONE3', picked: false, watched: true },
    { id: 'GONE4', picked: false, watched: false, note: 'x' },
    { id: 'GONE2', title: 'Zebra', picked: true, watched: true },
  ]);
  expect(vanishedSessions(kept, new Set(['28D1Y', 'GONE1', 'GONE2', 'GONE3', 'GONE4']))).toEqual([]);
  expect(vanishedSessions(readOwn({}), new Set(['28D1Y']))).toEqual([]);
});

test('vanishedSessions sorts equal titles by id', () => {
  const twice = readOwn({ 'pick:GONE2': { ...made, id: 'GONE2' }, 'pick:GONE1': { ...made, id: 'GONE1' } });
  const swapped = readOwn({ 'pick:GONE1': { ...made, id: 'GONE1' }, 'pick:GONE2': { ...made, id: 'GONE2' } });
  for (const own of [twice, swapped])
    expect(vanishedSessions(own, new Set()).map(({ id }) => id)).toEqual(['GONE1', 'GONE2']);
});
