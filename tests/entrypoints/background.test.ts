import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../data/index.ts';
import background from '../../entrypoints/background.ts';
import { detailOf } from '../../lib/agenda.ts';

type Sender = { id?: string; tab?: { id?: number }; frameId?: number };

/** The toolbar of a browser: the badge of each tab, which goes when another page is loaded. */
let badges: Map<number, string>;

beforeEach(() => {
  fakeBrowser.reset();
  badges = new Map();
  const action = {
    getBadgeText: async ({ tabId }: { tabId: number }) => badges.get(tabId) ?? '',
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  };
  for (const [name, does] of Object.entries(action)) {
    vi.spyOn(fakeBrowser.action, name as keyof typeof action).mockImplementation(does as never);
  }
  background.main();
});

const own = fakeBrowser.runtime.id;

/** What the background answers to a message. */
async function answer(message: unknown, sender: Sender): Promise<unknown> {
  const answers = await fakeBrowser.runtime.onMessage.trigger(message as never, sender as never, () => {});
  return answers[0];
}

const shown = (tab: number, frameId: number, ...ids: string[]) =>
  answer({ type: 'shown', ids }, { id: own, tab: { id: tab }, frameId });

describe('The background', () => {
  test.each(['28D1Y', '27FbS'])('hands out the texts of %s.', async (id) => {
    expect(await answer({ type: 'detail', id }, { id: own })).toEqual(detailOf(guide, id));
  });

  test.each(['', '28d1y', '28D4J', '__proto__'])('has none for “%s”, which is no session of the guide.', async (id) => {
    expect(await answer({ type: 'detail', id }, { id: own })).toBeUndefined();
  });

  test('answers nobody else, and nothing that it does not know.', async () => {
    expect(await answer({ type: 'detail', id: '28D1Y' }, { id: 'another-extension' })).toBeUndefined();
    expect(await answer({ type: 'detail' }, { id: own })).toBeUndefined();
    await answer({ type: 'shown', ids: ['28D1Y'] }, { id: own });
    expect(badges.size).toBe(0);
  });
});

describe('The badge of a tab', () => {
  test('is the number of distinct sessions in all its frames, also those that tell at the same moment.', async () => {
    await Promise.all([shown(1, 0, '28D1Y', '28D0X'), shown(1, 7, '28D0X', '27FbS'), shown(2, 0, '27FbS')]);
    expect([...badges]).toEqual([
      [1, '3'],
      [2, '1'],
    ]);
  });

  test('counts anew when another page is loaded.', async () => {
    await shown(1, 0, '28D1Y', '28D0X');
    await shown(1, 7, '27FbS');
    badges.delete(1);
    await shown(1, 0, '28D2Q');
    expect(badges.get(1)).toBe('1');
  });

  test('goes with the last session.', async () => {
    await shown(1, 0, '28D1Y');
    await shown(1, 0);
    expect(badges.get(1)).toBe('');
  });

  test('survives a failure of the one before.', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValueOnce(new Error('no tab with id 1') as never);
    await shown(1, 0, '28D1Y');
    expect(silent).toHaveBeenCalledOnce();
    await shown(2, 0, '28D1Y');
    expect(badges.get(2)).toBe('1');
    silent.mockRestore();
  });
});
