// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { guide } from '../../../../data/index.ts';
import { toRows } from '../../../../features/agenda/list/rows.ts';
import type { SurfaceState } from '../../../../features/agenda/list/surface.ts';
import { NOTE_MAX, readOwn } from '../../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../../lib/own/patches.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import { t } from '../../../../lib/text.ts';
import { dayName, shortDay, timeOfDay, timeRange } from '../../../../lib/time/format.ts';
import { zoneNames } from '../../../../lib/time/zones.ts';
import { byRole, readText } from '../../../components/draw.ts';
import { guideTexts, pseudo, unmarkedTexts } from '../../../components/pseudo-locale.ts';
import { INSTANTS } from '../../../lib/time/instants.ts';
import { showTexts } from '../../../messages.ts';
import { AFTER, BEFORE, DURING, doing, drawAgenda, makeSaying, openRow, ownWith, viewWith } from './agenda.tsx';

beforeEach(() => showTexts(pseudo));
afterEach(() => showTexts());

const ZONES = [guide.zone, 'Asia/Tokyo', 'Pacific/Honolulu', 'Europe/Berlin'];
/** When a session of one site ends on its page, as one of the other site begins. */
const MOVED = agendaGuide.sessions.find(({ id }) => id === '27Nnr')?.start ?? 0;
const GONE = { id: 'ZZZ1', title: 'Kelp’s Journey' };
const NOTE = 'Ask about tides';
const own = readOwn({
  ...pickPatch(GONE, 'old', 1, true),
  ...watchedPatch(GONE, 'old', 1, true),
  ...notePatch(GONE, 'old', NOTE, 1),
  ...notePatch({ id: 'ZZZ2', title: '' }, 'old', NOTE, 1),
});
const pages = new Map([
  ['28D0g', makeSaying({ room: 'Hall A', saved: true, changes: ['A change'] })],
  ['28D1Y', makeSaying({ room: 'Hall B', saved: true, video: 'https://example.org/v' })],
  ['27FXg', makeSaying({ slides: [{ name: 'Kelp.pdf', url: 'https://example.org/k' }], room: 'Hall C' })],
]);

/** Texts that need no translation: the guide's, those of pages and the reader, times, days and zones. */
const data = new Set<string>([
  'Hall A',
  'Hall B',
  'Hall C',
  'A change',
  GONE.title,
  'ZZZ1',
  'ZZZ2',
  NOTE,
  'Mars/Phobos',
  agendaGuide.quiet.join(', '),
]);
for (const zone of ZONES) {
  for (const text of guideTexts({ ...guide, zone })) data.add(text);
  for (const { start } of guide.sessions) data.add(shortDay(start, zone));
  for (const { at } of INSTANTS) data.add(dayName(Date.parse(at), zone));
  for (const row of toRows(agendaGuide.sessions)) data.add(timeRange(row.start, row.end, zone));
  data.add(timeOfDay(MOVED - 300_000, zone));
}
for (const zone of [...zoneNames(), ...ZONES]) data.add(zone.replaceAll('_', ' '));
for (const { title } of guide.sessions) data.add(title);

/** Names, places and rooms are separated by signs. */
const known = (text: string) =>
  text
    .split(/\s*·\s*|,\s*$/u)
    .filter(Boolean)
    .every((part) => data.has(part) || part.split(', ').every((name) => data.has(name)));
/** A part of one of the guide's texts, as the search shows it. */
const isPart = (text: string) =>
  text.includes('…') && [...data].some((one) => one.includes(text.replaceAll('…', '').trim()));
const unmarked = (root: Element) => unmarkedTexts(root, (text) => known(text) || isPart(text));

describe('a pseudo-locale', () => {
  test.each(INSTANTS)('translates every text of the agenda when $what', async ({ at }) => {
    const { root } = await drawAgenda({ now: Date.parse(at), pages });
    expect(readText(root.querySelector('h1'))).toContain('⟦');
    expect(unmarked(root)).toEqual([]);
  });

  test.each<[string, Partial<SurfaceState>]>([
    ['in a tab, with the filters open', { surface: 'page', now: BEFORE }],
    ['beside the page', { surface: 'panel' }],
    [
      'with picks that clash, and one that does not',
      { now: BEFORE, own: ownWith({ picked: ['28D0g', '28D0X', '27FaR'] }) },
    ],
    ['with seen marks and notes', { own: ownWith({ watched: ['28D0g'], notes: { '28D0X': NOTE } }) }],
    ['with sessions that the guide no longer has', { own }],
    ['in a time zone ahead', { settings: { ...DEFAULTS, zone: 'Asia/Tokyo' } }],
    ['in a time zone behind', { settings: { ...DEFAULTS, zone: 'Pacific/Honolulu' } }],
    ['in the device’s time zone', { settings: { ...DEFAULTS, zone: 'mine' } }],
    ['in an unknown time zone', { settings: { ...DEFAULTS, zone: 'Mars/Phobos' } }],
    ['when nothing is picked', { view: viewWith({ only: ['picked'] }) }],
    ['when nothing is found', { view: viewWith({ query: 'zzzz' }) }],
    ['when something is found and filtered', { view: viewWith({ query: 'compressed names', levels: ['advanced'] }) }],
    ['with sessions on both sites side by side', { pages: moved(), now: DURING }],
    ['in another tab', { view: viewWith({ tab: 'share' }) }],
  ])('translates every text of the agenda %s', async (_, change) => {
    const { root } = await drawAgenda({ now: AFTER, ...change }, { tab: () => () => null });
    expect(unmarked(root)).toEqual([]);
  });

  test('translates a notice and a status', async () => {
    const done = { text: t('done.picked', { title: GONE.title }), undo: () => {} };
    const { root } = await drawAgenda({ notice: t('notice.unsaved'), done });
    expect(readText(root.querySelector('.done-bar'))).toContain(GONE.title);
    expect(unmarked(root)).toEqual([]);
  });

  test('translates an opened row with a note that is nearly full', async () => {
    const text = 'x'.repeat(NOTE_MAX - 3);
    const notes = ownWith({ notes: { '28D2Q': text } });
    const { root, update } = await drawAgenda({ own: notes, pages });
    await openRow(root, '28D2Q');
    const without = () => unmarkedTexts(root, (one) => known(one) || one === text);
    expect(without()).toEqual([]);
    expect(readText(root.querySelector('.note .hint'))).toContain('⟨3⟩');
    await update({ own: ownWith({ watched: ['28D2Q'] }) });
    expect(without()).toEqual([]);
  });

  test('translates the list of time zones', async () => {
    const { root } = await drawAgenda();
    await doing(() => root.querySelector<HTMLElement>('[aria-controls=zone]')?.click());
    await doing(() => root.querySelector('select')?.dispatchEvent(new Event('focus')));
    expect(root.querySelectorAll('option').length).toBeGreaterThan(100);
    expect(unmarked(root)).toEqual([]);
  });

  test('reveals a text that is not translated', async () => {
    const { root } = await drawAgenda();
    byRole(root, 'button', pseudo('Plan what to watch')).textContent = 'Plan what to watch';
    expect(unmarked(root)).toEqual(['Plan what to watch']);
  });
});

function moved() {
  return new Map([['28F61', makeSaying({ start: MOVED - 300_000, end: MOVED, room: 'Hall A' })], ...pages]);
}
