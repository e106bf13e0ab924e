// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../data/agenda.ts';
import { DEFAULTS } from '../../lib/own/settings.ts';
import { zoneNames } from '../../lib/time/zones.ts';
import { BEFORE, doing, drawAgenda, IDS, row, rowsIn } from '../features/agenda/views/agenda.tsx';
import table from '../lib/time/zones.json' with { type: 'json' };
import { allByRole, readText } from './draw.ts';

const zoned = (zone: string) => ({ now: BEFORE, settings: { ...DEFAULTS, zone } });
/** The agenda with its zone choice open. */
async function opened(zone?: string) {
  const drawn = await drawAgenda(zone === undefined ? { now: BEFORE } : zoned(zone));
  await doing(() => drawn.root.querySelector<HTMLElement>('[aria-controls=zone][aria-expanded=false]')?.click());
  return drawn;
}
const select = (root: Element) => root.querySelector('.zone select') as HTMLSelectElement;
const options = (root: Element) => [...select(root).querySelectorAll('option')].map(({ value }) => value);
const unknown = (root: Element) => readText(root.querySelector('.zone .unknown'));
const when = (root: Element, id: string) => readText(row(root, id).querySelector('.when'));

/** The agenda's day headings, by two-digit day of November 2025. */
const HEADED: Record<string, string> = {
  10: 'Monday, November 10',
  11: 'Tuesday, November 11',
  12: 'Wednesday, November 12',
  13: 'Thursday, November 13',
};

/** `2025-11-10T21:05` as “9:05 PM”. */
function spoken(local: string): string {
  const [hour = 0, minute = 0] = local.slice(11).split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

describe('in a chosen zone', () => {
  test.each(Object.entries(table.zones))(
    'such as %s, every row is under the right day, with its times',
    async (zone, rows) => {
      const { root } = await drawAgenda(zoned(zone));
      const shown = allByRole(root.querySelector('.list') as Element, 'region').flatMap((day) => {
        const heading = day.querySelector('h2')?.firstChild?.textContent;
        const items = [...day.querySelectorAll<HTMLElement>('[data-session]')];
        return items.map(({ dataset: { session = '' } }) => [session, heading, when(root, session)]);
      });
      const expected = Object.entries(rows).map(([id, { start, end, shift }]) => {
        const days = shift === 0 ? '' : ` +${shift} day`;
        const next = end.slice(0, 10) > start.slice(0, 10) ? ' next day' : '';
        return [id, HEADED[start.slice(8, 10)], `${spoken(start)}${days} to ${spoken(end)}${next}`];
      });
      expect(shown).toEqual(expected);
      expect(unknown(root)).toBe('');
    },
  );

  test('the list’s heading names the zone', async () => {
    const { root } = await drawAgenda(zoned('Europe/Berlin'));
    expect(readText(root.querySelector('.list-head [aria-controls=zone]'))).toBe('Times in CET');
  });

  test('a time on the day before the event’s day is marked', async () => {
    const early = agendaGuide.sessions.map((one) => ({ ...one, start: one.start - 5 * 3_600_000 }));
    const { root } = await drawAgenda(zoned('Pacific/Honolulu'), { guide: { ...agendaGuide, sessions: early } });
    expect(when(root, '28F61')).toBe('11:00 PM −1 day to 4:05 AM next day');
  });
});

describe('the zone', () => {
  // Three instead of some 400, because each is rendered.
  beforeEach(() => {
    vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['America/New_York', 'Asia/Kolkata', 'Asia/Tokyo']);
  });

  test('is the event’s until the reader chooses another', async () => {
    const { root, told } = await opened();
    expect(select(root).value).toBe('event');
    expect([...select(root).options].map((option) => readText(option))).toEqual([
      'Event: America/New York',
      'This device: Europe/Berlin',
    ]);
    await doing(() => {
      select(root).value = 'mine';
      select(root).dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(told).toEqual(['prefer zone mine']);
    expect(select(root).value).toBe('mine');
    expect(when(root, '28F61')).toBe('3:00 PM to 3:05 PM');
  });

  test.each(['focus', 'pointerdown'])('can be any zone; all are listed on %s', async (event) => {
    const { root } = await opened();
    await doing(() => select(root).dispatchEvent(new Event(event, { bubbles: true })));
    expect(options(root)).toEqual(['event', 'mine', ...zoneNames()]);
    expect(select(root).value).toBe('event');
  });

  test.each(['Asia/Tokyo', 'Asia/Calcutta', 'US/Eastern', 'Mars/Phobos'])(
    'stays selected when all zones are listed: %s',
    async (zone) => {
      const { root } = await opened(zone);
      expect([select(root).value, options(root)]).toEqual([zone, ['event', 'mine', zone]]);
      await doing(() => select(root).dispatchEvent(new Event('focus')));
      expect(select(root).value).toBe(zone);
      const listed = options(root);
      expect(zoneNames().filter((name) => !listed.includes(name))).toEqual([]);
      expect(new Set(listed).size).toBe(listed.length);
    },
  );

  test.each(['Mars/Phobos', 'Etc/Unknown', '<b>x</b>'])(
    'falls back to the event’s, with a message, if the browser does not know %s',
    async (zone) => {
      const { root, update } = await opened(zone);
      expect(unknown(root)).toBe(
        `This browser does not know the time zone “${zone}”. Times are in the event’s time zone.`,
      );
      expect(rowsIn(root)).toEqual(IDS);
      expect(when(root, '28F61')).toBe('9:00 AM to 9:05 AM');
      await update(zoned('event'));
      expect(unknown(root)).toBe('');
    },
  );

  test('falls back to the event’s, with a message, if the device’s zone is unknown', async () => {
    const { root } = await drawAgenda(zoned('mine'), { mine: 'Etc/Unknown' });
    expect(unknown(root)).toContain('“Etc/Unknown”');
    expect(when(root, '28F61')).toBe('9:00 AM to 9:05 AM');
  });
});
