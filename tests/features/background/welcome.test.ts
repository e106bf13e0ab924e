import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcomeOnce } from '../../../features/background/welcome.ts';

let opened: unknown[];
beforeEach(() => {
  opened = [];
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) =>
    opened.push(url)) as never);
  welcomeOnce();
});

test('Installing the extension opens its welcome page', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false } as never);
  expect(opened).toEqual([fakeBrowser.runtime.getURL('/welcome.html' as never)]);
});

test.each(['update', 'browser_update', 'shared_module_update'])('The reason “%s” opens nothing', async (reason) => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false } as never);
  expect(opened).toEqual([]);
});
