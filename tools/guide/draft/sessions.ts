/** Merges all links of a post into one session for each id. */
import type { SessionFile, Speaker } from '../../../data/schema.ts';
import type { Doubts } from './doubts.ts';
import { looksLikeName } from './people.ts';
import type { Reading } from './reading.ts';
import { isGeneric, slugAgrees, slugShare } from './titles.ts';

export interface DraftSession extends Pick<Reading, 'line' | 'title' | 'event' | 'speakers' | 'start' | 'end'> {
  id: string;
  host: string | undefined;
  kind: SessionFile['kind'];
  /** The zone after the time, as written. */
  zone: string | undefined;
}

/** One session for each id, in post order. Contradictions become doubts. */
export function mergeReadings(readings: readonly Reading[], doubts: Doubts): DraftSession[] {
  const byId = Map.groupBy(readings, ({ address }) => address.id);
  const people = readings.flatMap(({ speakers }) => speakers);
  return [...byId.values()].flatMap((all) => {
    const listings = all.filter(({ isListing }) => isListing);
    const ranked = listings.length > 0 ? listings : all;
    const timed = ranked.filter(({ time }) => time);
    const first = timed.find(({ weak }) => !weak) ?? timed[0] ?? ranked[0];
    if (!first || isUnusable(first, doubts)) return [];
    compareListings(first, all, ranked, doubts);
    const session = draftSession(first, all, doubts);
    doubtOrganisations(session, first, people, doubts);
    return [session];
  });
}

/** Doubts “A B, C D”, which may be two people, unless the post has the company in brackets or with several people. */
function doubtOrganisations(
  { id, speakers }: DraftSession,
  first: Reading,
  all: readonly Speaker[],
  doubts: Doubts,
): void {
  const { unit, time, around } = first;
  const printed = [unit, ...(time ? [time.unit] : []), ...around].map(({ text }) => text).join('\n');
  for (const { name, organisation = '' } of speakers) {
    const its = new Set(all.filter((one) => one.organisation === organisation).map((one) => one.name));
    const isPerson = its.size === 1 && looksLikeName(organisation) && !printed.includes(`(${organisation}`);
    if (isPerson || all.some((one) => one.name === organisation))
      doubts.add(first.line, `${id} speakers`, `is “${organisation}” a person, or the organisation of ${name}?`);
  }
}

/** Whether an address is unusable, or a short one with a text such as “here”, which may lead to a programme. Reports it. */
function isUnusable({ address, line, title, start, unit, time }: Reading, doubts: Doubts): boolean {
  const { id, host, unusable } = address;
  const text = unit.text.slice(unit.session?.start, unit.session?.end).trim();
  const isMentioned = host === undefined && !time && (title === '' || isGeneric(text));
  if (unusable !== undefined) doubts.add(line, [id, title && `“${title}”`, start].filter(Boolean).join(', '), unusable);
  else if (isMentioned) doubts.add(line, id, `“${text}” leads to https://sched.co/${id}: add it if that is a session`);
  return unusable !== undefined || isMentioned;
}

/** Reports contradictions about one address. The draft has the first description, and a person decides. */
function compareListings(first: Reading, all: readonly Reading[], listings: readonly Reading[], doubts: Doubts): void {
  const { id, host = 'NAME.sched.com' } = first.address;
  const hosts = [...new Set(all.flatMap(({ address }) => address.host ?? []))].join(' and ');
  if (hosts.includes(' '))
    doubts.add(first.line, id, `is linked on several sites, ${hosts}: an id is on one site, which is it?`);
  for (const other of listings.filter((one) => one !== first)) {
    const { line, start, end } = other;
    const isTimed = [first, other].every(({ time, weak }) => time && !weak);
    const isOther = first.title && other.title && !sameTitle(first.title, other.title);
    const isMoved = first.start && start && (first.start !== start || (first.end && end && first.end !== end));
    const note = (at: number, about: string, text: string, { title, speakers }: Reading) => {
      doubts.add(at, about, text);
      doubts.alternatives.push({ line, about: id, text, title, speakers, start, end });
    };
    if (isOther && (isTimed || other.isTitled)) {
      const text = `is the address of “${first.title}” here and of “${other.title}” in line ${line}: one of the links is wrong. Find the title in https://${host}/list/simple, and copy the id behind /event/ in its address`;
      note(first.line, id, text, other);
    } else if (isTimed && isMoved) {
      const text = `is at ${span(first)} here and at ${span(other)} in line ${other.timeLine}: which is right?`;
      note(first.timeLine, `${id} time`, text, first);
    }
  }
}

const span = ({ start, end }: Reading) => `${start}${end ? ` to ${end}` : ''}`;

const sameTitle = (one: string, other: string) =>
  slugAgrees(one, other) || Math.max(slugShare(one, other), slugShare(other, one)) > 0.5;

function draftSession(first: Reading, all: readonly Reading[], doubts: Doubts): DraftSession {
  const { id, slug } = first.address;
  const richest = [first, ...all];
  const title = richest.map((one) => one.title).find(Boolean) ?? '';
  const speakers = richest.map((one) => one.speakers).find(({ length }) => length > 0) ?? [];
  for (const [about, text] of first.doubts)
    doubts.add(about === 'time' ? first.timeLine : first.line, `${id} ${about}`, text);
  const none = slug ? `none were found; the address says “${slug}”` : 'none were found: write them';
  if (speakers.length === 0) doubts.add(first.line, `${id} speakers`, none);
  const host = all.map(({ address }) => address.host).find(Boolean);
  return { ...first, id, host, title, speakers, kind: guessKind(first, title, doubts), zone: first.time?.time.zone };
}

/** The kind at the start of a title; with a doubt, one elsewhere in the title, in the address or in a heading. */
function guessKind({ address, line, headings }: Reading, title: string, doubts: Doubts): SessionFile['kind'] {
  const said = kindIn(title);
  const above = headings.slice(0, 2).map(({ text }) => text);
  const kind = said ?? [address.slug.replaceAll('-', ' '), ...above].map(kindIn).find(Boolean) ?? 'talk';
  const isSure = kind === said && (title.includes('⚡') || BEGINS.test(title));
  if (kind !== 'talk' && !isSure) doubts.add(line, `${address.id} kind`, `is it a ${kind}?`);
  if (kind === 'talk' && SHORT_TALK.test(title)) doubts.add(line, `${address.id} kind`, 'is it a lightning talk?');
  return kind;
}

const BEGINS =
  /(?:^|[|:–—-]\s*|^\S+\s)(?:(?:sponsored|opening|closing|morning|afternoon)\s)?(?:lightning talks?|keynotes?|welcome|opening|closing)\b(?!\s+to\b)/iu;

/** Other names of lightning talks, which titles may also contain with another meaning. */
const SHORT_TALK = /🌩|\p{Ps}lightning\p{Pe}|\b(?:flash|ignite|quick)(?: talks?)?:|\bflash talks?\b/iu;

function kindIn(text: string): SessionFile['kind'] | undefined {
  if (/⚡|\blightning(?: talks?)?:|\blightning talks?\b/iu.test(text)) return 'lightning talk';
  if (/\bkeynotes?\b/iu.test(text)) return 'keynote';
  return /\bwelcome\b|\b(?:opening|closing) remarks\b/iu.test(text) ? 'welcome' : undefined;
}
