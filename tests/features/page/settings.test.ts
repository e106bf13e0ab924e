// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageOwn } from '../../../features/page/own.ts';
import { pageSettings } from '../../../features/page/settings.ts';
import { readPageSettings } from '../../../lib/own/settings.ts';
import { takeErrors } from '../../errors.ts';
import { setSwitch, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';

holdTimers();

const { local } = fakeBrowser.storage;
let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
});

const settingsUntil = async (signal: AbortSignal) => pageSettings(await pageOwn(signal));
const pageShown = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('the settings of a page', () => {
  test('are the stored ones from the start', async () => {
    await setSwitch({ part: 'cards' }, false);
    expect((await settingsUntil(stop.signal)).now()).toEqual(readPageSettings({ 'off:cards': true }));
  });

  test('are all on when storage cannot be read, which is reported', async () => {
    await setSwitch({ all: true }, false);
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    expect((await settingsUntil(stop.signal)).now()).toEqual(readPageSettings({}));
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(storage)')]);
  });

  test('are stored when they change, and notify a subscriber until its signal aborts', async () => {
    const settings = await settingsUntil(stop.signal);
    const notified: boolean[] = [];
    const until = new AbortController();
    settings.subscribe(() => notified.push(settings.now().othersOff), until.signal);
    settings.turn({ others: true }, false);
    await rest();
    expect(await stored()).toEqual({ 'off:others': true });
    settings.turn({ others: true }, true);
    await rest();
    expect(notified).toEqual([true, false]);
    until.abort();
    settings.turn({ others: true }, false);
    await rest();
    expect([notified.length, settings.now().othersOff]).toEqual([2, true]);
  });

  test('change back when the browser rejects them, which is reported', async () => {
    const settings = await settingsUntil(stop.signal);
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    settings.turn({ others: true }, false);
    await rest();
    expect(settings.now().othersOff).toBe(false);
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(settings)')]);
  });

  test('no longer change after the signal aborts', async () => {
    const settings = await settingsUntil(stop.signal);
    stop.abort();
    await setSwitch({ all: true }, false);
    pageShown(true);
    await rest();
    expect(settings.now().on).toBe(true);
  });
});
