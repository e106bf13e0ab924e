// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { briefing } from '../../../features/page/briefing.ts';
import { cards } from '../../../features/page/cards.ts';
import { strip } from '../../../features/page/strip.ts';
import { guideTexts, pseudo, unmarkedTexts } from '../../components/pseudo-locale.ts';
import { showTexts } from '../../messages.ts';
import { rest } from '../../time.ts';
import { holdWorld, run, world } from './features-on.ts';
import { bar, inside, TITLE } from './page.ts';

holdWorld();

beforeEach(() => {
  showTexts(pseudo);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {});
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
});
afterEach(() => {
  showTexts();
});

const data = guideTexts(guide).add('Title').add('Parsing DNS');
const unmarked = () => {
  const hosts = [...document.querySelectorAll('csg-card, csg-briefing, csg-strip')];
  return hosts.flatMap((host) => unmarkedTexts(host, (text) => data.has(text)));
};
const press = async (host: string, selector: string) => {
  inside(host, selector)?.click();
  await rest();
  return inside(host, selector);
};

test('In a pseudo-locale, every name, count and message on a page is translated', async () => {
  run([cards, briefing, strip], TITLE + bar('28D2Q', 'Parsing DNS'), '/event/28D1Y/slug');
  await rest();
  const all = await press('csg-briefing', '.all');
  expect([all?.textContent, all?.getAttribute('aria-expanded')]).toEqual([pseudo('Show less'), 'true']);
  await press('csg-strip', '[data-action=next]');
  expect(inside('csg-strip', '[role=status]')?.textContent).toContain('⟨1⟩');
  expect(inside('csg-strip', '.counts')?.textContent).toContain('⟨2⟩');
  world.send = () => Promise.reject(new Error('Receiving end does not exist'));
  await press('csg-card', '.toggle');
  expect(inside('csg-card', '[role=alert]')?.textContent).toMatch(/^⟦/u);
  expect(unmarked()).toEqual([]);
});

test('After the extension was updated under an open page, its buttons still work', async () => {
  run([cards, briefing, strip], TITLE + bar('28D2Q', 'Parsing DNS'), '/event/28D1Y/slug');
  await rest();
  const gone = () => {
    throw new Error('Extension context invalidated.');
  };
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(gone);
  world.send = () => Promise.reject(new Error('Extension context invalidated.'));
  expect((await press('csg-briefing', '.all'))?.getAttribute('aria-expanded')).toBe('true');
  await press('csg-strip', '[data-action=next]');
  expect(document.activeElement?.localName).toBe('a');
  await press('csg-card', '.toggle');
  expect(inside('csg-card', '[role=alert]')?.textContent).toMatch(/^⟦/u);
});
