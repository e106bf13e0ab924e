// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { briefing } from '../../../features/page/briefing.ts';
import { cards } from '../../../features/page/cards.ts';
import { marks } from '../../../features/page/marks.ts';
import type { Panel } from '../../../lib/messages.ts';
import { takeErrors } from '../../errors.ts';
import { one } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { LIST, newWorld, runOn, type World } from './features-on.ts';
import { answer, bar, TITLE } from './page.ts';

holdTimers();

// As in the content script's build (build/vite.ts).

let world: World;
const run = (...of: Parameters<typeof runOn> extends [World, ...infer Rest] ? Rest : never) => runOn(world, ...of);

beforeEach(() => {
  world = newWorld();
});
afterEach(() => {
  world.stop.abort();
});

describe('Marks', () => {
  test('stand on the guide’s sessions, and the guide on the page.', async () => {
    run([marks]);
    // A slow machine looks at them in several tasks.
    await vi.waitFor(() => expect(document.querySelectorAll('[data-csg-session]')).toHaveLength(3));
    expect(document.documentElement.dataset.csgGuide).toBe('kubecon-na-2025');
    const marked = [...document.querySelectorAll<HTMLElement>('[data-csg-session], [data-csg-kind]')];
    expect(marked.map(({ localName, dataset }) => [localName, dataset.csgSession, dataset.csgKind])).toEqual([
      ['span', '28D1Y', 'guide'],
      ['span', '28D2Q', 'guide'],
      ['li', '28D0X', 'guide'],
    ]);
    expect(document.querySelectorAll('a[data-csg-link]')).toHaveLength(3);
  });

  test('follow a link that leads to another session, or to none.', async () => {
    run([marks]);
    one('#list a').setAttribute('href', 'event/28D0g');
    await rest();
    expect(one('#list .event').dataset.csgSession).toBe('28D0g');
    one('#list a').setAttribute('href', 'event/28D4J');
    await rest();
    expect(one('#list .event').outerHTML).toBe(
      bar('28D4J', 'Containing Wildfires').replace('event/28D4J/slug', 'event/28D4J'),
    );
  });
});

describe('A briefing', () => {
  test('stands once after the title’s block, is put back, and goes with the title.', async () => {
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
});

test('A briefing shows all of itself, and less again, by its button.', async () => {
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

test('A briefing is drawn again when the page says something new of its session, and stays as open as it was.', async () => {
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
  // The same again, such as on another day.
  world.seenListeners.get('28D1Y')?.();
  await rest();
  expect(root()?.querySelector('.briefing')).toBe(before);
  points = 'Said now';
  world.seenListeners.get('28D1Y')?.();
  await vi.waitFor(() => expect(root()?.querySelector('.briefing')).not.toBe(before));
  expect(root()?.querySelectorAll('.briefing').length).toBe(1);
  expect([one('csg-briefing').hasAttribute('data-all'), all()?.getAttribute('aria-expanded')]).toEqual([true, 'true']);
});

test('A briefing that can’t be had is reported, and leaves nothing.', async () => {
  world.send = () => Promise.reject(new Error('quota'));
  const before = run([briefing], TITLE, '/event/28D1Y/slug');
  await rest();
  expect(takeErrors()).toHaveLength(1);
  expect(document.documentElement.outerHTML).toBe(before);
});

describe('After the signal the page is byte for byte what it was', () => {
  test.each([
    ['a list with marks', [marks], LIST, '/list/simple'],
    ['a list with cards', [marks, cards], LIST, '/list/simple'],
    ['an event page', [marks, cards, briefing], TITLE + LIST, '/event/28D1Y/slug'],
  ])('%s.', async (_, features, body, path) => {
    const before = run(features, body, path);
    await rest();
    expect(document.documentElement.outerHTML).not.toBe(before);
    world.stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('also when the briefing’s texts arrive too late, which is no error.', async () => {
    const before = run([marks, briefing], TITLE, '/event/28D1Y/slug');
    world.stop.abort();
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
