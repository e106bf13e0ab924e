// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cards } from '../../../features/page/cards.ts';
import { one } from '../../sched/open-page.ts';
import { rest } from '../../time.ts';
import { holdWorld, run, world } from './features-on.ts';

holdWorld();

let shown: ReturnType<typeof vi.fn>;

beforeEach(() => {
  shown = vi.fn();
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = shown as () => void;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const inCard = (selector: string, id: string) =>
  one(`csg-card[data-session="${id}"]`).shadowRoot?.querySelector<HTMLElement>(selector);

/** Opens the card of a session in a window of 1024 pixels. */
async function open(id: string, width: number, left = 100): Promise<void> {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1024);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ left, top: 50, bottom: 90 } as DOMRect);
  vi.stubGlobal('scrollX', 5);
  vi.stubGlobal('scrollY', 300);
  run([cards]);
  await rest();
  inCard('.toggle', id)?.click();
  await rest();
}

describe('the panel of a card', () => {
  test('opens inside a card that is as wide as a list, and scrolls into view', async () => {
    const scroll = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
    await open('28D1Y', 300);
    const { popover, style } = inCard('.panel', '28D1Y') as HTMLElement;
    expect([Boolean(popover), style.left, shown.mock.calls]).toEqual([false, '', []]);
    expect(scroll.mock.calls).toEqual([[{ block: 'nearest' }]]);
  });

  test.each<[string, string, number, number, string]>([
    ['a narrow card', '28D1Y', 299, 100, '105px'],
    ['a link in a text', '28D0X', 600, 100, '105px'],
    ['a card that begins left of the window', '28D1Y', 299, -50, '13px'],
    ['a card at the right edge', '28D1Y', 299, 1000, '561px'],
  ])('opens over the page, below the card and within the window: %s', async (_, id, width, left, expected) => {
    await open(id, width, left);
    const { popover, style } = inCard('.panel', id) as HTMLElement;
    expect([popover, style.inlineSize, style.left, style.top]).toEqual(['auto', '460px', expected, '394px']);
    expect(shown).toHaveBeenCalledOnce();
  });

  test('collapses its card when the browser closes the popover', async () => {
    await open('28D1Y', 299);
    const isExpanded = () => inCard('.toggle', '28D1Y')?.getAttribute('aria-expanded');
    const toggle = (newState: string) => {
      inCard('.panel', '28D1Y')?.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
    };
    toggle('open');
    expect(isExpanded()).toBe('true');
    toggle('closed');
    expect([isExpanded(), inCard('.panel', '28D1Y')]).toEqual(['false', null]);
  });

  test('is not shown when it arrives after its card has left the page', async () => {
    let answered = 0;
    const { send } = world;
    world.send = async (message) => {
      const answer = await send(message);
      if (message.type === 'panel') {
        answered += 1;
        for (const event of document.querySelectorAll('.event')) event.remove();
        await Promise.resolve();
      }
      return answer;
    };
    await open('28D1Y', 299);
    expect([answered, shown.mock.calls.length]).toEqual([1, 0]);
  });
});
