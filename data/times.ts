/** Checks the days and times of a guide. */
import { linksOf } from './links.ts';
import type { Problem } from './problem.ts';
import type { GuideFile } from './schema.ts';

const DAY = 86_400_000;

/** The longest conference. A longer one has a wrong year or month. */
const DAYS_MAX = 31;

/** Milliseconds since the epoch of a local time (`YYYY-MM-DDTHH:MM`) in a zone; throws if clocks skip that time. */
export type InstantOf = (local: string, zone: string) => number;

/** Every date of a guide except sessions' times, with its path. */
function* datesOf(guide: GuideFile): Generator<{ path: string; date: string }> {
  yield { path: 'firstDay', date: guide.firstDay };
  yield { path: 'lastDay', date: guide.lastDay };
  yield* saidOn(guide);
}

/** The dates of statements: when the source was published, and when things were checked. */
function* saidOn(guide: GuideFile): Generator<{ path: string; date: string }> {
  yield { path: 'source.published', date: guide.source.published };
  yield* seenOn(guide);
}

/** The dates on which links and changes were checked. */
function* seenOn(guide: GuideFile): Generator<{ path: string; date: string }> {
  for (const { path, link } of linksOf(guide)) yield { path: `${path}.asOf`, date: link.asOf };
  for (const [index, { changes }] of guide.sessions.entries()) {
    for (const [nth, { asOf }] of changes.entries()) {
      yield { path: `sessions[${index}].changes[${nth}].asOf`, date: asOf };
    }
  }
}

/** Whether a local time exists. Date.parse would turn 31 November into 1 December. */
function exists(time: string): boolean {
  const read = new Date(`${time}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(time);
}

/** Dates equal to the post's. A page named in foundAt is read after the post was published. */
export function* datesOfThePost(guide: GuideFile): Generator<Problem> {
  const { published } = guide.source;
  for (const { path, date } of seenOn(guide)) {
    if (date !== '' && date === published) {
      const reason = `${date} is the day of the post: write the day on which you read the page that says it`;
      yield { path, reason, needs: 'source' };
    }
  }
}

export function* impossibleDates(guide: GuideFile): Generator<Problem> {
  for (const { path, date } of datesOf(guide)) {
    if (!exists(`${date}T00:00`)) yield { path, reason: `${date} does not exist: write a day of the calendar` };
  }
  const { firstDay, lastDay } = guide;
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY + 1;
  if (days < 1) yield { path: 'lastDay', reason: `${lastDay} is before the first day, ${firstDay}: exchange them` };
  if (days > DAYS_MAX) {
    const reason = `${lastDay} is ${days - 1} days after the first day, ${firstDay}: correct the one that is wrong`;
    yield { path: 'lastDay', reason };
  }
}

/**
 * Dates in the future.
 * @param now milliseconds since the epoch. A day begins first in UTC+14
 */
export function* datesToCome(guide: GuideFile, now: number): Generator<Problem> {
  const today = new Date(now + 14 * 3_600_000).toISOString().slice(0, 10);
  for (const { path, date } of saidOn(guide)) {
    if (exists(`${date}T00:00`) && date > today)
      yield { path, reason: `${date} is still to come: write the day on which it was known` };
  }
}

/** Sessions out of order or outside the event's days. A session may end after midnight. */
export function* brokenTimes({ sessions, firstDay, lastDay }: GuideFile): Generator<Problem> {
  let latest: { id: string; start: string } | undefined;
  for (const [index, { id, start, end }] of sessions.entries()) {
    const at = `sessions[${index}]`;
    for (const [field, time] of Object.entries({ start, end })) {
      if (!exists(time)) {
        const reason = `${time} of session ${id} does not exist: write a day of the calendar and a time to 23:59`;
        yield { path: `${at}.${field}`, reason };
      }
    }
    if (!exists(start)) continue;
    if (exists(end)) yield* brokenSpan(at, id, start, end);
    const day = start.slice(0, 10);
    if (exists(`${firstDay}T00:00`) && exists(`${lastDay}T00:00`) && (day < firstDay || day > lastDay)) {
      const reason = `session ${id} is on ${day}, outside the event (${firstDay} to ${lastDay}): correct one of them`;
      yield { path: `${at}.start`, reason };
    }
    if (latest && latest.start > start) {
      const reason = `session ${id} starts before ${latest.id}, which stands above it: sort by start`;
      yield { path: at, reason };
    } else latest = { id, start };
  }
}

function* brokenSpan(at: string, id: string, start: string, end: string): Generator<Problem> {
  if (end <= start) {
    const reason = `session ${id} ends (${end}) before or as it starts (${start}): correct one of them`;
    yield { path: `${at}.end`, reason };
  } else if (Date.parse(`${end}Z`) - Date.parse(`${start}Z`) > DAY) {
    const reason = `session ${id} lasts longer than a day (${start} to ${end}): correct the day of one of them`;
    yield { path: `${at}.end`, reason };
  }
}

/** Local times that a clock change skips. The zone must exist. */
export function* skippedTimes({ sessions, zone }: GuideFile, instantOf: InstantOf): Generator<Problem> {
  for (const [index, { start, end }] of sessions.entries()) {
    for (const [field, time] of Object.entries({ start, end })) {
      if (!exists(time)) continue;
      try {
        instantOf(time, zone);
      } catch (error) {
        const reason = `${(error as Error).message}: correct the time or the zone`;
        yield { path: `sessions[${index}].${field}`, reason };
      }
    }
  }
}
