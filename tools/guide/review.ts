/** What a guide needs for a release, beyond what a build needs. */
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../data/check.ts';
import type { GuideFile } from '../../data/schema.ts';
import { datesToCome } from '../../data/times.ts';
import { cutAtTerms } from '../../lib/guide/term-uses.ts';
import { checkBudget } from './budget.ts';
import { checkText, mergeProblems } from './parse.ts';

/** The folder of the guides that this project is for. */
export const GUIDES = fileURLToPath(new URL('../../data/guides', import.meta.url));

export interface Reviewed {
  /** As it was named. */
  file: string;
  text: string;
  /** As far as it can be parsed; undefined where the text is not JSON. */
  guide?: GuideFile;
  /** In the order of the text, and then what is about all of it. */
  problems: Problem[];
}

/**
 * Everything that is wrong with a guide's file by itself.
 * @param file its path; in the folder of guides its name has to be the guide's id
 * @param now milliseconds since the epoch
 */
export function reviewGuide(text: string, file: string, now: number): Reviewed {
  const { guide, problems } = checkText(text);
  if (!guide) return { file, text, problems };
  const more = [...checkFileName(file, guide), ...datesToCome(guide, now), ...findUnusedTerms(guide)];
  // The budget is of the whole: it is told last, where it is read even after thousands of lines.
  const whole = problems.length === 0;
  return { file, text, guide, problems: [...mergeProblems(text, problems, more), ...checkBudget(text, guide, whole)] };
}

/** The same guides with what is wrong between them: Sched's ids are global, and picks are kept by session. */
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

/** Terms that a session names and none of its texts uses: no reader would ever see their meaning there. */
function* findUnusedTerms({ sessions, terms }: GuideFile): Generator<Problem> {
  const byId = new Map(terms.map((term) => [term.id, term]));
  for (const [index, session] of sessions.entries()) {
    const texts = [session.takeaway, session.summary, ...session.points, session.why].join('\n');
    for (const [nth, id] of session.terms.entries()) {
      const term = byId.get(id);
      if (!term || cutAtTerms(texts, [term]).length > 1) continue;
      const reason = `session ${session.id} names the term “${id}”, but no text of its uses “${term.name}”: use it, add its spelling to “also”, or remove it here`;
      yield { path: `sessions[${index}].terms[${nth}]`, reason };
    }
  }
}
