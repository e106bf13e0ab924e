/** A draft guide from a post: facts that it states, and empty places for what a person writes. */
import type * as z from 'zod/mini';
import type { GuideSchema } from '../../../data/schema.ts';
import { addressOf, SCHED_ADDRESS } from './addresses.ts';
import { arrange, type Listed } from './arrange.ts';
import type { Block } from './blocks.ts';
import { FOREIGN_DATE } from './calendar.ts';
import { dateAll } from './dated.ts';
import { Days } from './days.ts';
import { type Doubts, listOf } from './doubts.ts';
import { eventsIn, slugOf } from './events.ts';
import { type About, aboutOf, splitPost } from './front-matter.ts';
import { blocksOf, COMMENTS } from './markdown.ts';
import { readSession } from './reading.ts';
import { type DraftSession, mergeReadings } from './sessions.ts';
import { restOf, type Unit, unitsOf } from './units.ts';
import { inZone, zoneOf } from './zone.ts';

export interface DraftOptions {
  id: string;
  /** Address of the post. */
  url?: string | undefined;
  /** IANA zone of its times. */
  zone?: string | undefined;
  /** Site of the sessions that the post links by short addresses alone. */
  host?: string | undefined;
  year?: number | undefined;
}

type GuideInput = z.input<typeof GuideSchema>;
type SessionInput = GuideInput['sessions'][number];

/** A guide file whose levels are still to be chosen. */
export type DraftGuide = Omit<GuideInput, 'sessions'> & {
  sessions: (Omit<SessionInput, 'level'> & { level: SessionInput['level'] | '' })[];
};

/**
 * The draft of a guide from a post's text.
 * @param doubts is told what a person has to decide
 */
export function draftGuide(text: string, options: DraftOptions, doubts: Doubts): DraftGuide {
  const { fields, body, offset } = splitPost(text, doubts);
  const blocks = blocksOf(body, offset);
  const about = aboutOf(fields, blocks, doubts);
  const units = unitsOf(blocks);
  const listed = arrange(units);
  const days = new Days(options.year ? [options.year] : yearsIn(about, units), about.published || undefined);
  for (const { dates } of units) for (const date of dates) days.learn(date);
  const dated = dateAll(units, listed, days);
  const postEvents = eventsIn(about.title);
  const readings = listed.flatMap((one) => {
    const day = dated.get(one);
    return day ? [readSession(one, day, postEvents)] : [];
  });
  const merged = mergeReadings(readings, doubts);
  noteUnlisted(units, listed, doubts);
  for (const session of merged) session.host ??= options.host;
  const zone = zoneOf(options.zone, merged, units, text, doubts);
  const sessions = inZone(merged, zone, doubts);
  noteLinks(body, offset, blocks, doubts);
  notePublished(about.published, sessions, doubts);
  noteSharedEvents(sessions, doubts);
  noteForeignDates(units, doubts);
  return guideOf(options, about, zone, sessions, eventDays(sessions, units, days, doubts), doubts);
}

/** Years that a post names, the likeliest first: in its title, its headings, the names of its sites, its dates. */
function yearsIn({ title }: About, units: readonly Unit[]): number[] {
  const years = (text: string) =>
    [...text.matchAll(/(?<!\d)20\d\d(?!\d)|(?<=\s['’])\d\d(?!\d)/gu)].map(([year]) => Number(year.padStart(4, '20')));
  const headings = units.filter(({ kind }) => kind === 'heading').flatMap((unit) => years(unit.text));
  const hosts = units.flatMap(({ session }) => years(session?.address.host ?? ''));
  const dates = units.flatMap((unit) => unit.dates.flatMap(({ year }) => year ?? []));
  return [...new Set([...years(title), ...hosts, ...headings, ...dates])];
}

/** First and last day: of the event where the post says how long it is, else of the sessions. */
function eventDays(
  sessions: readonly DraftSession[],
  units: readonly Unit[],
  days: Days,
  doubts: Doubts,
): [string, string] {
  const known = sessions.flatMap(({ start }) => (start ? [start.slice(0, 10)] : [])).sort();
  const [first, last] = [known[0], known.at(-1)];

  if (!first || !last) return ['', ''];
  const ranges = units.flatMap((unit) => unit.dates.filter((date) => date.last).map((date) => days.range(date)));
  const range = ranges.find((one) => one.includes(first) && one.includes(last));
  if (range) return [range[0] ?? first, range.at(-1) ?? last];
  doubts.add(0, 'firstDay, lastDay', `are those of the sessions, ${first} and ${last}: the event may be longer`);
  return [first, last];
}

/** A post appears within the year before its event, or some weeks after it. */
function notePublished(published: string, sessions: readonly DraftSession[], doubts: Doubts): void {
  const first = sessions
    .map(({ start }) => start.slice(0, 10))
    .filter(Boolean)
    .sort()[0];
  if (!published || !first) return;
  const days = (Date.parse(first) - Date.parse(published)) / 86_400_000;
  if (days > 365 || days < -365)
    doubts.add(
      1,
      'source.published',
      `${published} is more than a year from ${first}, the first session: is the year right?`,
    );
}

/** An event is on one site, as a rule. */
function noteSharedEvents(sessions: readonly DraftSession[], doubts: Doubts): void {
  for (const [event, all] of Map.groupBy(sessions, (session) => session.event)) {
    const hosts = [...new Set(all.flatMap(({ host }) => host ?? []))];
    if (event && hosts.length > 1)
      doubts.add(all[0]?.line ?? 0, 'event', `“${event}” has sessions on ${hosts.join(' and ')}: is it one event?`);
  }
}

function noteForeignDates(units: readonly Unit[], doubts: Doubts): void {
  for (const unit of units) {
    for (const { 0: date, index } of unit.bare.matchAll(FOREIGN_DATE)) {
      doubts.add(
        unit.lineOf(index),
        `“${date.trim()}”`,
        'is a date in another language and was not read: are the days of the sessions below it right?',
      );
    }
  }
}

/** So many characters beside a time are a line of a programme. */
const SHORT_LINE = 80;

/** Lines with a time that is no session's: a second slot, or a session without a link. */
function noteUnlisted(units: readonly Unit[], listed: readonly Listed[], doubts: Doubts): void {
  const used = new Set(listed.flatMap(({ unit, time }) => [unit, time?.unit]));
  for (const unit of units) {
    const [time] = unit.times;
    if (!time || used.has(unit)) continue;
    // A sentence tells of a time now and then; a line that is short or has a range is a slot.
    if (unit.times.every(({ end }) => end === undefined) && restOf(unit).length > SHORT_LINE) continue;
    const text = unit.text.replace(/\s+/gu, ' ').trim();
    const words = text.length > 100 ? `…${text.slice(Math.max(0, time.at - 40), time.to + 40)}…` : text;
    doubts.add(
      unit.lineOf(time.at),
      `“${words}”`,
      'has a time and no link to a session: is it one, or another slot of one?',
    );
  }
}

/** Addresses of sessions outside any text, such as in comments. */
function noteLinks(body: string, offset: number, blocks: readonly Block[], doubts: Doubts): void {
  const seen = new Set<string>();
  for (const link of blocks.flatMap(({ links }) => links)) {
    const address = addressOf(link.href);
    if (address.kind === 'session') seen.add(address.id);
  }
  const comments = [...body.matchAll(COMMENTS)].map(({ index, 0: all }) => [index, index + all.length] as const);
  let [line, done] = [1 + offset, 0];
  for (const { 0: href, index } of body.matchAll(SCHED_ADDRESS)) {
    const address = addressOf(href);
    line += body.slice(done, index).split('\n').length - 1;
    done = index;
    if (address.kind !== 'session' || seen.has(address.id)) continue;
    const isComment = comments.some(([from, to]) => from <= index && index < to);
    doubts.add(
      line,
      href,
      isComment
        ? 'is commented out: add the session if it takes place'
        : 'stands where no link is: add the session if it is one',
    );
  }
}

function guideOf(
  { id, url }: DraftOptions,
  about: About,
  zone: string,
  sessions: readonly DraftSession[],
  [firstDay, lastDay]: [string, string],
  doubts: Doubts,
): DraftGuide {
  const hosts = [...new Set(sessions.flatMap(({ host }) => host ?? []))];
  const homeless = sessions.filter(({ host }) => !host).map((session) => session.id);
  if (homeless.length > 0) {
    doubts.add(
      0,
      'site',
      `a short address names no site: which has ${listOf(homeless)}? Give --host NAME.sched.com if all are on one`,
    );
  }
  const events = [...new Map(sessions.map(({ event }) => [slugOf(event), event])).entries()].filter(([slug]) => slug);
  const last = '\uFFFF';
  return {
    // Beside the folder of guides, so that editors complete and check what is written next.
    $schema: '../guide.schema.json',
    schema: 1,
    id,
    name: '',
    subject: '',
    zone,
    firstDay,
    lastDay,
    place: '',
    source: {
      title: about.title,
      url: url ?? about.url,
      author: about.author,
      organisation: about.organisation,
      published: about.published,
    },
    sites: hosts.map((host) => ({ id: siteOf(host), host, name: '' })),
    events: events.map(([slug, name]) => ({ id: slug, name, sentence: '', links: [] })),
    topics: [],
    goals: [],
    terms: [],
    context: [],
    sessions: sessions
      .toSorted((a, b) => Number((a.start || last) > (b.start || last)) - Number((a.start || last) < (b.start || last)))
      .map((session) => ({
        id: session.id,
        site: session.host ? siteOf(session.host) : '',
        event: slugOf(session.event),
        kind: session.kind,
        title: session.title,
        start: session.start,
        end: session.end,
        speakers: session.speakers,
        takeaway: '',
        summary: '',
        why: '',
        level: '',
        topics: [],
        terms: [],
        related: [],
        links: [],
        changes: [],
      })),
  };
}

const siteOf = (host: string) => slugOf(host.replace(/\.sched\.com$/u, ''));
