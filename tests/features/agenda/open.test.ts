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

/** What was opened, and “closed” if the surface closed itself. */
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

describe('a popup', () => {
  test('opens the page in a tab with the same view, and closes', async () => {
    await openSurface('page', 'popup', '?q=kelp&day=2025-11-10');
    expect(opened).toEqual([expect.stringMatching(/\/agenda\.html\?q=kelp&day=2025-11-10$/u), 'closed']);
  });

  test('opens the options, and closes', async () => {
    await openSurface('options', 'popup', '');
    expect(opened).toEqual(['options', 'closed']);
  });

  test('opens Chrome’s side panel in this window, during the press', () => {
    browser.sidePanel = { open: async ({ windowId }) => void opened.push(`panel ${windowId}`) };
    void openSurface('panel', 'popup', '');
    expect(opened).toEqual([`panel ${WINDOW}`]);
  });

  test('opens Firefox’s sidebar, during the press', () => {
    browser.sidebarAction = { open: async () => void opened.push('sidebar') };
    void openSurface('panel', 'popup', '');
    expect(opened).toEqual(['sidebar']);
  });

  test('stays open when the browser refuses, and rejects', async () => {
    browser.sidePanel = { open: () => Promise.reject(new Error('no user gesture')) };
    await expect(openSurface('panel', 'popup', '')).rejects.toThrow('no user gesture');
    expect(opened).toEqual([]);
  });
});

test.each<Surface>(['page', 'panel'])('The %s stays open when it opens the options', async (surface) => {
  await openSurface('options', surface, '');
  expect(opened).toEqual(['options']);
});
