// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, readText } from '../../../components/draw.ts';
import { INSTANTS, type Instant } from '../../../lib/time/instants.ts';
import { AFTER, BEFORE, DURING, doing, drawAgenda, IDS, makeSaying, ownWith, rowsIn, viewWith } from './agenda.tsx';

const banner = (root: Element) => root.querySelector('section.now') as HTMLElement;
const heading = (root: Element) => readText(banner(root).querySelector('h2'));
const urls = new Map(agendaGuide.sessions.map(({ id, url }) => [url, id]));
/** The sessions that the banner leads to, in order. */
const named = (root: Element) =>
  allByRole(banner(root), 'link').map((link) => urls.get(link.getAttribute('href') ?? ''));

/** What the banner says at each instant. */
const HEADINGS: Record<string, string> = {
  '2025-08-19T23:59:59.999Z': agendaGuide.name,
  '2025-08-20T12:00:00Z': 'In 82 days',
  '2025-11-10T04:59:59Z': 'Tomorrow',
  '2025-11-10T13:59:59.999Z': 'Starts in 1 min',
  '2025-11-10T14:00:00Z': 'On now',
  '2025-11-10T14:07:00Z': 'No session right now',
  '2025-11-10T15:45:00Z': 'On now',
  '2025-11-10T16:05:00Z': 'No session right now',
  '2025-11-10T17:30:00Z': 'No more sessions today',
  '2025-11-12T05:00:00Z': 'No session right now',
  '2025-11-12T22:14:59.999Z': 'On now',
  '2026-11-24T10:00:00Z': 'The event is over',
};

describe('When', () => {
  test.each(INSTANTS)('$what, the banner and the first row say so ($at).', async (instant: Instant) => {
    const { root } = await drawAgenda({ now: Date.parse(instant.at) });
    expect(banner(root).className).toBe(`now ${instant.kind}`);
    expect(heading(root)).toBe(HEADINGS[instant.at]);
    // It is never empty.
    expect(readText(banner(root).querySelector('h2 ~ *'))).not.toBe('');
    expect(rowsIn(root)[0]).toBe(instant.first);
    // Before the event the day is told, and afterwards what can be watched.
    if (instant.kind !== 'before' && instant.kind !== 'after') {
      expect(named(root)).toEqual([...instant.on, ...instant.next]);
    }
  });
});

describe('Before the event the banner', () => {
  test('counts the days, says when it begins, and leads to that day’s plan.', async () => {
    const { root, state } = await drawAgenda({ now: BEFORE });
    expect(heading(root)).toBe('In 9 days');
    expect(readText(banner(root))).toContain('The first session starts on Monday, November 10 at 9:00 AM.');
    await doing(() => byRole(banner(root), 'button', 'Plan Monday, November 10').click());
    expect(state().view).toEqual(viewWith({ days: ['2025-11-10'] }));
    expect(rowsIn(root)).toEqual(IDS.slice(0, 10));
  });

  test('says on the first day what starts, where and in how many minutes.', async () => {
    const pages = new Map([['28F61', makeSaying({ room: 'Hall A' })]]);
    const { root } = await drawAgenda({ now: Date.parse('2025-11-10T13:50Z'), pages });
    expect(heading(root)).toBe('Starts in 10 min');
    expect(named(root)).toEqual(['28F61']);
    expect(readText(banner(root).querySelector('.where'))).toBe('CiliumCon · Hall A · at 9:00 AM');
  });

  test('counts and tells on the clocks of the zone.', async () => {
    const now = Date.parse('2025-11-09T15:30Z');
    const { root } = await drawAgenda({ now, settings: { ...DEFAULTS, zone: 'Asia/Tokyo' } });
    expect(heading(root)).toBe('Starts in 22 h 30 min');
    expect(readText(banner(root))).toContain('at 11:00 PM');
  });
});

describe('During the event the banner', () => {
  /** Its heading, what follows as one, and what stands beside each session. */
  const saidAt = async (at: string) => {
    const { root } = await drawAgenda({ now: Date.parse(at) });
    const parts = [...banner(root).querySelectorAll('*')].filter((part) => part.matches('h2, h3, h2 ~ p, .where'));
    return parts.map((part) => readText(part));
  };

  test('says what is on, where, and how long it still runs; then what is next, when and where.', async () => {
    const pages = new Map([
      ['28Czl', makeSaying({ room: 'Hall A' })],
      ['28D0I', makeSaying({ room: 'Hall B' })],
    ]);
    const { root } = await drawAgenda({ now: Date.parse('2025-11-10T14:20:30Z'), pages });
    const wheres = [...banner(root).querySelectorAll('.where')].map((where) => readText(where));
    expect(wheres).toEqual(['CiliumCon · Hall A · 15 min left', 'CiliumCon · Hall B · at 9:45 AM']);
    expect(readText(banner(root).querySelector('h3'))).toBe('Next in 25 min');
  });

  test('says how long the break is.', async () => {
    expect(await saidAt('2025-11-11T18:00Z')).toEqual(['No session right now', 'Next in 4 h', 'KubeCon · at 5:00 PM']);
  });

  test('says when it goes on after the night.', async () => {
    expect(await saidAt('2025-11-10T23:00Z')).toEqual(['No more sessions today', 'Tomorrow, 11:15 AM', 'KubeCon']);
  });

  test('says at the last session that nothing follows.', async () => {
    expect(await saidAt('2025-11-12T22:00Z')).toEqual(['On now', 'KubeCon · 15 min left', 'This is the last session.']);
  });
});

describe('What is over', () => {
  test('stands at the end during the event, closed and counted, by day.', async () => {
    const { root } = await drawAgenda({ now: DURING });
    const over = root.querySelector('details.over') as HTMLDetailsElement;
    expect(over.open).toBe(false);
    expect(readText(over.querySelector('summary'))).toBe('10 sessions are over');
    expect(rowsIn(root)).toEqual([...IDS.slice(10), ...IDS.slice(0, 10)]);
    expect([...over.querySelectorAll<HTMLElement>('[data-session]')].map(({ dataset }) => dataset.session)).toEqual(
      IDS.slice(0, 10),
    );
  });

  test('and what is not may be of one day, each under a heading of its own.', async () => {
    const { root } = await drawAgenda({ now: Date.parse('2025-11-10T14:07Z') });
    const headings = [...root.querySelectorAll('.list h2')].map((h2) => [h2.id, readText(h2.querySelector('.count'))]);
    expect(headings).toEqual([
      ['day-2025-11-10', '9 sessions'],
      ['day-2025-11-11', '2 sessions'],
      ['day-2025-11-12', '3 sessions'],
      ['over-2025-11-10', '1 session'],
    ]);
    expect(readText(root.querySelector('.over summary'))).toBe('1 session is over');
  });

  test('stands as anything else where a view shows nothing but that.', async () => {
    const { root } = await drawAgenda({ now: DURING, view: viewWith({ days: ['2025-11-10'] }) });
    expect(root.querySelector('.over')).toBeNull();
    expect(rowsIn(root)).toEqual(IDS.slice(0, 10));
  });

  test.each([
    ['before', BEFORE],
    ['after', AFTER],
  ])('is not set apart %s the event.', async (_, now) => {
    const { root } = await drawAgenda({ now });
    expect(root.querySelector('.over')).toBeNull();
  });
});

describe('After the event the banner', () => {
  const RECORDED = ['28D0g', '28D14', '27Nnr', '27FXg', '27FaR', '27FbS'];
  const next = (root: Element) => banner(root).querySelector('a')?.getAttribute('href');

  test('plays the first recording that was not seen, else a playlist, and says how much was seen.', async () => {
    const { root, update } = await drawAgenda();
    expect(next(root)).toBe('https://www.youtube.com/watch?v=QdNVtSlecYo');
    expect(readText(banner(root).querySelector('.progress'))).toBe('0 of 15 seen');
    await update({ own: ownWith({ watched: RECORDED }) });
    expect(next(root)).toBe('https://www.youtube.com/playlist?list=PLDg_GiBbAx-mOnWuzd_NXoRfuW9HZAxeZ');
    expect(banner(root).querySelector('progress')?.value).toBe(RECORDED.length);
    await update({ own: ownWith({ watched: IDS }) });
    expect(readText(banner(root))).toContain('You have seen every recording.');
  });

  test('says that the guide’s sessions are over while the event goes on.', async () => {
    const { root, update } = await drawAgenda({ now: Date.parse('2025-11-13T15:00Z') });
    expect(heading(root)).toBe('The guide’s sessions are over');
    await update({ now: Date.parse('2025-11-14T15:00Z') });
    expect(heading(root)).toBe('The event is over');
  });

  test('leads to the plan of what to watch.', async () => {
    const { root, state } = await drawAgenda();
    await doing(() => byRole(banner(root), 'button', 'Plan what to watch').click());
    expect(state().view).toEqual(viewWith({ tab: 'catch-up' }));
  });

  test('makes room for what a search or a filter shows.', async () => {
    const { root } = await drawAgenda({ view: viewWith({ levels: ['advanced'] }) });
    expect(banner(root)).toBeNull();
  });

  test('says so when nothing was recorded.', async () => {
    const bare = <T extends object>(all: T[]) => all.map((one) => ({ ...one, links: [] }));
    const { events, sessions } = agendaGuide;
    const { root } = await drawAgenda(
      {},
      { guide: { ...agendaGuide, events: bare(events), sessions: bare(sessions) } },
    );
    expect(readText(banner(root))).toContain('No recordings yet.');
    expect(allByRole(banner(root), 'link')).toEqual([]);
  });
});

describe('A clock that can’t be right', () => {
  test.each([
    ['2001-09-09T00:00Z', 'Saturday, September 8, 2001'],
    ['1970-01-01T12:00Z', 'Thursday, January 1, 1970'],
  ])('at %s is told, and all sessions stand where they were.', async (at, day) => {
    const { root } = await drawAgenda({ now: Date.parse(at) });
    expect(readText(banner(root))).toContain(`This device’s clock says ${day}`);
    expect(rowsIn(root)).toEqual(IDS);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15, -9e15])('%d breaks nothing.', async (now) => {
    const { root } = await drawAgenda({ now });
    expect(banner(root).className).toBe('now odd');
    expect([...rowsIn(root)].sort()).toEqual([...IDS].sort());
  });
});
