import { expect, test } from 'vitest';
import { guide } from '../../data/index.ts';
import { detailLoader } from '../../entrypoints/sched.content/detail.ts';
import { detailOf } from '../../lib/agenda.ts';
import type { Message } from '../../lib/messages.ts';

/** A background that fails as often as told, and keeps what it was asked. */
function background(failures = 0, answer = (id: string): unknown => detailOf(guide, id)) {
  const asked: Message[] = [];
  const send = async (message: Message) => {
    asked.push(message);
    if (asked.length <= failures) throw new Error('Receiving end does not exist');
    return message.type === 'detail' ? answer(message.id) : undefined;
  };
  return { asked, detail: detailLoader(send) };
}

test('The texts of a session are asked for once, however many cards want them.', async () => {
  const { asked, detail } = background();
  const [first, second] = await Promise.all([detail('28D1Y'), detail('28D1Y')]);
  expect(first.session.id).toBe('28D1Y');
  expect(await detail('28D1Y')).toBe(first);
  expect(second).toBe(first);
  expect(asked).toEqual([{ type: 'detail', id: '28D1Y' }]);
});

test('Each session has its own texts.', async () => {
  const { asked, detail } = background();
  const found = await Promise.all(['28D1Y', '27FbS'].map(detail));
  expect(found.map(({ session }) => session.id)).toEqual(['28D1Y', '27FbS']);
  expect(asked).toHaveLength(2);
});

test('A load that failed is tried again at the next call, and only then.', async () => {
  const { asked, detail } = background(1);
  const [first, second] = [detail('28D1Y'), detail('28D1Y')];
  await expect(first).rejects.toThrow('Receiving end');
  await expect(second).rejects.toThrow('Receiving end');
  expect(asked).toHaveLength(1);
  expect((await detail('28D1Y')).session.id).toBe('28D1Y');
  expect(asked).toHaveLength(2);
});

test.each([undefined, null, ''])('An answer of %j is a failure, which names the session.', async (answer) => {
  const { detail } = background(0, () => answer);
  await expect(detail('28D1Y')).rejects.toThrow('28D1Y');
});
