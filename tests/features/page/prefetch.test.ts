// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { prefetching } from '../../../features/page/prefetch.ts';
import type { Question } from '../../../lib/messages.ts';
import { askBy } from './page.ts';

const bars: Question = { type: 'bars' };
const strip: Question = { type: 'panel', kind: 'strip', id: '' };

test('A prefetched answer is used once: a later answer may be different.', async () => {
  let nth = 0;
  const asked: unknown[] = [];
  const { ask, prefetch } = prefetching(
    askBy(async (message) => {
      asked.push(message);
      nth += 1;
      return nth;
    }),
  );
  prefetch(bars);
  expect(await ask(strip)).toBe(2);
  expect(await ask({ type: 'bars' })).toBe(1);
  expect(await ask(bars)).toBe(3);
  expect(asked).toEqual([bars, strip, bars]);
});

test('A failure is thrown where the answer is needed, and is silent where it is not.', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const { ask, prefetch } = prefetching(() => Promise.reject(new Error('gone')));
  prefetch(bars);
  prefetch(strip);
  await expect(ask(bars)).rejects.toThrow('gone');
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
