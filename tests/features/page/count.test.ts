// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Settle } from '../../../features/page/context.ts';
import { count } from '../../../features/page/count.ts';
import type { Spot } from '../../../sched/sessions.ts';
import { takeErrors } from '../../errors.ts';
import { askBy, startAlone } from './page.ts';

let stop: AbortController;
let told: unknown[];
let settled: Settle;
let online: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  told = [];
  online = true;
  const ask = async (message: unknown) => {
    if (!online) throw new Error('quota');
    told.push((message as { ids: string[] }).ids);
    return true;
  };
  onPage = [];
  settled = startAlone([count], { ask: askBy(ask), signal: stop.signal });
});

afterEach(() => {
  stop.abort();
});

/** The spots that are on the page, as the watch has them: each is lost as it was found. */
let onPage: Spot[] = [];
const spots = (...ids: string[]) => ids.map((id) => ({ id, mark: { kind: 'guide' } }) as Spot);
const take = (id: string) => {
  const at = onPage.findIndex((spot) => spot.id === id);
  return onPage.splice(at, 1);
};
const found = (...ids: string[]) => {
  const fresh = spots(...ids);
  onPage.push(...fresh);
  settled({ found: fresh, lost: [], more: false });
};
const lost = (...ids: string[]) => settled({ found: [], lost: ids.flatMap(take), more: false });
const settle = () => vi.advanceTimersByTimeAsync(1000);

describe('The background is told', () => {
  test('of distinct sessions, once at the end of a burst.', async () => {
    found('28D1Y', '28D1Y');
    found('28D0X');
    expect(told).toEqual([]);
    await settle();
    expect(told).toEqual([['28D1Y', '28D0X']]);
  });

  test('again when a session comes or goes, not when only a copy of it does.', async () => {
    found('28D1Y', '28D1Y', '28D0X');
    await settle();
    lost('28D1Y');
    await settle();
    expect(told).toHaveLength(1);
    lost('28D1Y');
    await settle();
    found('27FbS');
    await settle();
    expect(told.slice(1)).toEqual([['28D0X'], ['28D0X', '27FbS']]);
  });

  test('of no mentions.', async () => {
    const mention = { id: '28AA1', mark: { kind: 'mention', degree: 'strong', words: ['Cilium'] } } as unknown as Spot;
    settled({ found: [mention], lost: [], more: false });
    await settle();
    expect(told).toEqual([]);
    settled({ found: spots('28D1Y'), lost: [mention], more: false });
    await settle();
    settled({ found: [], lost: [mention], more: false });
    await settle();
    expect(told).toEqual([['28D1Y']]);
  });

  test('of none by a frame that goes.', async () => {
    vi.stubGlobal('top', {});
    const frame = new AbortController();
    const inFrame = startAlone([count], {
      ask: askBy(async (message) => void told.push((message as { ids: string[] }).ids)),
      signal: frame.signal,
    });
    vi.unstubAllGlobals();
    inFrame({ found: spots('28D1Y'), lost: [], more: false });
    await settle();
    dispatchEvent(new Event('pagehide'));
    expect(told).toEqual([['28D1Y'], []]);
    frame.abort();
    dispatchEvent(new Event('pagehide'));
    expect(told).toHaveLength(2);
  });

  test('when the last session goes.', async () => {
    found('28D1Y');
    await settle();
    lost('28D1Y');
    await settle();
    expect(told).toEqual([['28D1Y'], []]);
  });

  test('of nothing where nothing was ever shown, and nothing new while nothing changes.', async () => {
    found();
    await settle();
    expect(told).toEqual([]);
    found('28D1Y');
    await settle();
    found();
    found();
    await settle();
    expect(told).toHaveLength(1);
  });

  test('within a tenth of a second, though a page that is arriving never rests.', async () => {
    for (let i = 0; i < 20; i += 1) {
      found(`28D0${i}`);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(told.length).toBeGreaterThanOrEqual(2);
  });

  test('again when the page comes back from the back/forward cache, but not when it is first shown.', async () => {
    found('28D1Y');
    await settle();
    const shown = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
    dispatchEvent(shown(false));
    await settle();
    expect(told).toHaveLength(1);
    dispatchEvent(shown(true));
    await settle();
    expect(told).toEqual([['28D1Y'], ['28D1Y']]);
    stop.abort();
    dispatchEvent(shown(true));
    await settle();
    expect(told).toHaveLength(2);
  });

  test('again when the page, rendered ahead, has come into its tab.', async () => {
    found('28D1Y');
    await settle();
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(told).toEqual([['28D1Y'], ['28D1Y']]);
  });

  test('nothing after the signal.', async () => {
    found('28D1Y');
    stop.abort();
    await settle();
    expect(told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('A background that refuses is reported, and told of the next change.', async () => {
  online = false;
  found('28D1Y');
  await settle();
  expect(takeErrors()).toHaveLength(1);
  online = true;
  found('28D0X');
  await settle();
  expect(told).toEqual([['28D1Y', '28D0X']]);
});
