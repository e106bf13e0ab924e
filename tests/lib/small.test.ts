import { afterEach, describe, expect, test, vi } from 'vitest';
import { badgeText, withFrame } from '../../lib/badge.ts';
import { isMessage } from '../../lib/messages.ts';
import { report } from '../../lib/report.ts';

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

describe('A message', () => {
  test.each<[unknown, boolean]>([
    [{ type: 'detail', id: '28D1Y' }, true],
    [{ type: 'shown', ids: [] }, true],
    [{ type: 'shown', ids: ['28D1Y', '28D0X'] }, true],
    [{ type: 'detail' }, false],
    [{ type: 'detail', id: 28 }, false],
    [{ type: 'detail', ids: ['28D1Y'] }, false],
    [{ type: 'shown' }, false],
    [{ type: 'shown', ids: '28D1Y' }, false],
    [{ type: 'shown', ids: ['28D1Y', 7] }, false],
    [{ type: 'shown', id: '28D1Y' }, false],
    [{ type: 'picked', id: '28D1Y' }, false],
    [{ id: '28D1Y', ids: [] }, false],
    [[], false],
    ['detail', false],
    [7, false],
    [null, false],
    [undefined, false],
  ])('%j is one of ours: %s.', (value, ours) => {
    expect(isMessage(value)).toBe(ours);
  });
});

describe('A report', () => {
  afterEach(() => vi.restoreAllMocks());

  function consoleAfter(error: unknown): unknown[][] {
    const lines: unknown[][] = [];
    vi.spyOn(console, 'error').mockImplementation((...line) => void lines.push(line));
    report(error, 'cards');
    return lines;
  }

  test.each([new Error('quota'), 'a text', undefined, null, { message: 'Extension context invalidated.' }])(
    'of %s names the product, the part and the error.',
    (error) => {
      expect(consoleAfter(error)).toEqual([['Cilium Session Guide (cards)', error]]);
    },
  );

  test.each(['Extension context invalidated.', 'Could not establish connection. Receiving end does not exist.'])(
    'is silent when the extension has gone: %s',
    (message) => {
      expect(consoleAfter(new Error(message))).toEqual([]);
    },
  );
});
