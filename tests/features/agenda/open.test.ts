// @vitest-environment happy-dom
import './one-window.ts';

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Surface } from '../../../features/agenda/list/surface.ts';
import { openSurface } from '../../../features/agenda/open.ts';
import { WINDOW } from './one-window.ts';

const browser = fakeBrowser as unknown as {
  sidePanel?: { open: (options: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
};

/** What was opened, and whether the surface closed itself. */
let opened: string[];
beforeEach(() => {
  opened = [];
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(
    (async ({ url }: { url: string }) => void opened.push(url)) as never,
  );
  vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockImplementation(async () => void opened.push('options'));
  vi.spyOn(window, 'close').mockImplementation(() => void opened.push('closed'));
  delete browser.sidePanel;
  delete browser.sidebarAction;
});

describe('From a popup, which is in the way of what it opens,', () => {
  test('the page opens in a tab, with what was shown.', async () => {
    await openSurface('page', 'popup', '?q=kelp&day=2025-11-10');
    expect(opened).toEqual([expect.stringMatching(/\/agenda\.html\?q=kelp&day=2025-11-10$/u), 'closed']);
  });

  test('the options open.', async () => {
    await openSurface('options', 'popup', '');
    expect(opened).toEqual(['options', 'closed']);
  });

  test('the panel of Chrome opens in this window, in the press itself.', () => {
    browser.sidePanel = { open: async ({ windowId }) => void opened.push(`panel ${windowId}`) };
    void openSurface('panel', 'popup', '');
    expect(opened).toEqual([`panel ${WINDOW}`]);
  });

  test('the sidebar of Firefox opens, in the press itself.', () => {
    browser.sidebarAction = { open: async () => void opened.push('sidebar') };
    void openSurface('panel', 'popup', '');
    expect(opened).toEqual(['sidebar']);
  });

  test('what the browser refuses is said by a rejection, and the popup stays.', async () => {
    browser.sidePanel = { open: () => Promise.reject(new Error('no user gesture')) };
    await expect(openSurface('panel', 'popup', '')).rejects.toThrow('no user gesture');
    expect(opened).toEqual([]);
  });
});

test.each<Surface>(['page', 'panel'])('From the %s nothing closes.', async (surface) => {
  await openSurface('options', surface, '');
  expect(opened).toEqual(['options']);
});
