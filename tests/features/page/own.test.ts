// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageOwn } from '../../../features/page/own.ts';
import { holdTimers, rest } from '../../time.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const pageShown = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

test('The reader’s data is read again only when the page returns from the back/forward cache', async () => {
  const stop = new AbortController();
  const own = await pageOwn(stop.signal);
  const get = vi.spyOn(local, 'get').mockResolvedValue({ 'off:strip': true } as never);
  pageShown(false);
  await rest();
  expect(get).not.toHaveBeenCalled();
  pageShown(true);
  await rest();
  expect(own.values()).toEqual({ 'off:strip': true });
  stop.abort();
  pageShown(true);
  await rest();
  expect(get).toHaveBeenCalledOnce();
});
