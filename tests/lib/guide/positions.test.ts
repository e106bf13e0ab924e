import { describe, expect, test } from 'vitest';
import { cutAtPositions, recordingAt } from '../../../lib/guide/positions.ts';

const MINUTE = 60_000;
const positions = (note: string, minutes = 30) =>
  cutAtPositions(note, minutes * MINUTE).flatMap((part) => (typeof part === 'string' ? [] : [part.seconds]));

describe('cutAtPositions', () => {
  test.each<[string, number[], number?]>([
    ['12:40', [760]],
    ['See 0:05 and (12:40), then 44:59.', [5, 760, 2699]],
    ['1:02:03', [3723], 60],
    ['75:10', [4510], 75],
    ['Twice as long: 59:59', []],
    ['1:02:03', []],
    ['at 9:10 AM, 9:10am, 9:10 p.m., 9:10-9:35 AM or 9:10 – 9:35 pm', []],
    ['12:4, 12:60, 1:2:03', []],
    ['fe80::12:40, 10.0.0.1:12:40, 2025-11-10T12:40', []],
    ['12:40: the demo', [760]],
    ['12:40:', [760]],
    ['12:40-13:10, 14:00–15:00 or 16:00 - 17:00', [760, 790, 840, 900, 960, 1020]],
    ['12:40::1, 12:40:ab, 12:40-13, 11-12:40, a-12:40', []],
    ['', []],
  ])('finds in “%s” the positions %j', (note, expected, minutes) => {
    expect(positions(note, minutes)).toEqual(expected);
  });

  test('keeps every character of the note', () => {
    const note = 'Before 12:40 between\n1:00 after ☂';
    const parts = cutAtPositions(note, 30 * MINUTE);
    expect(parts).toHaveLength(5);
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(note);
  });
});

test.each([
  ['https://www.youtube.com/watch?v=a_b', 'https://www.youtube.com/watch?v=a_b&t=760s'],
  ['https://youtu.be/a_b?t=5', 'https://youtu.be/a_b?t=760s'],
  ['https://video.example/kelp.mp4', 'https://video.example/kelp.mp4#t=760'],
  ['https://notyoutube.com/a', 'https://notyoutube.com/a#t=760'],
])('recordingAt adds the position to %s: %s', (recording, expected) => {
  expect(recordingAt(recording, 760)).toBe(expected);
});
