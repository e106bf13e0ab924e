// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import { readText } from '../../../components/draw.ts';
import { BEFORE, drawAgenda, makeSaying, ownWith, row, viewWith } from './agenda.tsx';

const start = (id: string) => agendaGuide.sessions.find((one) => one.id === id)?.start ?? 0;

/** The groups of sessions at the same time, and the line above each. */
function clusters(root: Element) {
  return [...root.querySelectorAll('.cluster')].map((cluster) => ({
    label: readText(cluster.querySelector('.choose')),
    ids: [...cluster.querySelectorAll<HTMLElement>('ul > [data-session]')].map(({ dataset }) => dataset.session),
    clash: cluster.classList.contains('clash'),
  }));
}

/** The gap before a row. */
function gapBefore(root: Element, id: string): string | undefined {
  const item = row(root, id).closest('.cluster') ?? row(root, id);
  const before = item.previousElementSibling;
  return before?.matches('.gap') ? readText(before) : undefined;
}

const MONDAY = ['28D0g', '28D0X', '28D14'];
const WEDNESDAY = ['27FaR', '27FaL'];

describe('sessions at the same time', () => {
  test('are grouped under a line with their number and time', async () => {
    const { root } = await drawAgenda({ now: BEFORE });
    expect(clusters(root)).toEqual([
      { label: '3 at the same time, 10:40 – 11:05 AM', ids: MONDAY, clash: false },
      { label: '2 at the same time, 3:00 – 3:30 PM', ids: WEDNESDAY, clash: false },
    ]);
  });

  test('have a line that says when one is picked', async () => {
    const { root } = await drawAgenda({ now: BEFORE, own: ownWith({ picked: ['28D0X', '28D1Y'] }) });
    expect(clusters(root).map(({ label, clash }) => [label, clash])).toEqual([
      ['1 of 3 picked, 10:40 – 11:05 AM', false],
      ['2 at the same time, 3:00 – 3:30 PM', false],
    ]);
  });

  test('clash when more than one is picked', async () => {
    const { root } = await drawAgenda({ now: BEFORE, own: ownWith({ picked: [...MONDAY.slice(0, 2), ...WEDNESDAY] }) });
    expect(clusters(root).map(({ label, clash }) => [label, clash])).toEqual([
      ['Conflict: 2 of 3 picked, 10:40 – 11:05 AM', true],
      ['Conflict: 2 of 2 picked, 3:00 – 3:30 PM', true],
    ]);
  });

  test('do not clash when the picked ones follow each other', async () => {
    const [first = '', between = '', last = ''] = MONDAY;
    const at = start(first);
    const saying = (from: number, to: number) => makeSaying({ start: at + from * 60_000, end: at + to * 60_000 });
    const pages = new Map([
      [first, saying(0, 10)],
      [between, saying(5, 15)],
      [last, saying(10, 20)],
    ]);
    const { root } = await drawAgenda({ now: BEFORE, pages, own: ownWith({ picked: [first, last] }) });
    expect(clusters(root)[0]).toEqual({ label: '2 of 3 picked, 10:40 – 11:00 AM', ids: MONDAY, clash: false });
  });

  test('are not grouped when only one is shown, which still says how many it overlaps', async () => {
    const { root } = await drawAgenda({ now: BEFORE, view: viewWith({ events: ['ciliumcon'] }) });
    expect(clusters(root)).toEqual([]);
    expect(readText(row(root, '28D0g').querySelector('.overlap'))).toBe('Overlaps 2 others');
  });

  test('have their time in the reader’s time zone', async () => {
    const { root } = await drawAgenda({ now: BEFORE, settings: { ...DEFAULTS, zone: 'Asia/Kolkata' } });
    expect(clusters(root)[0]?.label).toBe('3 at the same time, 9:10 – 9:35 PM');
  });
});

describe('the gap to the next row', () => {
  test('has its length, and the name of another event', async () => {
    const own = ownWith({ picked: ['28D1Y', '28D0X', '28D0I'] });
    const { root } = await drawAgenda({ now: BEFORE, own, view: viewWith({ only: ['picked'] }) });
    expect(gapBefore(root, '28D0X')).toBe('30 min break · another event: Cloud Native University');
    expect(gapBefore(root, '28D1Y')).toBe('10 min break · another event: CiliumCon');
  });

  test('names another site too, and a room that a page has', async () => {
    const at = start('27Nnr') - 3_600_000;
    const pages = new Map([
      ['28D2o', makeSaying({ start: at, end: at + 600_000, room: 'Hall A' })],
      ['27Nnr', makeSaying({ room: 'Hall B' })],
    ]);
    const { root } = await drawAgenda({ now: BEFORE, pages });
    const { events, sites } = agendaGuide;
    const event = events.find(({ id }) => id === 'kubecon')?.name;
    const site = sites.find(({ id }) => id === 'main')?.name;
    expect(gapBefore(root, '27Nnr')).toBe(
      `50 min break · another event: ${event} · another site: ${site} · room: Hall B`,
    );
  });

  test('is not shown when sessions of one event touch, but says “No break” for another room', async () => {
    const end = agendaGuide.sessions.find(({ id }) => id === '28F61')?.end ?? 0;
    const touching = makeSaying({ start: end, end: end + 1_500_000 });
    const same = await drawAgenda({ now: BEFORE, pages: new Map([['28Czl', touching]]) });
    expect(gapBefore(same.root, '28Czl')).toBeUndefined();
    const other = await drawAgenda({ now: BEFORE, pages: new Map([['28Czl', { ...touching, room: 'Hall B' }]]) });
    expect(gapBefore(other.root, '28Czl')).toBe('No break · room: Hall B');
  });

  test('is shown between picked sessions, but not between those of a filter', async () => {
    const own = ownWith({ picked: ['28Czl', '28D2Q'] });
    const { root, update } = await drawAgenda({ now: BEFORE, own, view: viewWith({ only: ['picked'] }) });
    expect(gapBefore(root, '28D2Q')).toBe('2 h 15 min break');
    await update({ view: viewWith({ levels: ['advanced'] }) });
    expect(root.querySelector('.gap')).toBeNull();
  });
});
