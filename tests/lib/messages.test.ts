import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask, isMessage } from '../../lib/messages.ts';

/** Makes the background fail in these ways before it answers. Returns a function that counts the requests. */
function failing(...failures: (() => never)[]): () => number {
  let asked = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((() => {
    const fail = failures[asked];
    asked += 1;
    return fail ? fail() : Promise.resolve('answer');
  }) as never);
  return () => asked;
}
const throwing = (message: string) => () => {
  throw new Error(message);
};

test.each([
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  'The message port closed before a response was received.',
  'Promised response from onMessage listener went out of scope',
  'Could not establish connection. Receiving end does not exist.',
])('ask() retries once if the background was killed: %s', async (words) => {
  const asked = failing(throwing(words));
  expect([await ask({ type: 'list' }), asked()]).toEqual(['answer', 2]);
});

test.each([undefined, null])('ask() retries once if the answer is %s, as from a killed background', async (left) => {
  const answers = [left, 'answer'];
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async () => answers.shift()) as never);
  expect(await ask({ type: 'list' })).toBe('answer');
  expect(sent).toHaveBeenCalledTimes(2);
});

test('ask() rejects after two requests without an answer', async () => {
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async () => undefined) as never);
  await expect(ask({ type: 'panel', kind: 'about', id: '' })).rejects.toThrow('no answer to panel');
  expect(sent).toHaveBeenCalledTimes(2);
});

test('ask() accepts false, the answer for an unknown session', async () => {
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async () => false) as never);
  expect(await ask({ type: 'panel', kind: 'card', id: 'none' })).toBe(false);
  expect(sent).toHaveBeenCalledOnce();
});

test('ask() rejects if the background is killed twice', async () => {
  const asked = failing(throwing('message channel closed'), throwing('message channel closed again'));
  await expect(ask({ type: 'list' })).rejects.toThrow('closed again');
  expect(asked()).toBe(2);
});

test.each(['Extension context invalidated.', 'quota'])(
  'ask() rejects with the browser’s message after two failures: %s',
  async (words) => {
    const asked = failing(throwing(words), throwing(words));
    await expect(ask({ type: 'list' })).rejects.toThrow(words);
    expect(asked()).toBe(2);
  },
);

test('ask() retries once if no answer arrives within five seconds', async () => {
  vi.useFakeTimers();
  const answers = [new Promise(() => {}), Promise.resolve('answer')];
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((() => answers.shift()) as never);
  const asking = ask({ type: 'list' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await asking).toBe('answer');
  expect(sent).toHaveBeenCalledTimes(2);
});

describe('isMessage', () => {
  test.each<[unknown, boolean]>([
    [{ type: 'panel', kind: 'card', id: '28D1Y' }, true],
    [{ type: 'panel', kind: 'briefing', id: '28D1Y' }, true],
    [{ type: 'panel', kind: 'about', id: '' }, true],
    [{ type: 'list' }, true],
    [{ type: 'known', hash: 'a' }, true],
    [{ type: 'known', hash: 7 }, false],
    [{ type: 'seen', host: 'kccncna2025.sched.com', hash: 'a', sessions: {} }, true],
    [{ type: 'seen', host: 'kccncna2025.sched.com', hash: 7, sessions: {} }, false],
    [{ type: 'seen', host: 7, hash: 'a', sessions: {} }, false],
    [{ type: 'seen', host: 'kccncna2025.sched.com', hash: 'a', sessions: null }, false],
    [{ type: 'seen', host: 'kccncna2025.sched.com', hash: 'a' }, false],
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
  ])('for %j is %s', (value, known) => {
    expect(isMessage(value)).toBe(known);
  });
});
