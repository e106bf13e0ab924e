/** Checks what a guide needs for a release, beyond what a build needs. */
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../data/check.ts';
import { compileGuide, toAgendaGuide } from '../../data/compile.ts';
import type { GuideFile } from '../../data/schema.ts';
import { datesToCome } from '../../data/times.ts';
import { cutAtTerms } from '../../lib/guide/term-uses.ts';
import { toInstant } from '../../lib/time/time.ts';
import { checkText, mergeProblems } from './parse.ts';

/** The folder of the project's guides. */
export const GUIDES = fileURLToPath(new URL('../../data/guides', import.meta.url));

export interface Reviewed {
  /** The path as given. */
  file: string;
  text: string;
  /** As far as it can be parsed; undefined if the text is not JSON. */
  guide?: GuideFile;
  /** In the order of the text, followed by problems of the whole file. */
  problems: Problem[];
}

/**
 * Finds everything that is wrong with a single guide file.
 * @param file its path; in the guides folder, it must be named after the guide's id
 * @param now milliseconds since the epoch
 */
export function reviewGuide(text: string, file: string, now: number): Reviewed {
  const { guide, problems } = checkText(text);
  if (!guide) return { file, text, problems };
  const more = [...checkFileName(file, guide), ...datesToCome(guide, now), ...findUnusedTerms(guide)];
  // The budget is reported last, where it is read even after thousands of lines.
  const whole = problems.length === 0;
  return { file, text, guide, problems: [...mergeProblems(text, problems, more), ...checkBudget(text, guide, whole)] };
}

/** Adds problems between guides: an id may be in only one, because Sched's ids are global and picks are stored by session. */
export function reviewTogether(all: readonly Reviewed[]): Reviewed[] {
  const owners = new Map<string, string>();
  return all.map((one) => {
    const shared: Problem[] = [];
    const own = new Set<string>();
    for (const [index, { id }] of one.guide?.sessions.entries() ?? []) {
      const owner = owners.get(id);
      if (owner !== undefined) {
        const reason = `session ${id} is in ${owner} already: an id belongs to one guide, remove it in one of them`;
        shared.push({ path: `sessions[${index}].id`, reason });
      } else if (id !== '') own.add(id);
    }
    for (const id of own) owners.set(id, one.file);
    return { ...one, problems: mergeProblems(one.text, one.problems, shared) };
  });
}

function* checkFileName(file: string, { id }: GuideFile): Generator<Problem> {
  const name = basename(file, '.json');
  if (dirname(resolve(file)) !== GUIDES || name === id || id === '') return;
  yield {
    path: 'id',
    reason: `is “${id}” in a file called ${name}.json: rename the file to ${id}.json, or write “${name}”`,
  };
}

/** Finds terms of a session that none of its texts uses, so that readers would never see their meaning. */
function* findUnusedTerms({ sessions, terms }: GuideFile): Generator<Problem> {
  const byId = new Map(terms.map((term) => [term.id, term]));
  for (const [index, session] of sessions.entries()) {
    const texts = [session.takeaway, session.summary, ...session.points, session.why].join('\n');
    for (const [nth, id] of session.terms.entries()) {
      const term = byId.get(id);
      if (!term || cutAtTerms(texts, [term]).length > 1) continue;
      const reason = `session ${session.id} lists the term “${id}”, but none of its texts uses “${term.name}”: use it, add its spelling to “also”, or remove it here`;
      yield { path: `sessions[${index}].terms[${nth}]`, reason };
    }
  }
}

/** A guide is a selection. Each session adds 4 kB to the style sheet that every page of its sites loads: 0.8 MB for this many. */
export const SESSIONS_MAX = 200;

/** As much as a person can review: 15 sessions take 43 kB, 200 with all their texts 400 kB. */
const FILE_BYTES_MAX = 512 * 1024;

/** Parsed by the popup before its first paint: 15 sessions take 9 kB, 200 take 100 kB. */
const AGENDA_BYTES_MAX = 128 * 1024;

/** Finds what exceeds the budget. Builds don't check this: even with 3,000 sessions, no surface breaks. */
function* checkBudget(text: string, guide: GuideFile, whole: boolean): Generator<Problem> {
  const { length } = guide.sessions;
  if (length > SESSIONS_MAX) {
    const reason = `${count(length)} sessions are beyond the budget of ${count(SESSIONS_MAX)}: keep those that matter most`;
    yield { path: 'sessions', reason };
  }
  yield* checkBytes('this file has', Buffer.byteLength(text), FILE_BYTES_MAX);
  // A broken guide can't be compiled.
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
