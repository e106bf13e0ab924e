// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { guide } from '../../../data/index.ts';
import { briefing } from '../../../features/page/briefing.ts';
import { cards } from '../../../features/page/cards.ts';
import { marks } from '../../../features/page/marks.ts';
import { takeErrors } from '../../errors.ts';
import { one } from '../../sched/open-page.ts';
import { rest } from '../../time.ts';
import { holdWorld, renewWorld, run, world } from './features-on.ts';
import { answer, bar, TITLE } from './page.ts';

holdWorld();

afterEach(() => {
  vi.unstubAllGlobals();
});

const cardIds = () => [...document.querySelectorAll<HTMLElement>('csg-card')].map(({ dataset }) => dataset.session);
const inCard = (selector: string, id = '28D1Y') => {
  return document.querySelector(`csg-card[data-session="${id}"]`)?.shadowRoot?.querySelector<HTMLElement>(selector);
};

describe('cards', () => {
  test('are added once after each guide session, when their closed form has loaded', async () => {
    run([marks, cards]);
    expect(cardIds()).toEqual([]);
    await rest();
    expect(cardIds()).toEqual(['28D1Y', '28D2Q', '28D0X']);
    expect(one('csg-card').previousElementSibling).toBe(one('.event'));
    expect(one('csg-card').getAttribute('aria-label')).toContain('Containing Wildfires');
  });

  test('are restored when the page removes them, and removed with their session', async () => {
    run([marks, cards]);
    await rest();
    const places = vi.spyOn(Element.prototype, 'after');
    for (let i = 0; i < 5; i += 1) {
      one('csg-card').remove();
      await rest();
    }
    expect(cardIds()).toEqual(['28D1Y', '28D2Q', '28D0X']);
    // The others stay where they are.
    expect(places).toHaveBeenCalledTimes(5);
    one('.event').remove();
    await rest();
    expect(cardIds()).toEqual(['28D2Q', '28D0X']);
  });

  test('open with their button, and close on Escape', async () => {
    // A card as wide as a list: a narrower one opens over the page, which needs a browser.
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
    run([cards]);
    await rest();
    const toggle = inCard('.toggle') as HTMLElement;
    toggle.click();
    await rest();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(inCard('.panel')?.textContent).toContain('lateral movement');
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    inCard('.panel')?.dispatchEvent(pressed);
    expect([toggle.getAttribute('aria-expanded'), inCard('.panel')]).toEqual(['false', null]);
  });

  test('remove their key listeners with their sessions', async () => {
    const added = vi.spyOn(document, 'addEventListener');
    run([cards]);
    await rest();
    const listening = added.mock.calls.flatMap(([type, , options]) =>
      type === 'keydown' && typeof options === 'object' && options.signal ? [options.signal] : [],
    );
    expect(listening.map(({ aborted }) => aborted)).toEqual([false, false, false]);
    one('.event').remove();
    await rest();
    expect(listening.map(({ aborted }) => aborted)).toEqual([true, false, false]);
    world.stop.abort();
    expect(listening.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  test('show the takeaway of their session', async () => {
    run([cards]);
    await rest();
    expect(cardIds()).toHaveLength(3);
    for (const id of cardIds()) {
      const session = guide.sessions.find((one) => one.id === id);
      expect(inCard('.takeaway', id)?.textContent).toBe(session?.takeaway);
    }
  });

  test('are not added when their closed form cannot be loaded, which is reported once', async () => {
    world.send = () => Promise.reject(new Error('quota'));
    run([cards]);
    await rest();
    expect(cardIds()).toEqual([]);
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(cards)')]);
  });

  test('are not added when their closed form arrives after the session has left or the signal has aborted', async () => {
    const observe = vi.spyOn(ResizeObserver.prototype, 'observe');
    run([cards]);
    one('.event').remove();
    await rest();
    expect(observe).toHaveBeenCalledTimes(2);
    renewWorld();
    run([cards]);
    world.stop.abort();
    await rest();
    expect(cardIds()).toEqual([]);
  });

  test('are added to the other sessions when one card throws, which is reported', async () => {
    vi.spyOn(world.picked, 'has').mockImplementation((id) => {
      if (id === '28D1Y') throw new TypeError('odd');
      return false;
    });
    run([cards]);
    await rest();
    expect(cardIds()).toEqual(['28D2Q', '28D0X']);
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(cards)')]);
  });

  test('are hidden with their sessions, whose sizes are observed until they leave', async () => {
    const observed = new Set<Element>();
    let resize = (_: readonly Element[]) => {};
    class FakeObserver {
      constructor(callback: (entries: { target: Element }[]) => void) {
        resize = (targets) => callback(targets.map((target) => ({ target })));
      }
      observe = (element: Element) => void observed.add(element);
      unobserve = (element: Element) => void observed.delete(element);
      disconnect = () => observed.clear();
    }
    vi.stubGlobal('ResizeObserver', FakeObserver);
    const hidden = () => [...document.querySelectorAll<HTMLElement>('csg-card')].map((card) => card.hidden);
    run([cards]);
    await rest();
    expect(hidden()).toEqual([false, false, false]);
    const boxes = vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([] as unknown as DOMRectList);
    resize([...observed, document.body]);
    expect(hidden()).toEqual([true, true, true]);
    boxes.mockReturnValue([{}] as unknown as DOMRectList);
    // From the card's edge up to the foot of the link's bar.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: 50, bottom: 10 } as DOMRect);
    resize([one('.event')]);
    expect(hidden()).toEqual([false, false, false]);
    expect(inCard('.bar')?.style.getPropertyValue('inset-block-end')).toBe('calc(100% + 48px)');
    one('.event').remove();
    await rest();
    expect(observed.size).toBe(2);
    world.stop.abort();
    expect(observed.size).toBe(0);
  });

  test('show an alert when their panel cannot be loaded, and load it again on the next press', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
    run([cards]);
    await rest();
    world.send = () => Promise.reject(new Error('Receiving end does not exist'));
    const toggle = inCard('.toggle') as HTMLElement;
    toggle.click();
    await rest();
    expect(inCard('[role=alert]')?.textContent).toContain('Reload the page');
    world.send = answer;
    toggle.click();
    toggle.click();
    await rest();
    expect(inCard('[role=alert]')).toBeNull();
    expect(inCard('.panel .summary')).not.toBeNull();
  });

  test('show one panel, however fast they are opened and closed', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
    run([cards]);
    await rest();
    const toggle = inCard('.toggle') as HTMLElement;
    for (let i = 0; i < 5; i += 1) toggle.click();
    await rest();
    const panels = () => one('csg-card').shadowRoot?.querySelectorAll('.panel').length;
    expect([toggle.getAttribute('aria-expanded'), panels()]).toEqual(['true', 1]);
    toggle.click();
    expect([toggle.getAttribute('aria-expanded'), panels()]).toEqual(['false', 0]);
  });

  test.each([true, false])('have data-free only without highlights (on: %s)', async (on) => {
    if (!on) world.parts.delete('highlights');
    run([cards]);
    await rest();
    expect(one('csg-card').hasAttribute('data-free')).toBe(!on);
  });

  test('and briefings have stars that pick their own sessions', async () => {
    run([cards, briefing], TITLE + bar('28D2Q'), '/event/28D1Y/slug');
    await rest();
    inCard('.star', '28D2Q')?.click();
    expect(inCard('.star', '28D2Q')?.getAttribute('aria-pressed')).toBe('true');
    const star = one('csg-briefing').shadowRoot?.querySelector<HTMLElement>('.star');
    expect(star?.getAttribute('aria-pressed')).toBe('false');
    star?.click();
    expect([...world.picked]).toEqual(['28D2Q', '28D1Y']);
    expect(star?.getAttribute('aria-pressed')).toBe('true');
  });
});
