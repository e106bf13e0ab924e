// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeOver } from '../../../features/page/take-over.ts';
import { CO_LOCATED, openPage } from '../../sched/page-of.ts';
import { bar } from './page.ts';

const html = () => document.documentElement.outerHTML;

beforeEach(() => {
  fakeBrowser.reset();
  openPage(`${CO_LOCATED}/list/simple`, bar('28D1Y'));
});

test('A copy of the script runs until a newer one takes over.', () => {
  const first = takeOver(document);
  const second = takeOver(document);
  expect([first.aborted, second.aborted]).toEqual([true, false]);
  const third = takeOver(document);
  expect([second.aborted, third.aborted]).toEqual([true, false]);
});

test('The script of another extension ends no copy.', () => {
  const signal = takeOver(document);
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue('another-extension');
  takeOver(document);
  expect(signal.aborted).toBe(false);
  vi.restoreAllMocks();
});

test('Everything that a removed extension left on the page is removed, and nothing else.', () => {
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
  takeOver(document);
  expect(html()).toBe(before);
});
