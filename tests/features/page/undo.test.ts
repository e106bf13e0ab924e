// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import { startHelper } from '../../../features/page/undo.ts';
import { setPicked } from '../../lib/own/stored.ts';
import { CO_LOCATED, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, askBy, inside, LIST, press } from './page.ts';

holdTimers();

const { local } = fakeBrowser.storage;
let stop: AbortController;
let errors: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  stop = new AbortController();
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...line) => void errors.push(line));
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answer as never);
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = () => {};
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function run(ask = askBy(answer)): Promise<void> {
  openPage(`${CO_LOCATED}/list/simple`, LIST);
  await startPage(stop.signal);
  startHelper(stop.signal, ask);
  await rest();
}

const star = () => inside('csg-card', '.star');
const line = () => inside('csg-undo', 'p')?.textContent;
const lines = () => document.querySelectorAll('csg-undo').length;
const button = (action: string) => inside('csg-undo', `[data-action=${action}]`);

describe('A star that is taken off on a page', () => {
  test('is said, also where a script pressed it, and comes back as it was by Undo.', async () => {
    await setPicked('28D1Y', 'kubecon-na-2025', true);
    const before = await local.get(null);
    await run();
    star()?.click();
    await rest();
    expect(await local.get(null)).toEqual({});
    expect(line()).toMatch(/^No longer picked: .*Wildfires/u);
    expect(button('undo')?.textContent).toBe('Undo');
    button('undo')?.click();
    await rest();
    expect(await local.get(null)).toEqual(before);
    expect([lines(), star()?.getAttribute('aria-pressed')]).toEqual([0, 'true']);
  });

  test('is no longer offered once it is set again.', async () => {
    await setPicked('28D1Y', 'kubecon-na-2025', true);
    await run();
    star()?.click();
    await rest();
    expect(lines()).toBe(1);
    star()?.click();
    await rest();
    expect(lines()).toBe(0);
  });
});

test('A star that is set needs no undo.', async () => {
  await run();
  star()?.click();
  await rest();
  expect(lines()).toBe(0);
});

describe('A setting that is changed on a page', () => {
  test.each<[string, string, string]>([
    ['close', 'off:strip', 'Turned off: Toolbar above lists'],
    ['only', 'off:others', 'Other sessions are dimmed on all lists.'],
  ])('by “%s” is said, and Undo changes it back; a script can’t press that.', async (action, key, text) => {
    await run();
    press(inside('csg-strip', `[data-action=${action}]`));
    await rest();
    expect(await local.get(null)).toEqual({ [key]: true });
    expect(line()).toBe(text);
    button('undo')?.click();
    await rest();
    expect(await local.get(null)).toEqual({ [key]: true });
    press(button('undo'));
    await rest();
    expect(await local.get(null)).toEqual({});
    expect(lines()).toBe(0);
  });

  test('by closing the hint offers no undo.', async () => {
    await run();
    press(inside('csg-strip', '[data-action=hint]'));
    await rest();
    expect([await local.get(null), lines()]).toEqual([{ 'off:hint': true }, 0]);
  });

  test('for this site alone is said with its name.', async () => {
    await run();
    inside('csg-strip', '[data-action=about]')?.click();
    await rest();
    press(inside('csg-strip', '[data-part=mentions]'));
    await rest();
    expect(await local.get(null)).toEqual({ [`off:mentions@${location.host}`]: true });
    expect(line()).toMatch(/^Turned off: Mentions of Cilium in other sessions on /u);
  });

  test('that takes the focus with it leaves it on Undo.', async () => {
    await run();
    inside('csg-strip', '[data-action=close]')?.focus();
    press(inside('csg-strip', '[data-action=close]'));
    await rest();
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(button('undo'));
  });

  test('is not undone where another window has changed it since.', async () => {
    await run();
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    await local.set({ 'off:others': 'other' });
    press(button('undo'));
    await rest();
    expect(await local.get(null)).toEqual({ 'off:others': 'other' });
  });
});

describe('The line', () => {
  test('closes, and stays for a while: longer under the pointer.', async () => {
    await run();
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    button('close')?.click();
    expect(lines()).toBe(0);
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    vi.useFakeTimers();
    press(inside('csg-strip', '[data-action=only]'));
    await vi.advanceTimersByTimeAsync(100);
    const hover = vi.spyOn(HTMLElement.prototype, 'matches').mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(lines()).toBe(1);
    hover.mockRestore();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(lines()).toBe(0);
  });

  test('goes, and the failure is reported, where it can’t be drawn.', async () => {
    await run(askBy(() => Promise.reject(new Error('quota'))));
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    expect([lines(), errors.length]).toEqual([0, 1]);
  });

  test('goes with the signal.', async () => {
    await run();
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    expect(lines()).toBe(1);
    stop.abort();
    expect(lines()).toBe(0);
  });
});
