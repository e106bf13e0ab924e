import { afterEach, describe, expect, test, vi } from 'vitest';
import { isMessage } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';

describe('A message', () => {
  test.each<[unknown, boolean]>([
    [{ type: 'panel', kind: 'card', id: '28D1Y' }, true],
    [{ type: 'panel', kind: 'briefing', id: '28D1Y' }, true],
    [{ type: 'panel', kind: 'strip', id: '' }, true],
    [{ type: 'panel', kind: 'about', id: '' }, true],
    [{ type: 'bars' }, true],
    [{ type: 'seen', host: 'kccncna2025.sched.com', sessions: {} }, true],
    [{ type: 'seen', host: 7, sessions: {} }, false],
    [{ type: 'seen', host: 'kccncna2025.sched.com', sessions: null }, false],
    [{ type: 'seen', host: 'kccncna2025.sched.com' }, false],
    [{ type: 'takeaways' }, false],
    [{ type: 'go', step: 1 }, true],
    [{ type: 'go', step: -1 }, true],
    [{ type: 'shown', ids: [] }, true],
    [{ type: 'shown', ids: ['28D1Y', '28D0X'] }, true],
    [{ type: 'panel' }, false],
    [{ type: 'panel', kind: 'card' }, false],
    [{ type: 'panel', kind: 'card', id: 28 }, false],
    [{ type: 'panel', kind: 'card', ids: ['28D1Y'] }, false],
    [{ type: 'panel', kind: 'Card', id: '28D1Y' }, false],
    [{ type: 'panel', kind: ['card'], id: '28D1Y' }, false],
    [{ type: 'panel', kind: 'toString', id: '28D1Y' }, false],
    [{ type: 'panel', id: '28D1Y' }, false],
    [{ type: 'failed', where: 'cards', text: 'Error: x' }, true],
    [{ type: 'failed', where: 'cards' }, false],
    [{ type: 'failed', where: 7, text: 'Error: x' }, false],
    [{ type: 'go' }, false],
    [{ type: 'go', step: 0 }, false],
    [{ type: 'go', step: 2 }, false],
    [{ type: 'go', step: '1' }, false],
    [{ type: 'detail', id: '28D1Y' }, false],
    [{ type: 'shown' }, false],
    [{ type: 'shown', ids: '28D1Y' }, false],
    [{ type: 'shown', ids: ['28D1Y', 7] }, false],
    [{ type: 'shown', id: '28D1Y' }, false],
    [{ type: 'picked', id: '28D1Y' }, false],
    [{ id: '28D1Y', ids: [], kind: 'card' }, false],
    [[], false],
    ['panel', false],
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
