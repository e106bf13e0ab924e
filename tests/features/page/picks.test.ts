// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pagePicks } from '../../../features/page/picks.ts';
import { liveCopy } from '../../../lib/own/live.ts';
import { takeErrors } from '../../errors.ts';
import { setPicked, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';

holdTimers();

const { local } = fakeBrowser.storage;

/** The picks of a page that is still reading them. */
function picksUntil(signal: AbortSignal) {
  const live = liveCopy(signal);
  void live.load();
  return pagePicks(live, 'g', signal);
}

describe('the picks of a page', () => {
  test('follow storage and other windows, and notify subscribers, until the signal aborts', async () => {
    await setPicked('28D1Y', 'g', true);
    const stop = new AbortController();
    const picks = picksUntil(stop.signal);
    const seen: boolean[] = [];
    picks.subscribe(() => seen.push(picks.has('28D1Y')));
    await rest();
    await setPicked('28D1Y', 'g', false);
    await rest();
    stop.abort();
    await setPicked('28D1Y', 'g', true);
    await rest();
    expect(seen).toEqual([true, false]);
  });

  test('lose a pick that could not be saved', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const picks = picksUntil(new AbortController().signal);
    picks.toggle('28D1Y', 'One');
    expect(picks.has('28D1Y')).toBe(true);
    await rest();
    expect(picks.has('28D1Y')).toBe(false);
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(picks)')]);
  });

  test('lose only the pick that the browser rejects late', async () => {
    const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
    vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
      if (!('pick:28D1Y' in items)) return set(items);
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('quota');
    });
    const picks = picksUntil(new AbortController().signal);
    await rest();
    picks.toggle('28D1Y', 'One');
    picks.toggle('27FbS', 'Another');
    await rest(40);
    expect([picks.has('28D1Y'), picks.has('27FbS')]).toEqual([false, true]);
    expect(await stored()).toHaveProperty('pick:27FbS');
    expect(takeErrors()).toHaveLength(1);
  });

  test('are stored with at most 400 characters of the title, and without an empty one', async () => {
    const picks = picksUntil(new AbortController().signal);
    picks.toggle('28D1Y', 'x'.repeat(1_000_000));
    await rest();
    expect(await stored()).toEqual({
      'pick:28D1Y': { id: '28D1Y', guide: 'g', at: expect.any(Number), title: 'x'.repeat(400) },
    });
    picks.toggle('28D1Y', '');
    await rest();
    picks.toggle('28D1Y', '');
    await rest();
    expect(await stored()).toEqual({ 'pick:28D1Y': { id: '28D1Y', guide: 'g', at: expect.any(Number) } });
  });
});
