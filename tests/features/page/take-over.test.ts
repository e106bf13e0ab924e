// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageLife, takeOver } from '../../../features/page/take-over.ts';
import { OTHER_COPY } from '../../../lib/report/failures.ts';
import { CO_LOCATED, openPage } from '../../sched/open-page.ts';
import { bar } from './page.ts';

const html = () => document.documentElement.outerHTML;

const end = (id: string) => document.dispatchEvent(new Event(`${id}:started`));

beforeEach(() => {
  openPage(`${CO_LOCATED}/list/simple`, bar('28D1Y'));
});
afterEach(() => [fakeBrowser.runtime.id, 'store', 'development'].forEach(end));

test('A copy of the script runs until a newer one takes over', () => {
  const first = takeOver(document);
  const second = takeOver(document);
  expect([first.aborted, second.aborted]).toEqual([true, false]);
  const third = takeOver(document);
  expect([second.aborted, third.aborted]).toEqual([true, false]);
  expect(pageLife()).toBe(third);
});

describe('a second copy of the extension, such as a development build', () => {
  let id: Mock<() => string>;
  const sent = vi.fn(async () => true);
  beforeEach(() => {
    fakeBrowser.runtime.sendMessage = sent as never;
    sent.mockClear();
    id = vi.spyOn(fakeBrowser.runtime, 'id', 'get');
  });

  test('leaves the page to the first copy, and reports that', () => {
    id.mockReturnValue('store');
    const first = takeOver(document);
    document.body.append(document.createElement('csg-card'));
    const before = html();
    id.mockImplementation(() => 'development');
    expect([takeOver(document).aborted, first.aborted]).toEqual([true, false]);
    // The other scripts of this copy are quiet too.
    expect(pageLife().aborted).toBe(true);
    expect(html()).toBe(before);
    expect(sent).toHaveBeenCalledExactlyOnceWith({ type: 'failed', where: OTHER_COPY, text: expect.any(String) });
  });

  test('takes the page over once the first copy has ended or was removed', () => {
    id.mockReturnValue('store');
    takeOver(document);
    // Its listener runs in the same realm here: without an id, as Chrome leaves it.
    id.mockReturnValueOnce('development').mockReturnValueOnce(undefined as never);
    expect(takeOver(document).aborted).toBe(false);
    ['store', 'development'].forEach(end);
    id.mockReturnValue('development');
    expect(takeOver(document).aborted).toBe(false);
    expect(sent).not.toHaveBeenCalled();
  });
});

test('Taking over removes everything that a removed extension left on the page, and nothing else', () => {
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
