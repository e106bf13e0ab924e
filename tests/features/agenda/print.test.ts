// @vitest-environment happy-dom
import './one-window.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { parseView } from '../../../features/agenda/list/view.ts';
import { printIfAsked, printList, printQuery } from '../../../features/agenda/print.ts';
import { loadedSurface } from './surface.ts';

const QUERY = '?q=kelp&day=2025-11-10';
const view = parseView(QUERY);

let done: string[];
beforeEach(() => {
  done = [];
  vi.stubGlobal('print', () => void done.push('print'));
  vi.stubGlobal('close', () => void done.push('close'));
  vi.spyOn(browser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    done.push(new URL(url).pathname + new URL(url).search);
  }) as never);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('printing the list', () => {
  test('begins after all rows were drawn', async () => {
    const draw = () => void done.push('draw');
    addEventListener('beforeprint', draw);
    await printList();
    removeEventListener('beforeprint', draw);
    expect(done).toEqual(['draw', 'print']);
  });

  test('happens in the tab itself', async () => {
    const { store } = await loadedSurface({ surface: 'page', view });
    await store.open('print');
    expect(done).toEqual(['print']);
  });

  test.each(['popup', 'panel'] as const)('from a %s opens a tab with the same view', async (surface) => {
    const { store } = await loadedSurface({ surface, view });
    await store.open('print');
    expect(done[0]).toMatch(/^\/agenda\.html\?q=kelp&day=2025-11-10&print=$/u);
    expect(done).not.toContain('print');
    expect(done.includes('close')).toBe(surface === 'popup');
    expect(parseView(printQuery(view))).toEqual(view);
  });
});

describe('a tab that was opened to print', () => {
  test('prints once, and not when it is loaded again', async () => {
    history.replaceState(null, '', `/agenda.html${printQuery(view)}`);
    await printIfAsked(view);
    expect(done).toEqual(['print']);
    expect(location.pathname + location.search).toBe(`/agenda.html${QUERY}`);
    await printIfAsked(view);
    expect(done).toEqual(['print']);
  });
});
