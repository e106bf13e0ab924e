/** Adds doubts about the whole post: what was left out, and contradictions. */
import { parseAddress, SCHED_ADDRESS } from './addresses.ts';
import type { Listed } from './arrange.ts';
import type { Block } from './blocks.ts';
import { FOREIGN_DATE } from './calendar.ts';
import type { Doubts } from './doubts.ts';
import { COMMENTS } from './markdown.ts';
import type { DraftSession } from './sessions.ts';
import { remainingText, type Unit } from './units.ts';

/** Doubts a date that is more than a year from the event. */
export function notePublished(published: string, sessions: readonly DraftSession[], doubts: Doubts): void {
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

/** Doubts an event on several sites. */
export function noteSharedEvents(sessions: readonly DraftSession[], doubts: Doubts): void {
  for (const [event, all] of Map.groupBy(sessions, (session) => session.event)) {
    const hosts = [...new Set(all.flatMap(({ host }) => host ?? []))];
    if (event && hosts.length > 1)
      doubts.add(all[0]?.line ?? 0, 'event', `“${event}” has sessions on ${hosts.join(' and ')}: is it one event?`);
  }
}

/** Reports dates in other languages, and doubts the days of the sessions below them. */
export function noteForeignDates(units: readonly Unit[], doubts: Doubts): void {
  let isBelow = false;
  for (const { bare, dates, session, lineOf } of units) {
    if (dates.length > 0) isBelow = false;
    for (const { 0: date, index } of bare.matchAll(FOREIGN_DATE)) {
      isBelow = true;
      doubts.add(lineOf(index), `“${date.trim()}”`, 'is a date in another language and was not read');
    }
    if (isBelow && session) {
      doubts.add(
        session.line,
        `${session.address.id} time`,
        'a date above it is in another language and was not read: is the day right?',
      );
    }
  }
}

/** Maximum characters beside a time in a line of a programme. */
const SHORT_LINE = 80;

/** Reports lines with a time but without a session: a second slot, or a session without a link. */
export function noteUnlisted(units: readonly Unit[], listed: readonly Listed[], doubts: Doubts): void {
  const used = new Set(listed.flatMap(({ unit, time }) => [unit, time?.unit]));
  for (const unit of units) {
    const [time] = unit.times;
    if (!time || used.has(unit)) continue;
    // A sentence may mention a time, but a short line or one with a range is a slot.
    if (unit.times.every(({ end }) => end === undefined) && remainingText(unit).length > SHORT_LINE) continue;
    const text = unit.text.replace(/\s+/gu, ' ').trim();
    const words = text.length > 100 ? `…${text.slice(Math.max(0, time.at - 40), time.to + 40)}…` : text;
    doubts.add(
      unit.lineOf(time.at),
      `“${words}”`,
      'has a time and no link to a session: is it one, or another slot of one?',
    );
  }
}

/** Reports addresses of sessions outside links, for example in comments. */
export function noteLinks(body: string, offset: number, blocks: readonly Block[], doubts: Doubts): void {
  const seen = new Set(blocks.flatMap(({ links }) => links.map(({ href }) => parseAddress(href)?.id)));
  const comments = [...body.matchAll(COMMENTS)].map(({ index, 0: all }) => [index, index + all.length] as const);
  for (const { 0: href, index } of body.matchAll(SCHED_ADDRESS)) {
    const address = parseAddress(href);
    if (!address || seen.has(address.id)) continue;
    const line = offset + body.slice(0, index).split('\n').length;
    const isComment = comments.some(([from, to]) => from <= index && index < to);
    const what = isComment
      ? 'is commented out: add the session if it takes place'
      : 'is not in a link: add the session if it is one';
    doubts.add(line, href, what);
  }
}
