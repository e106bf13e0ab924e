/**
 * How large a guide may be. No surface breaks beyond it (3,000 sessions are measured with), so a build does not ask: it is
 * asked by `guide check`, and by a test for every guide that is released.
 */
import type { Problem } from '../../data/check.ts';
import { compileGuide, toAgendaGuide } from '../../data/compile.ts';
import type { GuideFile } from '../../data/schema.ts';
import { toInstant } from '../../lib/time/time.ts';

/** A guide is a choice. Each session adds 4 kB to the style sheet that every page of its sites loads: 0.8 MB for so many. */
export const SESSIONS_MAX = 200;

/** What a person can review: 15 sessions take 43 kB of a file, 200 with all their texts take 400 kB. */
const FILE_BYTES_MAX = 512 * 1024;

/** What the popup parses before its first paint: 15 sessions take 9 kB, 200 take 100 kB. */
const AGENDA_BYTES_MAX = 128 * 1024;

/** What of a guide is beyond its budget. */
export function* checkBudget(text: string, guide: GuideFile, whole: boolean): Generator<Problem> {
  const { length } = guide.sessions;
  if (length > SESSIONS_MAX) {
    const reason = `${count(length)} sessions are beyond the budget of ${count(SESSIONS_MAX)}: keep those that matter most`;
    yield { path: 'sessions', reason };
  }
  yield* checkBytes('this file has', Buffer.byteLength(text), FILE_BYTES_MAX);
  // Nothing is compiled of a guide that is broken.
  if (!whole) return;
  const agenda = JSON.stringify(toAgendaGuide(compileGuide(guide, toInstant)));
  yield* checkBytes('the agenda of this guide has', Buffer.byteLength(agenda), AGENDA_BYTES_MAX);
}

function* checkBytes(what: string, bytes: number, max: number): Generator<Problem> {
  if (bytes <= max) return;
  const reason = `${what} ${count(bytes)} bytes, beyond the budget of ${count(max)}: shorten texts, or keep fewer sessions`;
  yield { path: '(file)', reason };
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
