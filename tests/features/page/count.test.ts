// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Settle } from '../../../features/page/context.ts';
import { count } from '../../../features/page/count.ts';
import type { Spot } from '../../../sched/sessions.ts';
import { takeErrors } from '../../errors.ts';
import { askBy, startAlone } from './page.ts';

let stop: AbortController;
let sent: unknown[];
let settled: Settle;
let online: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  sent = [];
  online = true;
  const ask = async (message: unknown) => {
    if (!online) throw new Error('quota');
    sent.push((message as { ids: string[] }).ids);
    return true;
  };
  onPage = [];
  settled = startAlone([count], { ask: askBy(ask), signal: stop.signal });
});

afterEach(() => {
  stop.abort();
});

/** The spots on the page. A lost spot is the object that was found before. */
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

describe('the count of sessions', () => {
  test('is sent once at the end of a burst, with distinct sessions', async () => {
    found('28D1Y', '28D1Y');
    found('28D0X');
    expect(sent).toEqual([]);
    await settle();
    expect(sent).toEqual([['28D1Y', '28D0X']]);
  });

  test('is sent again when a session comes or goes, but not for a copy of it', async () => {
    found('28D1Y', '28D1Y', '28D0X');
    await settle();
    lost('28D1Y');
    await settle();
    expect(sent).toHaveLength(1);
    lost('28D1Y');
    await settle();
    found('27FbS');
    await settle();
    expect(sent.slice(1)).toEqual([['28D0X'], ['28D0X', '27FbS']]);
  });

  test('has no mentions', async () => {
    const mention = { id: '28AA1', mark: { kind: 'mention', degree: 'strong', words: ['Cilium'] } } as unknown as Spot;
    settled({ found: [mention], lost: [], more: false });
    await settle();
    expect(sent).toEqual([]);
    settled({ found: spots('28D1Y'), lost: [mention], more: false });
    await settle();
    settled({ found: [], lost: [mention], more: false });
    await settle();
    expect(sent).toEqual([['28D1Y']]);
  });

  test('is sent as empty by a frame that goes away', async () => {
    vi.stubGlobal('top', {});
    const frame = new AbortController();
    const inFrame = startAlone([count], {
      ask: askBy(async (message) => void sent.push((message as { ids: string[] }).ids)),
      signal: frame.signal,
    });
    vi.unstubAllGlobals();
    inFrame({ found: spots('28D1Y'), lost: [], more: false });
    await settle();
    dispatchEvent(new Event('pagehide'));
    expect(sent).toEqual([['28D1Y'], []]);
    frame.abort();
    dispatchEvent(new Event('pagehide'));
    expect(sent).toHaveLength(2);
  });

  test('is sent as empty when the last session goes', async () => {
    found('28D1Y');
    await settle();
    lost('28D1Y');
    await settle();
    expect(sent).toEqual([['28D1Y'], []]);
  });

  test('is not sent before any session is found, nor while nothing changes', async () => {
    found();
    await settle();
    expect(sent).toEqual([]);
    found('28D1Y');
    await settle();
    found();
    found();
    await settle();
    expect(sent).toHaveLength(1);
  });

  test('is sent within 100 ms, even while a page keeps changing', async () => {
    for (let i = 0; i < 20; i += 1) {
      found(`28D0${i}`);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(sent.length).toBeGreaterThanOrEqual(2);
  });

  test('is sent again when the page returns from the back/forward cache, but not when it is first shown', async () => {
    found('28D1Y');
    await settle();
    const shown = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
    dispatchEvent(shown(false));
    await settle();
    expect(sent).toHaveLength(1);
    dispatchEvent(shown(true));
    await settle();
    expect(sent).toEqual([['28D1Y'], ['28D1Y']]);
    stop.abort();
    dispatchEvent(shown(true));
    await settle();
    expect(sent).toHaveLength(2);
  });

  test('is sent again when a prerendered page is activated', async () => {
    found('28D1Y');
    await settle();
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(sent).toEqual([['28D1Y'], ['28D1Y']]);
  });

  test('is not sent after the signal aborts', async () => {
    found('28D1Y');
    stop.abort();
    await settle();
    expect(sent).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('A count that cannot be sent is reported, and the next change sends all sessions', async () => {
  online = false;
  found('28D1Y');
  await settle();
  expect(takeErrors()).toHaveLength(1);
  online = true;
  found('28D0X');
  await settle();
  expect(sent).toEqual([['28D1Y', '28D0X']]);
});
