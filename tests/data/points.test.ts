import { describe, expect, test } from 'vitest';
import { findFaults, text, withValues } from './broken.ts';

describe('Key points', () => {
  const points = (count: number) => Array.from({ length: count }, (_, nth) => `Point ${nth}.`);

  test.each([3, 6])('may be %i', (count) => {
    expect(findFaults(withValues({ 'sessions[6].points': points(count) }))).toEqual([]);
  });

  test.each([1, 2, 7])('may not be %i', (count) => {
    expect(findFaults(withValues({ 'sessions[6].points': points(count) }))[0]).toMatch(
      /^sessions\[6\]\.points: has too few or too many key points/u,
    );
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['fit into a line', { 'sessions[6].points[0]': 'x'.repeat(111) }, 'points[0]: is longer than 110 characters'],
    ['say what they rest on', { 'sessions[6].pointsFrom': undefined }, 'pointsFrom: session 28D14 does not say'],
    [
      'are there where something rests on it',
      { 'sessions[0].pointsFrom': 'slides' },
      'pointsFrom: session 28F61 has no',
    ],
    ['rest on what is known', { 'sessions[6].pointsFrom': 'video' }, 'pointsFrom: is “video”, which is not one of'],
    ['are each said once', { 'sessions[6].points[1]': JSON.parse(text).sessions[6].points[0] }, 'twice in points'],
  ])('%s', (_, values, fault) => {
    const [first, ...more] = findFaults(withValues(values)).filter((one) => !one.includes('names the term'));
    expect(first).toContain(fault);
    expect(more).toEqual([]);
  });
});
