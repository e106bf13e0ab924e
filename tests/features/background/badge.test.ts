import { describe, expect, test } from 'vitest';
import { badgeText, withFrame } from '../../../features/background/badge.ts';

describe('The badge', () => {
  test('counts distinct sessions over all frames.', () => {
    const top = withFrame({}, 0, ['28D1Y', '28D0X'], true);
    expect(badgeText(top)).toBe('2');
    expect(badgeText(withFrame(top, 7, ['28D0X', '27FbS'], false))).toBe('3');
  });

  test('replaces what a frame told before.', () => {
    const frames = withFrame(withFrame({}, 0, ['28D1Y', '28D0X'], true), 0, ['28D1Y'], false);
    expect(frames).toEqual({ 0: ['28D1Y'] });
  });

  test('keeps no frame without sessions.', () => {
    expect(withFrame({ 0: ['28D1Y'], 7: ['28D0X'] }, 7, [], false)).toEqual({ 0: ['28D1Y'] });
    expect(withFrame({ 7: ['28D0X'] }, 0, [], true)).toEqual({});
  });

  test('forgets all frames when the tab shows another page.', () => {
    const before = withFrame(withFrame({}, 0, ['28D1Y'], true), 7, ['28D0X'], false);
    expect(withFrame(before, 0, ['27FbS'], true)).toEqual({ 0: ['27FbS'] });
  });

  test('shows nothing instead of a nought, and leaves what it was given alone.', () => {
    const before = withFrame({}, 0, ['28D1Y'], true);
    expect(badgeText(withFrame(before, 0, [], false))).toBe('');
    expect(badgeText({})).toBe('');
    expect(before).toEqual({ 0: ['28D1Y'] });
  });
});
