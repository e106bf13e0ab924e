import { describe, expect, test } from 'vitest';
import { findFaults, text, withValues } from './broken.ts';

describe('key points', () => {
  const points = (count: number) => Array.from({ length: count }, (_, nth) => `Point ${nth}.`);

  test.each([3, 6])('can be %i in number', (count) => {
    expect(findFaults(withValues({ 'sessions[6].points': points(count) }))).toEqual([]);
  });

  test.each([1, 2, 7])('can’t be %i in number', (count) => {
    expect(findFaults(withValues({ 'sessions[6].points': points(count) }))[0]).toMatch(
      /^sessions\[6\]\.points: has too few or too many key points/u,
    );
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['must fit into a line', { 'sessions[6].points[0]': 'x'.repeat(111) }, 'points[0]: is longer than 110 characters'],
    ['must name their source', { 'sessions[6].pointsFrom': undefined }, 'pointsFrom: session 28D14 does not say'],
    ['must exist if they have a source', { 'sessions[0].pointsFrom': 'slides' }, 'pointsFrom: session 28F61 has no'],
    ['must have a known source', { 'sessions[6].pointsFrom': 'video' }, 'pointsFrom: is “video”, which is not one of'],
    ['must be unique', { 'sessions[6].points[1]': JSON.parse(text).sessions[6].points[0] }, 'twice in points'],
  ])('%s', (_, values, fault) => {
    const [first, ...more] = findFaults(withValues(values)).filter((one) => !one.includes('names the term'));
    expect(first).toContain(fault);
    expect(more).toEqual([]);
  });
});
