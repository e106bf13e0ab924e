/** Drafts a guide from a post: its facts, and empty fields for a person to fill in. */
import type * as z from 'zod/mini';
import type { GuideSchema } from '../../../data/schema.ts';
import { arrange } from './arrange.ts';
import { dateAll } from './dated.ts';
import { Days } from './days.ts';
import { type Doubts, joinNames } from './doubts.ts';
import { eventsIn, toSlug } from './events.ts';
import { type About, parseAbout, splitPost } from './front-matter.ts';
import { parseBlocks } from './markdown.ts';
import { noteForeignDates, noteLinks, notePublished, noteSharedEvents, noteUnlisted } from './notes.ts';
import { readSession } from './reading.ts';
import { type DraftSession, mergeReadings } from './sessions.ts';
import { parseUnits, type Unit } from './units.ts';
import { chooseZone, inZone } from './zone.ts';

export interface DraftOptions {
  id: string;
  /** The post's address. */
  url?: string | undefined;
  /** The IANA zone of its times. */
  zone?: string | undefined;
  /** The site of sessions that have only short addresses. */
  host?: string | undefined;
  year?: number | undefined;
}

type GuideInput = z.input<typeof GuideSchema>;
type SessionInput = GuideInput['sessions'][number];

/** A guide file without levels. */
export type DraftGuide = Omit<GuideInput, 'sessions'> & {
  sessions: (Omit<SessionInput, 'level'> & { level: SessionInput['level'] | '' })[];
};

/**
 * Drafts a guide from a post's text.
 * @param doubts collects what a person has to decide
 */
export function draftGuide(text: string, options: DraftOptions, doubts: Doubts): DraftGuide {
  const { fields, body, offset } = splitPost(text, doubts);
  const blocks = parseBlocks(body, offset);
  const about = parseAbout(fields, blocks, doubts, options.url);
  const units = parseUnits(blocks);
  const listed = arrange(units);
  const days = new Days(options.year ? [options.year] : yearsIn(about, units), about.published || undefined);
  for (const { dates } of units) for (const date of dates) days.learn(date);
  const postEvents = eventsIn(about.title);
  const readings = dateAll(units, listed, days).map((one) => readSession(one, postEvents));
  const merged = mergeReadings(readings, doubts);
  noteUnlisted(units, listed, doubts);
  for (const session of merged) session.host ??= options.host;
  const zone = chooseZone(options.zone, merged, units, text, doubts);
  const sessions = inZone(merged, zone, doubts);
  noteLinks(body, offset, blocks, doubts);
  notePublished(about.published, sessions, doubts);
  noteSharedEvents(sessions, doubts);
  noteForeignDates(units, doubts);
  return assembleGuide(options, about, zone, sessions, eventDays(sessions, units, days, doubts), doubts);
}

/** The years in a post, the likeliest first: in its title, headings, site names and dates. */
function yearsIn({ title }: About, units: readonly Unit[]): number[] {
  const years = (text: string) =>
    [...text.matchAll(/(?<!\d)20\d\d(?!\d)|(?<=\s['’])\d\d(?!\d)/gu)].map(([year]) => Number(year.padStart(4, '20')));
  const headings = units.filter(({ kind }) => kind === 'heading').flatMap((unit) => years(unit.text));
  const hosts = units.flatMap(({ session }) => years(session?.address.host ?? ''));
  const dates = units.flatMap((unit) => unit.dates.flatMap(({ year }) => year ?? []));
  return [...new Set([...years(title), ...hosts, ...headings, ...dates])];
}

/** First and last day of the event if the post has them, else of the sessions. */
function eventDays(
  sessions: readonly DraftSession[],
  units: readonly Unit[],
  days: Days,
  doubts: Doubts,
): [string, string] {
  const known = sessions.flatMap(({ start }) => start.slice(0, 10) || []).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return ['', ''];
  const ranges = units.flatMap((unit) => unit.dates.filter((date) => date.last).map((date) => days.range(date)));
  const range = ranges.find((one) => one.includes(first) && one.includes(last));
  if (range) return [range[0] ?? first, range.at(-1) ?? last];
  doubts.add(0, 'firstDay, lastDay', `are those of the sessions, ${first} and ${last}: the event may be longer`);
  return [first, last];
}

function assembleGuide(
  { id, url }: DraftOptions,
  about: About,
  zone: string,
  sessions: readonly DraftSession[],
  [firstDay, lastDay]: [string, string],
  doubts: Doubts,
): DraftGuide {
  const hosts = [...new Set(sessions.flatMap(({ host }) => host ?? []))];
  const homeless = sessions.filter(({ host }) => !host).map((session) => session.id);
  const which = `short addresses do not contain the site: which one has ${joinNames(homeless)}?`;
  if (homeless.length > 0) doubts.add(0, 'site', `${which} Use --host NAME.sched.com if all are on one`);
  const events = [...new Map(sessions.map(({ event }) => [toSlug(event), event])).entries()].filter(([slug]) => slug);
  const last = '\uFFFF';
  const sorted = sessions.toSorted((a, b) =>
    (a.start || last) < (b.start || last) ? -1 : Number(a.start !== b.start),
  );
  return {
    // The schema beside the guides folder, so that editors complete and check the file.
    $schema: '../guide.schema.json',
    schema: 1,
    id,
    name: '',
    subject: '',
    zone,
    firstDay,
    lastDay,
    place: '',
    source: { ...about, url: url ?? about.url },
    sites: hosts.map((host) => ({ id: siteFromHost(host), host, name: '' })),
    events: events.map(([slug, name]) => ({ id: slug, name, sentence: '', links: [] })),
    topics: [],
    goals: [],
    terms: [],
    context: [],
    sessions: sorted.map(({ id, host, event, kind, title, start, end, speakers }) => {
      const site = host ? siteFromHost(host) : '';
      return { id, site, event: toSlug(event), kind, title, start, end, speakers, ...TEXTS, ...LISTS };
    }),
  };
}

/** The texts that a person writes for each session. */
const TEXTS = { takeaway: '', summary: '', why: '', level: '' } as const;
const LISTS = { topics: [], terms: [], related: [], links: [], changes: [] };

const siteFromHost = (host: string) => toSlug(host.replace(/\.sched\.com$/u, ''));
