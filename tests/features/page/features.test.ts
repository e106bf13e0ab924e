// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { briefing } from '../../../features/page/briefing.ts';
import { cards } from '../../../features/page/cards.ts';
import { marks } from '../../../features/page/marks.ts';
import { one } from '../../sched/open-page.ts';
import { rest } from '../../time.ts';
import { holdWorld, LIST, run, world } from './features-on.ts';
import { bar, TITLE } from './page.ts';

holdWorld();

describe('marks', () => {
  test('are set on the guide sessions, and the guide’s id on the root element', async () => {
    run([marks]);
    // A slow machine marks them in several tasks.
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

  test('follow a link that changes to another session, or to none in the guide', async () => {
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

describe('a page after the signal aborts', () => {
  test.each([
    ['a list with marks', [marks], LIST, '/list/simple'],
    ['a list with cards', [marks, cards], LIST, '/list/simple'],
    ['an event page', [marks, cards, briefing], TITLE + LIST, '/event/28D1Y/slug'],
  ])('is byte for byte as before: %s', async (_, features, body, path) => {
    const before = run(features, body, path);
    await rest();
    expect(document.documentElement.outerHTML).not.toBe(before);
    world.stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('is as before when the briefing arrives too late, without an error', async () => {
    const before = run([marks, briefing], TITLE, '/event/28D1Y/slug');
    world.stop.abort();
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
