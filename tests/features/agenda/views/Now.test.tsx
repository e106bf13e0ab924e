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
/** The sessions that the banner links to, in order. */
const named = (root: Element) =>
  allByRole(banner(root), 'link').map((link) => urls.get(link.getAttribute('href') ?? ''));

/** The heading of the banner at each instant. */
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

describe('the banner and the first row', () => {
  test.each(INSTANTS)('are right when $what ($at)', async (instant: Instant) => {
    const { root } = await drawAgenda({ now: Date.parse(instant.at) });
    expect(banner(root).className).toBe(`now ${instant.kind}`);
    expect(heading(root)).toBe(HEADINGS[instant.at]);
    // It is never empty.
    expect(readText(banner(root).querySelector('h2 ~ *'))).not.toBe('');
    expect(rowsIn(root)[0]).toBe(instant.first);
    // Before the event the banner has the day, and afterwards what can be watched.
    if (instant.kind !== 'before' && instant.kind !== 'after') {
      expect(named(root)).toEqual([...instant.on, ...instant.next]);
    }
  });
});

describe('the banner before the event', () => {
  test('counts the days, shows when the event begins, and links to the plan of that day', async () => {
    const { root, state } = await drawAgenda({ now: BEFORE });
    expect(heading(root)).toBe('In 9 days');
    expect(readText(banner(root))).toContain('The first session starts on Monday, November 10 at 9:00 AM.');
    await doing(() => byRole(banner(root), 'button', 'Plan Monday, November 10').click());
    expect(state().view).toEqual(viewWith({ days: ['2025-11-10'] }));
    expect(rowsIn(root)).toEqual(IDS.slice(0, 10));
  });

  test('shows what starts on the first day, where, and in how many minutes', async () => {
    const pages = new Map([['28F61', makeSaying({ room: 'Hall A' })]]);
    const { root } = await drawAgenda({ now: Date.parse('2025-11-10T13:50Z'), pages });
    expect(heading(root)).toBe('Starts in 10 min');
    expect(named(root)).toEqual(['28F61']);
    expect(readText(banner(root).querySelector('.where'))).toBe('CiliumCon · Hall A · at 9:00 AM');
  });

  test('counts and shows times in the reader’s time zone', async () => {
    const now = Date.parse('2025-11-09T15:30Z');
    const { root } = await drawAgenda({ now, settings: { ...DEFAULTS, zone: 'Asia/Tokyo' } });
    expect(heading(root)).toBe('Starts in 22 h 30 min');
    expect(readText(banner(root))).toContain('at 11:00 PM');
  });
});

describe('the banner during the event', () => {
  /** Its headings and lines, and the line beside each session. */
  const textsAt = async (at: string) => {
    const { root } = await drawAgenda({ now: Date.parse(at) });
    const parts = [...banner(root).querySelectorAll('*')].filter((part) => part.matches('h2, h3, h2 ~ p, .where'));
    return parts.map((part) => readText(part));
  };

  test('shows what is on, where and how long, and then what is next, when and where', async () => {
    const pages = new Map([
      ['28Czl', makeSaying({ room: 'Hall A' })],
      ['28D0I', makeSaying({ room: 'Hall B' })],
    ]);
    const { root } = await drawAgenda({ now: Date.parse('2025-11-10T14:20:30Z'), pages });
    const wheres = [...banner(root).querySelectorAll('.where')].map((where) => readText(where));
    expect(wheres).toEqual(['CiliumCon · Hall A · 15 min left', 'CiliumCon · Hall B · at 9:45 AM']);
    expect(readText(banner(root).querySelector('h3'))).toBe('Next in 25 min');
  });

  test('shows how long the break is', async () => {
    expect(await textsAt('2025-11-11T18:00Z')).toEqual(['No session right now', 'Next in 4 h', 'KubeCon · at 5:00 PM']);
  });

  test('shows when the event continues on the next day', async () => {
    expect(await textsAt('2025-11-10T23:00Z')).toEqual(['No more sessions today', 'Tomorrow, 11:15 AM', 'KubeCon']);
  });

  test('says that nothing follows the last session', async () => {
    expect(await textsAt('2025-11-12T22:00Z')).toEqual([
      'On now',
      'KubeCon · 15 min left',
      'This is the last session.',
    ]);
  });
});

describe('the sessions that are over', () => {
  test('are at the end during the event, closed, with their number', async () => {
    const { root } = await drawAgenda({ now: DURING });
    const over = root.querySelector('details.over') as HTMLDetailsElement;
    expect(over.open).toBe(false);
    expect(readText(over.querySelector('summary'))).toBe('10 sessions are over');
    expect(rowsIn(root)).toEqual([...IDS.slice(10), ...IDS.slice(0, 10)]);
    expect([...over.querySelectorAll<HTMLElement>('[data-session]')].map(({ dataset }) => dataset.session)).toEqual(
      IDS.slice(0, 10),
    );
  });

  test('have their own heading when others of the same day are not over', async () => {
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

  test('are listed as usual when the view has no others', async () => {
    const { root } = await drawAgenda({ now: DURING, view: viewWith({ days: ['2025-11-10'] }) });
    expect(root.querySelector('.over')).toBeNull();
    expect(rowsIn(root)).toEqual(IDS.slice(0, 10));
  });

  test.each([
    ['before', BEFORE],
    ['after', AFTER],
  ])('are not separate %s the event', async (_, now) => {
    const { root } = await drawAgenda({ now });
    expect(root.querySelector('.over')).toBeNull();
  });
});

describe('the banner after the event', () => {
  const RECORDED = ['28D0g', '28D14', '27Nnr', '27FXg', '27FaR', '27FbS'];
  const next = (root: Element) => banner(root).querySelector('a')?.getAttribute('href');

  test('links to the first recording that was not seen, or else to a playlist, and shows the progress', async () => {
    const { root, update } = await drawAgenda();
    expect(next(root)).toBe('https://www.youtube.com/watch?v=QdNVtSlecYo');
    expect(readText(banner(root).querySelector('.progress'))).toBe('0 of 15 seen');
    await update({ own: ownWith({ watched: RECORDED }) });
    expect(next(root)).toBe('https://www.youtube.com/playlist?list=PLDg_GiBbAx-mOnWuzd_NXoRfuW9HZAxeZ');
    expect(banner(root).querySelector('progress')?.value).toBe(RECORDED.length);
    await update({ own: ownWith({ watched: IDS }) });
    expect(readText(banner(root))).toContain('You have seen every recording.');
  });

  test('says that the guide’s sessions are over while the event continues', async () => {
    const { root, update } = await drawAgenda({ now: Date.parse('2025-11-13T15:00Z') });
    expect(heading(root)).toBe('The guide’s sessions are over');
    await update({ now: Date.parse('2025-11-14T15:00Z') });
    expect(heading(root)).toBe('The event is over');
  });

  test('opens the plan of what to watch', async () => {
    const { root, state } = await drawAgenda();
    await doing(() => byRole(banner(root), 'button', 'Plan what to watch').click());
    expect(state().view).toEqual(viewWith({ tab: 'catch-up' }));
  });

  test('is hidden while a filter is set', async () => {
    const { root } = await drawAgenda({ view: viewWith({ levels: ['advanced'] }) });
    expect(banner(root)).toBeNull();
  });

  test('says when nothing was recorded', async () => {
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

describe('a wrong clock', () => {
  test.each([
    ['2001-09-09T00:00Z', 'Saturday, September 8, 2001'],
    ['1970-01-01T12:00Z', 'Thursday, January 1, 1970'],
  ])('at %s is reported in the banner, and all sessions stay in order', async (at, day) => {
    const { root } = await drawAgenda({ now: Date.parse(at) });
    expect(readText(banner(root))).toContain(`This device’s clock says ${day}`);
    expect(rowsIn(root)).toEqual(IDS);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15, -9e15])('at %d still shows all sessions', async (now) => {
    const { root } = await drawAgenda({ now });
    expect(banner(root).className).toBe('now odd');
    expect([...rowsIn(root)].sort()).toEqual([...IDS].sort());
  });
});
