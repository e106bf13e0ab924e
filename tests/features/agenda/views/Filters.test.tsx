// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, readText } from '../../../components/draw.ts';
import { doing, drawAgenda, IDS, rowsIn, viewWith } from './agenda.tsx';

const more = (root: Element) => byRole(root, 'button', /^Filters/u);
const panel = (root: Element) => document.getElementById(more(root).getAttribute('aria-controls') ?? '') as HTMLElement;
const buttons = (root: Element) => allByRole(panel(root), 'button');
/** The names and counts of the filters, by group. */
const groups = (root: Element) =>
  Object.fromEntries(
    [...panel(root).querySelectorAll('fieldset')].map((set) => [
      readText(set.querySelector('legend')),
      allByRole(set, 'button').map((one) => [
        readText(one.firstChild?.textContent),
        Number(one.querySelector('span')?.textContent),
      ]),
    ]),
  );
const pressed = (root: Element) =>
  buttons(root)
    .filter((one) => one.getAttribute('aria-pressed') === 'true')
    .map((one) => readText(one.firstChild?.textContent));

async function opened(...args: Parameters<typeof drawAgenda>) {
  const drawn = await drawAgenda(...args);
  await doing(() => more(drawn.root).click());
  return drawn;
}

describe('the filters', () => {
  test('are closed behind a button in a popup, and open on a page', async () => {
    const { root } = await drawAgenda();
    expect([more(root).getAttribute('aria-expanded'), panel(root).hidden]).toEqual(['false', true]);
    await doing(() => more(root).click());
    expect([more(root).getAttribute('aria-expanded'), panel(root).hidden]).toEqual(['true', false]);
    expect(buttons(root).length).toBeGreaterThan(10);
    await doing(() => more(root).click());
    expect([more(root).getAttribute('aria-expanded'), panel(root).hidden]).toEqual(['false', true]);
    const page = await drawAgenda({ surface: 'page' });
    expect([more(page.root).getAttribute('aria-expanded'), panel(page.root).hidden]).toEqual(['true', false]);
  });

  test('are all of the guide’s, each with its count', async () => {
    const { root } = await opened();
    expect(groups(root)).toEqual({
      Day: [
        ['Mon, Nov 10', 10],
        ['Tue, Nov 11', 2],
        ['Wed, Nov 12', 3],
      ],
      Event: agendaGuide.events.map(({ id, name }) => [name, readCount((one) => one.event === id)]),
      Topic: agendaGuide.topics.map(({ id, name }) => [name, readCount((one) => one.topics.includes(id))]),
      Level: [
        ['Beginner', 5],
        ['Intermediate', 7],
        ['Advanced', 3],
      ],
    });
  });

  test.each(['Tue, Nov 11', 'CiliumCon', 'IPv6', 'Advanced'])(
    'show for “%s” as many sessions as they count',
    async (name) => {
      const { root } = await opened();
      const button = buttons(root).find((one) => readText(one.firstChild?.textContent) === name) as HTMLElement;
      const count = Number(button.querySelector('span')?.textContent);
      await doing(() => button.click());
      expect(rowsIn(root)).toHaveLength(count);
      expect(pressed(root)).toEqual([name]);
      expect(readText(more(root))).toBe('Filters1 filter');
      await doing(() => button.click());
      expect(rowsIn(root)).toEqual(IDS);
      expect(readText(more(root))).toBe('Filters');
    },
  );

  test('are disabled when they would show nothing, unless they are pressed', async () => {
    const { root } = await opened({ view: viewWith({ events: ['observability-day'], levels: ['advanced'] }) });
    const dead = buttons(root).filter((one) => (one as HTMLButtonElement).disabled);
    expect(dead.length).toBeGreaterThan(0);
    for (const one of dead) {
      expect([one.querySelector('span')?.textContent, one.getAttribute('aria-pressed')]).toEqual(['0', 'false']);
    }
    expect(pressed(root)).toEqual(['Observability Day', 'Advanced']);
  });
});

describe('the days', () => {
  const zoned = (zone: string) => ({ settings: { ...DEFAULTS, zone } });

  test('that are chosen can be removed when no session is on them in the new time zone', async () => {
    const view = viewWith({ days: ['2025-11-13'] });
    const { root, update, state } = await opened({ view, ...zoned('Asia/Tokyo') });
    expect(rowsIn(root)).toHaveLength(3);
    await update(zoned('event'));
    expect(rowsIn(root)).toEqual([]);
    expect(pressed(root)).toEqual(['Thu, Nov 13']);
    await doing(() =>
      buttons(root)
        .find((one) => readText(one).startsWith('Thu, Nov 13'))
        ?.click(),
    );
    expect(state().view.days).toEqual([]);
    expect(rowsIn(root)).toEqual(IDS);
  });
});

function readCount(has: (session: (typeof agendaGuide.sessions)[number]) => boolean): number {
  return agendaGuide.sessions.filter(has).length;
}
