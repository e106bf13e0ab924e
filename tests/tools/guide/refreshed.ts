/** Invented calendars and pages of a site, for the tests of `npm run guide -- refresh`. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../../../tools/guide/files.ts';
import { refresh } from '../../../tools/guide/refresh.ts';
import { folderWith, run } from './guide-command.ts';

export interface Invented {
  /** The session's short id. */
  id: string;
  title: string;
  /** Lines of times, such as `DTSTART:20300506T080000Z`. */
  times: string[];
  room?: string;
  description?: string;
  more?: string[];
}

const HOST = 'harbour.sched.com';

/** The hash that stands for Sched's second id of a session. */
function hashId(id: string): string {
  return createHash('md5').update(id).digest('hex');
}

/** The lines of start and end in a calendar. */
export function utc(start: string, end: string): string[] {
  return [`DTSTART:${start}`, `DTEND:${end}`];
}

/**
 * A calendar in Sched's format.
 * @param address the part after `/event/`, a hash in Sched's own calendars
 */
export function writeCalendar(
  events: readonly Invented[],
  {
    address = hashId,
    host = HOST,
    end = '\r\n',
  }: { address?: (id: string) => string; host?: string; end?: string } = {},
): string {
  const lines = events.flatMap(({ id, title, times, room, description = 'About boats.', more = [] }) => [
    'BEGIN:VEVENT',
    `UID:${hashId(id)}`,
    ...(address(id) ? [`URL:http://${host}/event/${address(id)}`] : []),
    `SUMMARY:${escaped(title)}`,
    ...times,
    ...(room === undefined ? [] : [`LOCATION:${escaped(room)}`]),
    'CATEGORIES:TIDES',
    `DESCRIPTION:${escaped(description)}`,
    ...more,
    'END:VEVENT',
  ]);
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...lines, 'END:VCALENDAR', ''];
  return all.map((line) => folded(line, end)).join(end);
}

/** Escapes text for a calendar (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replace(/\n/gu, '\\n');
}

/** Folds a long line (RFC 5545, 3.1). */
function folded(line: string, end: string): string {
  return line.replace(/.{60}(?=.)/gu, `$&${end} `);
}

/** The list page of a site, as saved by a browser. */
function makeList(ids: readonly string[]): string {
  const sessions = ids.map((id) => {
    return `<span class="event ev_1"><a href="event/${id}/some-slug" class="name" id="${hashId(id)}"><span class="session-title">T</span></a></span>`;
  });
  return `<!doctype html><html><head><base href="/"></head><body id="schedorg"><div class="list-simple">${sessions.join('')}</div></body></html>`;
}

const link = {
  kind: 'recording',
  url: 'https://www.youtube.com/watch?v=harbourdays',
  asOf: '2030-06-01',
  foundAt: 'https://harbour-news.example/',
};
const topics = [{ id: 'boats', name: 'Boats' }];

function session(id: string, title: string, start: string, end: string, more: object = {}) {
  return {
    id,
    site: 'harbour',
    event: 'day',
    kind: 'talk',
    title,
    start: `2030-05-${start}`,
    end: `2030-05-${end}`,
    speakers: [
      { name: 'Ada Brook', organisation: 'Pier Works' },
      { name: 'Bo Lind', organisation: 'Pier Works' },
    ],
    takeaway: `What ${id} is about.`,
    summary: 'A summary.',
    why: 'A reason.',
    level: 'beginner',
    topics: ['boats'],
    ...more,
  };
}

/** A small invented guide, as in its file. */
export const guide = {
  schema: 1,
  id: 'harbour-2030',
  name: 'Harbour Days 2030',
  subject: 'Boats',
  zone: 'Europe/Berlin',
  firstDay: '2030-05-06',
  lastDay: '2030-05-07',
  place: 'Old Shed, Harbour Town',
  source: {
    title: 'Boats',
    url: 'https://harbour.example/boats',
    author: 'Cy Dune',
    organisation: 'Quay',
    published: '2030-02-01',
  },
  sites: [
    { id: 'harbour', host: HOST, name: 'Harbour' },
    { id: 'river', host: 'river.sched.com', name: 'River' },
  ],
  events: [{ id: 'day', name: 'Harbour Day', sentence: 'A day at the harbour.' }],
  topics,
  mentions: { strong: ['sail'], quiet: ['water'] },
  sessions: [
    session('1Aaaa', 'Rope and Knots', '06T09:00', '06T09:30'),
    session('1Bbbb', 'A Mast, a Plan', '06T10:00', '06T10:30', { links: [link] }),
    session('1Cccc', 'Night Watch', '06T23:30', '07T00:30'),
    session('1Dddd', 'Low Tide', '07T11:00', '07T11:30', { speakers: [{ name: 'Cy Dune' }] }),
    session('1Eeee', 'Other Banks', '07T12:00', '07T12:30', { site: 'river' }),
  ],
};

/** The unchanged events of the guide's harbour site. In May, Berlin is two hours ahead of UTC. */
export const EVENTS: readonly Invented[] = [
  {
    id: '1Aaaa',
    title: 'Rope and Knots - Ada Brook & Bo Lind, Pier Works',
    times: utc('20300506T070000Z', '20300506T073000Z'),
  },
  {
    id: '1Bbbb',
    title: 'A Mast, a Plan - Ada Brook & Bo Lind, Pier Works',
    times: utc('20300506T080000Z', '20300506T083000Z'),
  },
  {
    id: '1Cccc',
    title: 'Night Watch - Ada Brook & Bo Lind, Pier Works',
    times: utc('20300506T213000Z', '20300506T223000Z'),
  },
  { id: '1Dddd', title: 'Low Tide', times: utc('20300507T090000Z', '20300507T093000Z') },
];

/** These events with some changed, or omitted if undefined. */
export function eventsBut(changes: Record<string, Partial<Invented> | undefined>): Invented[] {
  return EVENTS.flatMap((event) => {
    if (!(event.id in changes)) return [event];
    const change = changes[event.id];
    return change ? [{ ...event, ...change }] : [];
  });
}

export const NOW = Date.parse('2030-04-01T08:00Z');

/** The guide’s file, as formatted. */
export const FILE = formatted(JSON.stringify(guide));

/** Options for addresses with short ids, as on Sched’s pages. */
export const short = { address: (id: string) => `${id}/some-slug` };

/** A temporary folder with a guide and a calendar, and the command to run there. */
export function place(calendar: string, content: object | string = FILE) {
  const folder = folderWith({
    'guide.json': typeof content === 'string' ? content : JSON.stringify(content),
    'all.ics': calendar,
    'list.html': makeList(EVENTS.map(({ id }) => id)),
  });
  const command = { usage: '', run: (args: readonly string[]) => refresh(args, NOW) };
  return {
    folder,
    run: async (...more: string[]) => {
      const { code, output } = await run(command, folder, 'guide.json', '--ics', 'all.ics', ...more);
      return { code, text: output.join('\n') };
    },
    page: ['--page', 'list.html'],
    read: () => readFileSync(join(folder, 'guide.json'), 'utf8'),
    save: (text: string) => writeFileSync(join(folder, 'all.ics'), text),
  };
}

export const withIds = (changes: Record<string, Partial<Invented> | undefined>) =>
  writeCalendar(eventsBut(changes), short);

type Sessions = { id: string; title: string; start: string; end: string; changes?: object[] }[];

export const sessionsIn = (text: string): Sessions => JSON.parse(text).sessions;

export const CHANGED = {
  '1Aaaa': { times: utc('20300507T080000Z', '20300507T083000Z'), room: 'Shed 4, Harbour Town' },
  '1Bbbb': { title: 'A Mast, No Plan - Ada Brook & Bo Lind, Mast Works' },
  '1Cccc': undefined,
};
