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

describe('a pick that is removed on a page', () => {
  test('shows an undo line, even after a press by a script, and is restored by Undo', async () => {
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

  test('loses its undo line once it is picked again', async () => {
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

test('A new pick shows no undo line', async () => {
  await run();
  star()?.click();
  await rest();
  expect(lines()).toBe(0);
});

describe('a setting that is changed on a page', () => {
  test.each<[string, string, string]>([
    ['close', 'off:strip', 'Turned off: Toolbar above lists'],
    ['only', 'off:others', 'Other sessions are dimmed on all lists.'],
  ])('by “%s” shows an undo line, and is restored by Undo, which ignores scripts', async (action, key, text) => {
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

  test('by closing the hint shows no undo line', async () => {
    await run();
    press(inside('csg-strip', '[data-action=hint]'));
    await rest();
    expect([await local.get(null), lines()]).toEqual([{ 'off:hint': true }, 0]);
  });

  test('for this site only shows an undo line with the site', async () => {
    await run();
    inside('csg-strip', '[data-action=about]')?.click();
    await rest();
    press(inside('csg-strip', '[data-part=mentions]'));
    await rest();
    expect(await local.get(null)).toEqual({ [`off:mentions@${location.host}`]: true });
    expect(line()).toMatch(/^Turned off: Mentions of Cilium in other sessions on /u);
  });

  test('moves the focus to Undo when its own button is removed', async () => {
    await run();
    inside('csg-strip', '[data-action=close]')?.focus();
    press(inside('csg-strip', '[data-action=close]'));
    await rest();
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(button('undo'));
  });

  test('is not restored when another window has changed it since', async () => {
    await run();
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    await local.set({ 'off:others': 'other' });
    press(button('undo'));
    await rest();
    expect(await local.get(null)).toEqual({ 'off:others': 'other' });
  });
});

describe('the undo line', () => {
  test('can be closed, goes after a while, and stays under the pointer', async () => {
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

  test('is removed when it cannot be drawn, and the failure is reported', async () => {
    await run(askBy(() => Promise.reject(new Error('quota'))));
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    expect([lines(), errors.length]).toEqual([0, 1]);
  });

  test('is removed when the signal aborts', async () => {
    await run();
    press(inside('csg-strip', '[data-action=only]'));
    await rest();
    expect(lines()).toBe(1);
    stop.abort();
    expect(lines()).toBe(0);
  });
});
