// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getHelper } from '../../../features/page/helper.ts';
import { startHelper } from '../../../features/page/undo.ts';
import type { Patch } from '../../../lib/own/patches.ts';
import { takeErrors } from '../../errors.ts';
import { CO_LOCATED, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, askBy, inside, press } from './page.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const STAR: Patch = { 'pick:28D1Y': undefined };
const STRIP: Patch = { 'off:strip': true };
let stop: AbortController;
let shown: ReturnType<typeof vi.fn>;
let send: typeof answer;
let started: boolean;

beforeEach(() => {
  stop = new AbortController();
  send = answer;
  started = false;
  shown = vi.fn();
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = shown as () => void;
  openPage(`${CO_LOCATED}/list/simple`, '<csg-card tabindex="0"></csg-card><input><p></p>');
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

/** Offers to undo a change, as a press on a page does. */
async function offer(patch: Patch, inverse: Patch = {}): Promise<void> {
  if (!started)
    startHelper(
      stop.signal,
      askBy((message) => send(message)),
    );
  started = true;
  getHelper()?.offerUndo(patch, inverse);
  await rest();
}

const lines = () => document.querySelectorAll<HTMLElement>('csg-undo');
const text = () => inside('csg-undo', 'p')?.textContent;
const undo = () => inside('csg-undo', '[data-action=undo]');
const place = () => {
  const host = one('csg-undo');
  return [host.dataset.place, host.popover ?? undefined, shown.mock.calls.length];
};

describe('the undo line', () => {
  test('is a status at the end of the page, and shown as a popover', async () => {
    await offer(STAR);
    expect([one('csg-undo').getAttribute('role'), document.body.lastElementChild]).toEqual(['status', one('csg-undo')]);
    expect(place()).toEqual([undefined, 'manual', 1]);
  });

  test('is after our focused element, so that Tab reaches it', async () => {
    one('csg-card').focus();
    await offer(STAR);
    expect(one('csg-card').nextElementSibling).toBe(one('csg-undo'));
    expect(place()).toEqual([undefined, 'manual', 1]);
  });

  test('is at the end when an element of the page has the focus', async () => {
    one('input').focus();
    await offer(STAR);
    expect(document.body.lastElementChild).toBe(one('csg-undo'));
  });

  test('is in place in a frame, which may be taller than the window, and a popover when the focus is elsewhere', async () => {
    vi.stubGlobal('parent', { location: { origin: location.origin } });
    vi.stubGlobal('top', parent);
    one('csg-card').focus();
    await offer(STAR);
    const [where, , calls] = place();
    expect([where, calls]).toEqual(['here', 0]);
    one('input').focus();
    await offer(STAR);
    expect(place()).toEqual([undefined, 'manual', 1]);
  });
});

describe('the focus', () => {
  test('stays on an element of the page', async () => {
    one('input').focus();
    await offer(STRIP);
    expect(document.activeElement).toBe(one('input'));
  });

  test('moves to Undo after a setting changes, but not after a star, whose button is still there', async () => {
    await offer(STAR);
    expect(document.activeElement).toBe(document.body);
    const focus = vi.spyOn(HTMLElement.prototype, 'focus');
    await offer(STRIP);
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(undo());
    // The page stays where the reader has scrolled it.
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
  });
});

describe('an offer to undo', () => {
  test.each<[string, Patch]>([
    ['a star that is set', { 'pick:28D1Y': { id: '28D1Y' } }],
    ['a key that only begins like a star’s', { pick: undefined }],
    ['a part that is turned on', { 'off:strip': undefined }],
    ['a setting of another kind', { 'off:strip': 'true' }],
    ['the hint', { 'off:hint': true }],
    ['a note', { 'note:28D1Y': undefined }],
    ['nothing', {}],
  ])('is not made for %s, which ends an older offer', async (_, patch) => {
    await offer(STAR);
    expect(lines()).toHaveLength(1);
    await offer(patch);
    expect([lines().length, takeErrors()]).toEqual([0, []]);
  });
});

describe('a second change', () => {
  test('has the only line, even while the first line is loading', async () => {
    startHelper(stop.signal, askBy(answer));
    getHelper()?.offerUndo(STAR, {});
    getHelper()?.offerUndo(STRIP, {});
    await rest();
    expect([lines().length, text()]).toEqual([1, 'Turned off: Toolbar above lists']);
  });

  test('is offered for twelve seconds, even if the first line arrives late', async () => {
    const late = Promise.withResolvers<void>();
    let panels = 0;
    send = async (message) => {
      panels += 1;
      if (panels === 1) await late.promise;
      return answer(message);
    };
    await offer(STAR);
    await offer(STAR);
    late.resolve();
    await vi.advanceTimersByTimeAsync(11_000);
    await offer(STAR);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(lines()).toHaveLength(1);
  });

  test('is offered for twelve seconds from its own start', async () => {
    startHelper(stop.signal, askBy(answer));
    for (const patch of [STAR, STRIP]) {
      getHelper()?.offerUndo(patch, {});
      await rest();
      // The focus on Undo would keep the line.
      (one('csg-undo').shadowRoot?.activeElement as HTMLElement | null)?.blur();
      await vi.advanceTimersByTimeAsync(11_900);
      expect(lines()).toHaveLength(1);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(lines()).toHaveLength(0);
  });
});

test('An undo that storage rejects is reported, and removes the line', async () => {
  await local.set(STRIP);
  await offer(STRIP, { 'off:strip': undefined });
  vi.spyOn(local, 'remove').mockRejectedValue(new Error('refused'));
  press(undo());
  await rest();
  const errors = takeErrors();
  expect([lines().length, errors.length, String(errors[0]?.[0])]).toEqual([0, 1, expect.stringContaining('(undo)')]);
});

test('A line that cannot be drawn is reported, and removed', async () => {
  send = () => Promise.reject(new Error('quota'));
  await offer(STRIP);
  const errors = takeErrors();
  expect([lines().length, errors.length, String(errors[0]?.[0])]).toEqual([0, 1, expect.stringContaining('(undo)')]);
});

test('A button counts as visible in a tab, but in a frame of another site only once it was seen', () => {
  const button = document.createElement('button');
  startHelper(stop.signal, askBy(answer));
  expect(getHelper()?.wasVisible(button)).toBe(true);
  vi.stubGlobal('parent', { location: { origin: 'https://other.example' } });
  vi.stubGlobal('top', parent);
  startHelper(stop.signal, askBy(answer));
  expect(getHelper()?.wasVisible(button)).toBe(false);
});
