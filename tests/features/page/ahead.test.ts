import { expect, test, vi } from 'vitest';
import { askingAhead } from '../../../features/page/ahead.ts';
import type { Message } from '../../../lib/messages.ts';

const bars: Message = { type: 'bars' };
const strip: Message = { type: 'panel', kind: 'strip', id: '' };

test('What was asked ahead is not asked again, but once: a later answer may be another.', async () => {
  let nth = 0;
  const asked: Message[] = [];
  const { ask, send } = askingAhead(async (message) => {
    asked.push(message);
    nth += 1;
    return nth;
  });
  ask(bars);
  expect(await send(strip)).toBe(2);
  expect(await send({ type: 'bars' })).toBe(1);
  expect(await send(bars)).toBe(3);
  expect(asked).toEqual([bars, strip, bars]);
});

test('A failure is told to whoever needs the answer, and to nobody where it is not needed.', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const { ask, send } = askingAhead(() => Promise.reject(new Error('gone')));
  ask(bars);
  ask(strip);
  await expect(send(bars)).rejects.toThrow('gone');
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
