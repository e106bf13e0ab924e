/** Reads title, speakers, time and event of a session at one of its links. */
import type { Speaker } from '../../../data/schema.ts';
import type { SessionAddress } from './addresses.ts';
import type { Listed } from './arrange.ts';
import { type DateMention, localTime, weekdayOfDate } from './calendar.ts';
import type { Time } from './clock.ts';
import type { Dated } from './dated.ts';
import { eventsAlone, eventsIn, headingName } from './events.ts';
import { looksLikeName, type People, peopleIn } from './people.ts';
import { comparePeople, findSpeakers, withoutEvent } from './speakers.ts';
import { isGeneric, peopleInKeynote, slugAgrees, slugFits, slugShare, splitTitle, titleIn } from './titles.ts';
import { remainingText, type Unit } from './units.ts';

export interface Reading extends Dated {
  address: SessionAddress;
  line: number;
  /** The line with the time. */
  timeLine: number;
  title: string;
  speakers: Speaker[];
  event: string;
  /** Local times, empty if unknown. */
  start: string;
  end: string;
  /** Whether the session is listed here, not only mentioned in a sentence. */
  isListing: boolean;
  /** Whether its line begins with the link, and the link's text is its title. */
  isTitled: boolean;
  /** By field. */
  doubts: [about: string, text: string][];
}

const EVENT_LABEL = /(?:^|[\v\n])\W*(?:co-?located )?event\s*:\s*([^\v\n|]+)/iu;

/** Maximum characters around the link of a listed session, such as speakers, an event or a room. */
const BESIDE = 260;

/**
 * Reads one link to a session and its context.
 * @param postEvents the events in the post's title, for sessions without an event in their headings
 */
export function readSession(dated: Dated, postEvents: readonly string[]): Reading {
  const { unit, time, date } = dated;
  const { address, line, start, end } = unit.session as NonNullable<Unit['session']>;
  const doubts = dated.timeDoubts.map((text): [string, string] => ['time', text]);
  const read = chooseTitle(dated, address, doubts);
  const { title, people } = read;
  if (address.broken) doubts.push(['id', 'its address is broken: is this the session’s id?']);
  const printedPeople = people ?? peopleAbove(dated);
  const found = printedPeople ?? findSpeakers(dated) ?? peopleInKeynote(title);
  for (const doubt of comparePeople(printedPeople, dated)) doubts.push(['speakers', doubt]);
  doubtTimes(dated, doubts);
  for (const doubt of found?.doubts ?? []) doubts.push(['speakers', doubt]);
  const speakers = found?.speakers ?? [];
  compareWithSlug(address.slug, read, speakers, doubts);
  const outside = remainingText(unit).length - (end - start);
  return {
    ...dated,
    address,
    line,
    timeLine: time ? time.unit.lineOf(time.time.at) : line,
    title,
    speakers,
    start: date && time ? localTime(date, time.time.start) : '',
    end: date && time?.time.end ? localTime(date, time.time.end) : '',
    event: chooseEvent(dated, postEvents, speakers, doubts),
    isTitled: !isGeneric(unit.text.slice(start, end)) && /(?:^|[\n\v])[^\p{L}\n\v]*$/u.test(unit.bare.slice(0, start)),
    isListing: time?.unit === unit || outside <= BESIDE,
    doubts,
  };
}

/** The people in the heading right above a session, for example in a card with two headings. */
function peopleAbove({ headings: [nearest] }: Dated): People | undefined {
  return nearest && isPeople(nearest.bare) ? peopleIn(nearest.bare) : undefined;
}

/** Whether a text is only a list of people with companies or roles. */
function isPeople(text: string): boolean {
  const { sure, speakers } = peopleIn(withoutEvent(text));
  return sure && (speakers.some(({ organisation }) => organisation !== undefined) || text.includes(','));
}

/** Adds doubts about the time, such as another slot or zone beside it. */
function doubtTimes({ unit, time, date }: Dated, doubts: Reading['doubts']): void {
  const doubt = (text: string) => doubts.push(['time', text]);
  if (!time) {
    doubt(date ? `the day is ${date}, but no time was found` : 'no time was found');
    return;
  }
  time.time.doubts.forEach(doubt);
  if (time.time.end === undefined) doubt('it has no end: write it');
  const units = [...new Set([time.unit, unit])];
  const others = units.flatMap(({ times, text }) =>
    times.filter((other) => other !== time.time).map(({ at, to }) => text.slice(at, to).trim()),
  );
  if (others.length > 0) doubt(`${others.join(' and ')} is there too: another slot?`);
  const otherDays = units.flatMap(({ dates, text, session }) =>
    dates
      .filter(({ at }) => !session || at < session.start || at >= session.end)
      .filter((mention) => date && isOtherDay(mention, date, time.time))
      .map(({ at, to }) => text.slice(at, to).trim()),
  );
  if (otherDays.length > 0) doubt(`${otherDays.join(' and ')} is there too: another day?`);
  if (units.some(({ text }) => /~~|\b(?:cancell?ed|postponed|rescheduled)\b/iu.test(text)))
    doubt('does it take place? It is struck through, or said to be cancelled');
}

/** Whether a mentioned date is neither the day of a session nor that of its end. */
function isOtherDay({ at, last, month, day, weekday }: DateMention, date: string, time: Time): boolean {
  if (last || (at >= time.at && at < time.to)) return false;
  if (day === 0) return weekday !== weekdayOfDate(date);
  return day !== Number(date.slice(8)) || (month > 0 && month !== Number(date.slice(5, 7)));
}

function chooseTitle(dated: Dated, address: SessionAddress, doubts: Reading['doubts']): Title {
  const { unit, heading, headings } = dated;
  const { slug } = address;
  const { start = 0, end = 0 } = unit.session ?? {};
  const text = titleIn(unit.text.slice(start, end), unit.bare.slice(start, end));
  const isLinked = !isGeneric(text);
  const texts = [...(heading ? [heading] : []), ...headings].map((one) => titleIn(one.text, one.bare));
  const [above = '', parent = ''] = texts;
  const others = [isPeople(above) ? parent : above, ...candidates(dated), ...texts].filter(
    (one) => one !== '' && !isPeople(one) && eventsAlone(one).length === 0,
  );
  const better = isLinked && slugShare(slug, text) >= 0.3 ? undefined : others.find((one) => slugFits(slug, one));
  if (isLinked && !(better && !slugAgrees(slug, text))) {
    const split = splitTitle(text);
    doubtLinked(text, split, slug, doubts);
    return { ...split, printed: text };
  }
  const beside = better ?? (slug ? undefined : others[0]);
  if (beside) {
    if (isLinked) doubts.push(['title', `“${beside}” fits the address, but the link says “${text}”: which is right?`]);
    else if (!better)
      doubts.push([
        'title',
        'the link’s own text is no title, so a text above or beside it was taken: is it the title?',
      ]);
    return { ...splitTitle(beside), printed: beside };
  }
  doubts.push(['title', slug ? `none was found; the address says “${slug}”` : 'none was found: write it']);
  return { title: '', people: undefined, printed: '' };
}

const ONLY_KIND = /^(?:\S+ed |opening |closing )?(?:keynote|panel|workshop|tutorial|demo|lightning talk|welcome)s?$/iu;

/** Doubts a title from a link's text that may be a person, an event, or part of a sentence. */
function doubtLinked(
  text: string,
  { title, people }: Omit<Title, 'printed'>,
  slug: string,
  doubts: Reading['doubts'],
): void {
  const parts = text.split(/\s*[:,|@]\s+|\s[-–—@]\s/u).slice(1);
  const [, first = ''] = /^(.+?)\s*(?:[-–—:|])\s/u.exec(text) ?? [];
  const isVague =
    (!people && !/\s\S+\s/u.test(text)) ||
    parts.some((part) => looksLikeName(part.split(' ', 2).join(' '))) ||
    looksLikeName(title) ||
    isPeople(text) ||
    looksLikeName(first) ||
    eventsIn(text)[0] === text;
  if ((slug === '' && isVague && !people) || /^\p{Ll}+\s/u.test(title) || ONLY_KIND.test(title))
    doubts.push(['title', `is “${title}” the title?`]);
  if (/\s(?:by|with|w\/|feat\S*|ft\.)\s/iu.test(text.slice(title.length)) && people && slug === '')
    doubts.push(['title', `does “${title}” end there?`]);
}

interface Title {
  title: string;
  /** The speakers after it. */
  people: People | undefined;
  /** Title and speakers as printed. */
  printed: string;
}

/** Matches fragments of a sentence around a link. */
const SENTENCE = /^\p{Ll}|\b(?:a|an|and|at|by|for|from|in|is|of|on|our|the|to|with)$|[.:]$/u;

/** Texts beside a generic link that may be the title. */
function candidates({ unit, around }: Listed): string[] {
  const { start = 0, end = 0 } = unit.session ?? {};
  const own = [unit.bare.slice(0, start), unit.bare.slice(end)].flatMap((text) => text.split(/[\v\n|]/u));
  return [...own, ...around.map(({ bare }) => bare)]
    .map((one) => titleIn(one.replace(/\0+/gu, ' '), one).replace(/^(?:title|talk|session)\s*:\s*/iu, ''))
    .filter((one) => one.length > 8 && one.length < 200 && !isGeneric(one) && !SENTENCE.test(one));
}

/** Compares title and speakers with the address, which has those of the session's creation. */
function compareWithSlug(slug: string, read: Title, speakers: readonly Speaker[], doubts: Reading['doubts']): void {
  const { title, people, printed } = read;
  if (slug === '' || title === '') return;
  const says = `the address says “${slug}”`;
  const names = speakers.map(({ name }) => name);
  if (!slugAgrees(slug, title)) doubts.push(['title', `read “${title}”, but ${says}: which is right?`]);
  else if (people && !slugAgrees(slug, printed))
    doubts.push(['speakers', `read ${names.join(', ')} in “${printed}”, but ${says}: which is right?`]);
  else if (!people && !slugAgrees(title, slug) && names.some((name) => slugShare(slug, name) < 1))
    doubts.push(['speakers', `read ${names.join(', ')}, but ${says}: which is right?`]);
}

/** The event in a session's lines, else in the headings above it, nearest first. */
function chooseEvent(
  { unit, time, around, headings }: Dated,
  postEvents: readonly string[],
  speakers: readonly Speaker[],
  doubts: Reading['doubts'],
): string {
  const { start = 0, end = 0 } = unit.session ?? {};
  const [labelled = ''] = [unit, ...around].flatMap(({ text }) => EVENT_LABEL.exec(text)?.[1] ?? []);
  const prefix = /^[^:|]{3,40}(?=[:|])/u.exec(unit.bare.slice(start, end))?.[0] ?? '';
  const when = time && time.unit !== unit ? time.unit.bare : '';
  const lines = [labelled, when, unit.bare.slice(0, start), unit.bare.slice(end).slice(0, BESIDE), prefix];
  const isCompany = (name: string) => speakers.some(({ organisation }) => organisation?.includes(name));
  const above = headings.flatMap(({ bare }) => eventsIn(bare));
  const named = [...lines.flatMap(eventsIn), ...above].find((one) => !isCompany(one));
  const heading = headings.find(({ bare }) => named !== undefined && eventsIn(bare).includes(named));
  const name = headingName(heading?.bare ?? '');
  const isSure = eventsAlone(name).length === 1 && !/\s(?:and|und|et|y|&)\s/u.test(name);
  if (heading && !lines.flatMap(eventsIn).includes(named ?? '') && !isSure)
    doubts.push(['event', `“${named}” was taken from the heading “${name}”: is it the event?`]);
  // The session may have a shorter name of the event than the heading.
  if (named) return above.find((one) => one.startsWith(`${named} `)) ?? named;
  if (labelled) return headingName(labelled);
  const [inTitle] = postEvents;
  const untimed = headings.filter(({ times }) => times.length === 0).map(({ bare }) => headingName(bare));
  const guess = inTitle ?? untimed.find(Boolean) ?? '';
  const place = inTitle ? 'the title of the post' : 'the heading above';
  doubts.push(['event', guess ? `“${guess}” was taken from ${place}: is it the event?` : 'none was found: write it']);
  return guess;
}
