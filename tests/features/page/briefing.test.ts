// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { briefing } from '../../../features/page/briefing.ts';
import { marks } from '../../../features/page/marks.ts';
import type { Panel } from '../../../lib/messages.ts';
import { takeErrors } from '../../errors.ts';
import { one } from '../../sched/open-page.ts';
import { rest } from '../../time.ts';
import { holdWorld, renewWorld, run, world } from './features-on.ts';
import { answer, inside, TITLE } from './page.ts';

holdWorld();

test('A briefing is added once after the title, restored when the page removes it, and removed with the title', async () => {
  run([marks, briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const isThere = () => one('.list-single__event').nextElementSibling?.localName;
  expect(isThere()).toBe('csg-briefing');
  one('csg-briefing').remove();
  await rest();
  expect([isThere(), document.querySelectorAll('csg-briefing').length]).toEqual(['csg-briefing', 1]);
  one('.event').remove();
  await rest();
  expect(document.querySelector('csg-briefing')).toBeNull();
});

test('A briefing moves to a new title that the page adds before it removes the old one', async () => {
  run([marks, briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const old = one('.list-single');
  old.insertAdjacentHTML('afterend', TITLE);
  await rest();
  old.remove();
  await rest();
  expect(inside('.list-single__event + csg-briefing', '.star')).not.toBeNull();
});

test('A briefing expands and collapses with its button', async () => {
  run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const all = one('csg-briefing').shadowRoot?.querySelector<HTMLElement>('[data-action=all]');
  const state = () => [all?.getAttribute('aria-expanded'), one('csg-briefing').hasAttribute('data-all')];
  expect(state()).toEqual(['false', false]);
  all?.click();
  expect(state()).toEqual(['true', true]);
  all?.click();
  expect(state()).toEqual(['false', false]);
});

test('A briefing is drawn again only when the facts of its session change, and stays expanded', async () => {
  let points = 'Said before';
  world.send = async (message) => {
    const panel = (await answer(message)) as Panel;
    panel.tree.children.push(points);
    return panel;
  };
  run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const root = () => one('csg-briefing').shadowRoot;
  const all = () => root()?.querySelector<HTMLElement>('[data-action=all]');
  all()?.click();
  const before = root()?.querySelector('.briefing');
  expect([...world.seenListeners.keys()]).toEqual(['28D1Y']);
  // The same facts again, such as on another day.
  world.seenListeners.get('28D1Y')?.();
  await rest();
  expect(root()?.querySelector('.briefing')).toBe(before);
  points = 'Said now';
  world.seenListeners.get('28D1Y')?.();
  await vi.waitFor(() => expect(root()?.querySelector('.briefing')).not.toBe(before));
  expect(root()?.querySelectorAll('.briefing').length).toBe(1);
  expect([one('csg-briefing').hasAttribute('data-all'), all()?.getAttribute('aria-expanded')]).toEqual([true, 'true']);
});

test('A briefing that fails to load is reported, and leaves nothing on the page', async () => {
  world.send = () => Promise.reject(new Error('quota'));
  const before = run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  expect(takeErrors()).toHaveLength(1);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('A briefing is not moved by other changes of the page, and a session outside the guide has none', async () => {
  run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const moved = vi.spyOn(Element.prototype, 'after');
  one('p').innerHTML = '<a href="event/28D4J">x</a>';
  await rest();
  expect(moved).not.toHaveBeenCalled();
  renewWorld();
  run([briefing], TITLE, '/event/28D4J/slug');
  one('p').innerHTML = '<a href="event/28D4J">x</a>';
  await rest();
  expect([document.querySelector('csg-briefing'), takeErrors()]).toEqual([null, []]);
});

test('A briefing expands when a link in its body gets the focus, but not for its star', async () => {
  run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const focus = (selector: string) =>
    inside('csg-briefing', selector)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  const isAll = () => one('csg-briefing').hasAttribute('data-all');
  focus('.star');
  expect(isAll()).toBe(false);
  focus('.body a');
  expect([isAll(), inside('csg-briefing', '.all')?.getAttribute('aria-expanded')]).toEqual([true, 'true']);
  focus('.body a');
  expect(isAll()).toBe(true);
});

test('A briefing that fails to reload is reported, and stays as it was', async () => {
  run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  const before = inside('csg-briefing', '.briefing');
  world.send = () => Promise.reject(new Error('quota'));
  world.seenListeners.get('28D1Y')?.();
  await vi.waitFor(() => expect(takeErrors()).toHaveLength(1));
  expect(inside('csg-briefing', '.briefing')).toBe(before);
});
