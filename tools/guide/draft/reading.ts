/** What a post says of a session where it links to it: title, speakers, event. */
import type { Speaker } from '../../../data/schema.ts';
import type { SessionAddress } from './addresses.ts';
import type { Listed } from './arrange.ts';
import type { Dated } from './dated.ts';
import { eventsIn, headingName } from './events.ts';
import type { People } from './people.ts';
import { speakersOf } from './speakers.ts';
import { isGeneric, peopleInKeynote, slugAgrees, slugShare, splitTitle, titleIn } from './titles.ts';
import { restOf, type Unit } from './units.ts';

export interface Reading {
  address: SessionAddress;
  line: number;
  /** Where the time stands. */
  timeLine: number;
  title: string;
  speakers: Speaker[];
  event: string;
  listed: Listed;
  dated: Dated;
  /** Whether the session is listed here, rather than mentioned in a sentence. */
  isListing: boolean;
  /** Whether its line begins with the link, whose text names the session. */
  isTitled: boolean;
  /** By field. */
  doubts: [about: string, text: string][];
}

const EVENT_LABEL = /(?:^|[\v\n])\W*(?:co-?located )?event\s*:\s*([^\v\n|]+)/iu;

/** How much may stand around a link that lists a session: speakers, an event, a room. */
const BESIDE = 260;

/**
 * Reads one place that links to a session.
 * @param postEvents names of events in the post's title, for sessions that stand below none
 */
export function readSession(listed: Listed, dated: Dated, postEvents: readonly string[]): Reading {
  const { unit, time } = listed;
  const { address, line, start, end } = unit.session as NonNullable<Unit['session']>;
  const doubts: Reading['doubts'] = [];
  const { title, people, printed } = titleOf(listed, dated, address, doubts);
  if (address.broken) doubts.push(['id', 'its address is broken: is this the session’s id?']);
  const found = people ?? speakersOf(listed) ?? peopleInKeynote(title);
  for (const doubt of found?.doubts ?? []) doubts.push(['speakers', doubt]);
  const speakers = found?.speakers ?? [];
  compareWithSlug(address.slug, title, printed, people, speakers, doubts);
  const outside = restOf(unit).length - (end - start);
  return {
    address,
    line,
    timeLine: time ? time.unit.lineOf(time.time.at) : line,
    title,
    speakers,
    event: eventOf(listed, dated, postEvents, speakers, doubts),
    listed,
    dated,
    isTitled: !isGeneric(unit.text.slice(start, end)) && /(?:^|[\n\v])[^\p{L}\n\v]*$/u.test(unit.bare.slice(0, start)),
    isListing: time?.unit === unit || outside <= BESIDE,
    doubts,
  };
}

function titleOf(listed: Listed, { headings }: Dated, address: SessionAddress, doubts: Reading['doubts']): Title {
  const { unit, heading } = listed;
  const { start = 0, end = 0 } = unit.session ?? {};
  const text = titleIn(unit.text.slice(start, end), unit.bare.slice(start, end));
  const above = heading ? titleIn(heading.text, heading.bare) : '';
  const fits = (one: string) => address.slug !== '' && slugAgrees(address.slug, one);
  // “Add it to your schedule” is no title; where the address knows the title, it decides.
  const linked = !isGeneric(text) && (fits(text) || !fits(above));
  const known = linked && (address.slug === '' || fits(text) || slugShare(address.slug, text) >= 0.5);
  const title = known ? text : linked ? '' : above;
  if (title) {
    if (/^\p{Ll}+\s/u.test(title)) doubts.push(['title', `is “${title}” the title?`]);
    return { ...splitTitle(title), printed: title };
  }
  const others = [...candidates(listed), ...headings.map((one) => titleIn(one.text, one.bare))];
  const beside = others.find(fits) ?? (linked || address.slug ? undefined : others[0]);
  if (beside) {
    const split = splitTitle(beside);
    if (!fits(beside))
      doubts.push(['title', `“${split.title}” stands beside a link that says “${text}”: is it the title?`]);
    return { ...split, printed: beside };
  }
  if (linked) return { ...splitTitle(text), printed: text };
  doubts.push([
    'title',
    address.slug ? `none was found; the address says “${address.slug}”` : 'none was found: write it',
  ]);
  return { title: '', people: undefined, printed: '' };
}

interface Title {
  title: string;
  /** The speakers behind it. */
  people: People | undefined;
  /** Both, as they stand in the post. */
  printed: string;
}

/** What is left of a sentence around a link. */
const SENTENCE = /^\p{Ll}|\b(?:a|an|and|at|by|for|from|in|is|of|on|our|the|to|with)$|[.:]$/u;

/** Texts beside a link that may be the title which the link doesn't say. */
function candidates({ unit, around }: Listed): string[] {
  const { start = 0, end = 0 } = unit.session ?? {};
  const own = [unit.bare.slice(0, start), unit.bare.slice(end)].flatMap((text) => text.split(/[\v\n|]/u));
  return [...own, ...around.map(({ bare }) => bare)]
    .map((one) => titleIn(one.replace(/\0+/gu, ' '), one).replace(/^(?:title|talk|session)\s*:\s*/iu, ''))
    .filter((one) => one.length > 8 && one.length < 200 && !isGeneric(one) && !SENTENCE.test(one));
}

/** An address repeats title and speakers as they were when the session was made. */
function compareWithSlug(
  slug: string,
  title: string,
  printed: string,
  people: People | undefined,
  speakers: readonly Speaker[],
  doubts: Reading['doubts'],
): void {
  if (slug === '' || title === '') return;
  const says = `the address says “${slug}”`;
  if (!slugAgrees(slug, title)) doubts.push(['title', `read “${title}”, but ${says}: which is right?`]);
  else if (people && !slugAgrees(slug, printed)) {
    const names = speakers.map(({ name }) => name).join(', ');
    doubts.push(['speakers', `read ${names} in “${printed}”, but ${says}: which is right?`]);
  }
}

/** The event in the lines of a session, else in the headings above it, the nearest first. */
function eventOf(
  { unit, time, around }: Listed,
  { headings }: Dated,
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
  // A title calls the event by a shorter name than the heading.
  if (named) return above.find((one) => one.startsWith(`${named} `)) ?? named;
  if (labelled) return headingName(labelled);
  const [inTitle] = postEvents;
  const untimed = headings.filter(({ times }) => times.length === 0).map(({ bare }) => headingName(bare));
  const guess = inTitle ?? untimed.find(Boolean) ?? '';
  const place = inTitle ? 'the title of the post' : 'the heading above';
  doubts.push(['event', guess ? `“${guess}” was taken from ${place}: is it the event?` : 'none was found: write it']);
  return guess;
}
