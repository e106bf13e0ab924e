// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from '../../../features/page/life.ts';
import { CO_LOCATED, openPage } from '../../sched/page-of.ts';
import { bar } from './page.ts';

const html = () => document.documentElement.outerHTML;

beforeEach(() => {
  fakeBrowser.reset();
  openPage(`${CO_LOCATED}/list/simple`, bar('28D1Y'));
});

test('A copy of the script lives until a newer one begins in the page.', () => {
  const first = new ContentScriptContext();
  const second = new ContentScriptContext();
  expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
  const third = new ContentScriptContext();
  expect([second.signal.aborted, third.signal.aborted]).toEqual([true, false]);
});

test('The script of another extension ends no copy.', () => {
  const { signal } = new ContentScriptContext();
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue('another-extension');
  new ContentScriptContext();
  expect(signal.aborted).toBe(false);
  vi.restoreAllMocks();
});

test('What an extension that has gone left on the page is removed, and all else stays.', () => {
  const before = html();
  const { documentElement: root } = document;
  root.dataset.csgGuide = 'an-old-guide';
  root.setAttribute('data-csg-only', '');
  for (const link of document.querySelectorAll('a')) {
    link.dataset.csgLink = 'quiet';
    link.dataset.csgWords = 'XDP';
    Object.assign((link.parentElement as HTMLElement).dataset, { csgSession: '28D1Y', csgKind: 'mention' });
    link.parentElement?.after(document.createElement('csg-card'));
  }
  document.body.prepend(document.createElement('csg-strip'), document.createElement('csg-briefing'));
  new ContentScriptContext();
  expect(html()).toBe(before);
});
