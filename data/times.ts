/** What can't be with the days and times of a guide. */
import { linksOf } from './links.ts';
import type { Problem } from './problem.ts';
import type { GuideFile } from './schema.ts';

const DAY = 86_400_000;

/** A conference with its days of workshops; what is longer has a wrong year or month. */
const DAYS_MAX = 31;

/** Milliseconds since the epoch of a local time (`YYYY-MM-DDTHH:MM`) in a zone; throws where clocks skip that time. */
export type InstantOf = (local: string, zone: string) => number;

/** Every date of a guide but those of its sessions' times, with its path. */
function* datesOf(guide: GuideFile): Generator<{ path: string; date: string }> {
  yield { path: 'firstDay', date: guide.firstDay };
  yield { path: 'lastDay', date: guide.lastDay };
  yield* saidOn(guide);
}

/** The dates on which something was known. */
function* saidOn(guide: GuideFile): Generator<{ path: string; date: string }> {
  yield { path: 'source.published', date: guide.source.published };
  yield* seenOn(guide);
}

/** The dates on which links and changes were seen. */
function* seenOn(guide: GuideFile): Generator<{ path: string; date: string }> {
  for (const { path, link } of linksOf(guide)) yield { path: `${path}.asOf`, date: link.asOf };
  for (const [index, { changes }] of guide.sessions.entries()) {
    for (const [nth, { asOf }] of changes.entries()) {
      yield { path: `sessions[${index}].changes[${nth}].asOf`, date: asOf };
    }
  }
}

/** A day that is not in the calendar (31 November) rolls over and reads back differently. */
function exists(time: string): boolean {
  const read = new Date(`${time}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(time);
}

/** Dates copied from the source: a page can only have been read after the post came out. */
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
 * What is said to be known on a day that has not come.
 * @param now milliseconds since the epoch. A day has come when it begins in the first zone on earth (UTC+14)
 */
export function* datesToCome(guide: GuideFile, now: number): Generator<Problem> {
  const today = new Date(now + 14 * 3_600_000).toISOString().slice(0, 10);
  for (const { path, date } of saidOn(guide)) {
    if (exists(`${date}T00:00`) && date > today)
      yield { path, reason: `${date} is still to come: write the day on which it was known` };
  }
}

/** Sessions in their order, within the event's days. What starts on a day may end after its midnight. */
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

/** Times that a clock change leaves out, in a zone that exists. */
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
