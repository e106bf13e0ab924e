import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { answer as answerMessage, type Sender } from '../../../features/background/answer.ts';
import type { Panel } from '../../../lib/messages.ts';
import { takeErrors } from '../../errors.ts';
import { stored } from '../../lib/own/stored.ts';

const page = {
  id: fakeBrowser.runtime.id,
  tab: { id: 1 },
  frameId: 0,
  url: `https://${guide.sites[0]?.host}/list/simple`,
};
const answer = (message: unknown, sender: object) => answerMessage(message, sender as Sender);

describe('the session facts that a page reports', () => {
  const HOST = 'colocatedeventsna2025.sched.com';
  const seen = (tab: object, hash = 'a', room = 'Hall 1') => {
    const sessions = { '28D1Y': { title: 'Containing Wildfires', room } };
    const message = { type: 'seen', host: HOST, hash, sessions };
    return answer(message, { ...page, tab });
  };
  const isKnown = (hash: string, more: object = {}) => answer({ type: 'known', hash }, { ...page, ...more });

  test('are stored, except from a private window', async () => {
    expect(await seen({ id: 1, incognito: true })).toBe(true);
    expect(await stored()).toEqual({});
    expect(await seen({ id: 1, incognito: false })).toBe(true);
    expect(Object.keys(await stored())).toEqual(['seen:28D1Y']);
  });

  test('appear in the briefing, and are not stored again while unchanged', async () => {
    await seen({ id: 1 });
    const briefing = (await answer({ type: 'panel', kind: 'briefing', id: '28D1Y' }, page)) as Panel;
    expect(JSON.stringify(briefing.tree)).toContain('Hall 1');
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await seen({ id: 1 });
    expect(set).not.toHaveBeenCalled();
    set.mockRestore();
  });

  test('are known by the checksum of every page that reported them, until one reports a change', async () => {
    expect(await isKnown('a')).toBe(false);
    await Promise.all([seen({ id: 1 }, 'a'), seen({ id: 2 }, 'b')]);
    expect(await Promise.all([isKnown('a'), isKnown('b'), isKnown('c')])).toEqual([true, true, false]);
    expect(await isKnown('a', { url: `https://${guide.sites[1]?.host}/list/simple` })).toBe(false);
    await seen({ id: 1 }, 'c', 'Hall 2');
    expect(await Promise.all([isKnown('a'), isKnown('b'), isKnown('c')])).toEqual([false, false, true]);
  });

  test('count as known in a private window, and are not remembered from it', async () => {
    expect(await isKnown('a', { tab: { id: 1, incognito: true } })).toBe(true);
    await seen({ id: 1, incognito: true });
    expect(await isKnown('a')).toBe(false);
  });

  test('are stored even when session storage rejects, and the error is reported', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('full'));
    expect(await seen({ id: 1 })).toBe(true);
    expect(Object.keys(await stored())).toEqual(['seen:28D1Y']);
    expect(await isKnown('a')).toBe(false);
    expect(takeErrors()).toHaveLength(1);
  });
});
