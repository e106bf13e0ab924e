/** The sessions of a post: one for each id, from all the places that link to it. */
import type { SessionFile, Speaker } from '../../../data/schema.ts';
import { localTime } from './calendar.ts';
import type { Doubts } from './doubts.ts';
import { looksLikeName } from './people.ts';
import type { Reading } from './reading.ts';
import { isGeneric, slugAgrees, slugShare } from './titles.ts';

export interface DraftSession {
  id: string;
  host: string | undefined;
  line: number;
  title: string;
  kind: SessionFile['kind'];
  event: string;
  speakers: Speaker[];
  /** Local times, empty where they are not known. */
  start: string;
  end: string;
  /** The zone behind the time, as written. */
  zone: string | undefined;
}

/** One session for each id, in the order of the post; what can't be true is told to `doubts`. */
export function mergeReadings(readings: readonly Reading[], doubts: Doubts): DraftSession[] {
  const byId = Map.groupBy(readings, ({ address }) => address.id);
  const people = readings.flatMap(({ speakers }) => speakers);
  return [...byId.values()].flatMap((all) => {
    const listings = all.filter(({ isListing }) => isListing);
    const ranked = listings.length > 0 ? listings : all;
    const timed = ranked.filter(({ listed }) => listed.time);
    const first = timed.find(({ listed }) => !listed.weak) ?? timed[0] ?? ranked[0];
    if (!first || isOnlyMentioned(first, doubts) || isUnusable(first, doubts)) return [];
    compareListings(first, all, ranked, doubts);
    const session = draftSession(first, all, doubts);
    doubtOrganisations(session, first, people, doubts);
    return [session];
  });
}

/** “A B, C D” may be two people: a company without a word for one has brackets, or several people in the post. */
function doubtOrganisations(
  { id, speakers }: DraftSession,
  first: Reading,
  all: readonly Speaker[],
  doubts: Doubts,
): void {
  const { unit, time, around } = first.listed;
  const printed = [unit, ...(time ? [time.unit] : []), ...around].map(({ text }) => text).join('\n');
  for (const { name, organisation = '' } of speakers) {
    const its = new Set(all.filter((one) => one.organisation === organisation).map((one) => one.name));
    const isPerson = its.size === 1 && looksLikeName(organisation) && !printed.includes(`(${organisation}`);
    if (isPerson || all.some((one) => one.name === organisation))
      doubts.add(first.line, `${id} speakers`, `is “${organisation}” a person, or the organisation of ${name}?`);
  }
}

function isUnusable(reading: Reading, doubts: Doubts): boolean {
  const { address, line, title } = reading;
  if (address.unusable === undefined) return false;
  const { start } = toTimes(reading);
  doubts.add(line, [address.id, title && `“${title}”`, start].filter(Boolean).join(', '), address.unusable);
  return true;
}

/** A short address behind “here” may lead to a whole programme as well. */
function isOnlyMentioned({ address, title, listed, line }: Reading, doubts: Doubts): boolean {
  const { start = 0, end = 0 } = listed.unit.session ?? {};
  const text = listed.unit.text.slice(start, end);
  if (address.host !== undefined || listed.time || (title && !isGeneric(text))) return false;
  doubts.add(line, address.id, `“${text.trim()}” leads to https://sched.co/${address.id}: add it if that is a session`);
  return true;
}

/** Where the post says two things of one address: the draft has the first, and a person decides. */
function compareListings(first: Reading, all: readonly Reading[], listings: readonly Reading[], doubts: Doubts): void {
  const { id } = first.address;
  const hosts = [...new Set(all.flatMap(({ address }) => address.host ?? []))];
  if (hosts.length > 1) {
    doubts.add(
      first.line,
      id,
      `is linked on several sites, ${hosts.join(' and ')}: an id is on one site, which is it?`,
    );
  }
  for (const other of listings) {
    if (other === first) continue;
    const [one, two] = [toTimes(first), toTimes(other)];
    const isTimed = [first, other].every(({ listed }) => listed.time && !listed.weak);
    const isOther = isNamed(first) && isNamed(other) && !sameTitle(first.title, other.title);
    const isMoved = one.start !== two.start || Boolean(one.end && two.end && one.end !== two.end);
    const note = (at: number, about: string, text: string, { title, speakers }: Reading) => {
      doubts.add(at, about, text);
      doubts.alternatives.push({ line: other.line, about: id, text, title, speakers, ...two });
    };
    if (isOther && (isTimed || other.isTitled)) {
      const text = `is the address of “${first.title}” here and of “${other.title}” in line ${other.line}: ${howToFind(first)}`;
      note(first.line, id, text, other);
    } else if (isTimed && isMoved && one.start && two.start) {
      const text = `is at ${said(one)} here and at ${said(two)} in line ${other.timeLine}: which is right?`;
      note(first.timeLine, `${id} time`, text, first);
    }
  }
}

const isNamed = ({ title }: Reading) => title !== '';
const said = ({ start, end }: { start: string; end: string }) => `${start}${end ? ` to ${end}` : ''}`;

function howToFind({ address: { host = 'NAME.sched.com' } }: Reading): string {
  return `one of the links is wrong. Find the title in https://${host}/list/simple, and copy the id behind /event/ in its address`;
}

const sameTitle = (one: string, other: string) =>
  slugAgrees(one, other) || Math.max(slugShare(one, other), slugShare(other, one)) > 0.5;

function draftSession(first: Reading, all: readonly Reading[], doubts: Doubts): DraftSession {
  const { id } = first.address;
  const richest = <T extends { length: number }>(value: (one: Reading) => T) =>
    all.map(value).find(({ length }) => length > 0);
  const { start, end } = toTimes(first);
  const { listed, dated } = first;
  const time = listed.time?.time;
  for (const [about, text] of first.doubts) doubts.add(first.line, `${id} ${about}`, text);
  for (const text of [...listed.doubts, ...dated.doubts, ...(time?.doubts ?? [])])
    doubts.add(first.timeLine, `${id} time`, text);
  if (!time)
    doubts.add(
      first.line,
      `${id} time`,
      dated.date ? `the day is ${dated.date}, but no time was found` : 'no time was found',
    );
  else if (time.end === undefined) doubts.add(first.timeLine, `${id} time`, 'no end is written: write it');
  const title = first.title || richest((one) => one.title) || '';
  const speakers = first.speakers.length > 0 ? first.speakers : (richest((one) => one.speakers) ?? []);
  if (speakers.length === 0) doubts.add(first.line, `${id} speakers`, withoutSpeakers(first.address.slug));
  return {
    id,
    host: all.map(({ address }) => address.host).find(Boolean),
    line: first.line,
    title,
    kind: guessKind(first, title, doubts),
    event: first.event,
    speakers,
    start,
    end,
    zone: time?.zone,
  };
}

const withoutSpeakers = (slug: string) =>
  slug ? `none were found; the address says “${slug}”` : 'none were found: write them';

/** The kind that a title begins with; one elsewhere in the title, in the address or in a heading is doubted. */
function guessKind({ address, line, dated }: Reading, title: string, doubts: Doubts): SessionFile['kind'] {
  const said = kindIn(title);
  const above = dated.headings.slice(0, 2).map(({ text }) => text);
  const kind = said ?? [address.slug.replaceAll('-', ' '), ...above].map(kindIn).find(Boolean) ?? 'talk';
  const isSure = kind === said && (title.includes('⚡') || BEGINS.test(title));
  if (kind !== 'talk' && !isSure) doubts.add(line, `${address.id} kind`, `is it a ${kind}?`);
  return kind;
}

const BEGINS =
  /(?:^|[|:–—-]\s*|^\S+\s)(?:(?:sponsored|opening|closing|morning|afternoon)\s)?(?:lightning talks?|keynotes?|welcome|opening|closing)\b(?!\s+to\b)/iu;

function kindIn(text: string): SessionFile['kind'] | undefined {
  if (/⚡|\blightning(?: talks?)?:|\blightning talks?\b/iu.test(text)) return 'lightning talk';
  if (/\bkeynotes?\b/iu.test(text)) return 'keynote';
  return /\bwelcome\b|\b(?:opening|closing) remarks\b/iu.test(text) ? 'welcome' : undefined;
}

function toTimes({ listed: { time: found }, dated: { date } }: Reading): { start: string; end: string } {
  if (!found || !date) return { start: '', end: '' };
  const { start, end } = found.time;
  return { start: localTime(date, start), end: end === undefined ? '' : localTime(date, end) };
}
