import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetClosedTabs, showCount } from '../../../features/background/badge.ts';
import { takeErrors } from '../../errors.ts';

beforeEach(() => {
  vi.spyOn(fakeBrowser.action, 'getBadgeText').mockResolvedValue('1' as never);
  for (const name of ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor'] as const) {
    vi.spyOn(fakeBrowser.action, name).mockResolvedValue(undefined as never);
  }
  forgetClosedTabs();
});

const shown = (tab: number, frame: number, ...ids: string[]) => showCount(tab, frame, ids);

describe('the frames of a tab', () => {
  const stored = () => fakeBrowser.storage.session.get(null);

  test('are forgotten when the tab closes', async () => {
    await Promise.all([shown(1, 0, '28D1Y'), shown(1, 7, '28D0X'), shown(2, 0, '27FbS')]);
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 1, isWindowClosing: false } as never);
    await vi.waitFor(async () => expect(await stored()).toEqual({ 'frames:2': { 0: ['27FbS'] } }));
  });

  test('are not stored when the tab has already closed', async () => {
    vi.spyOn(fakeBrowser.action, 'getBadgeText').mockRejectedValueOnce(new Error('no tab with id 1') as never);
    await shown(1, 0, '28D1Y');
    expect(await stored()).not.toHaveProperty('frames:1');
    expect(takeErrors()).toHaveLength(1);
  });

  test('are forgotten when no session is left in any of them', async () => {
    await shown(1, 0, '28D1Y');
    await shown(1, 0);
    expect(await stored()).toEqual({});
  });
});
