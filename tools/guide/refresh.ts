/** `npm run guide -- refresh`: what changed in a site's programme since the guide was made. */
import { basename, relative, resolve } from 'node:path';
import { diff, parseArgs } from 'node:util';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import type { GuideFile } from '../../data/schema.ts';
import { type Command, Refusal } from './command.ts';
import { formatted, PROJECT, readChecked, readText, writeWhole } from './files.ts';
import { checkText } from './parse.ts';
import { patched } from './refresh/apply.ts';
import { readCalendar } from './refresh/calendar.ts';
import { compare, type Finding } from './refresh/findings.ts';
import { createPatch, learnedIds, type Operation } from './refresh/patch.ts';
import { formatReport } from './refresh/report.ts';
import { findSite, idsOnPage } from './refresh/sites.ts';

const USAGE = `npm run guide -- refresh [FILE] --ics ALL.ICS [--page LIST.html] [--site ID] [--as-of DATE] [--write]
  Compares a guide with the calendar of one of its Sched sites: what was moved, renamed, put into a room, or is gone.
  FILE         the guide; ${GUIDE_FILE} without it
  --ics FILE   the calendar, saved from https://HOST.sched.com/all.ics
  --page FILE  https://HOST.sched.com/list/simple, saved from a browser as HTML, also several times: it tells which event of
               the calendar is which session, because Sched’s calendars do not have the sessions’ short ids
  --site ID    the site of the guide that the calendar is of, where its addresses do not tell
  --as-of DATE the day on which the calendar was saved, YYYY-MM-DD; today without it
  --write      writes the changes into FILE instead of printing them
  Exit code 0 when nothing differs, 1 when something does, also when it was written: read the texts of its changes.`;

const command: Command = { usage: USAGE, run: (args) => refresh(args) };

export default command;

/**
 * @param now milliseconds since the epoch
 * @returns the exit code
 */
export async function refresh(args: readonly string[], now: number = Date.now()): Promise<number> {
  const { file, ics, pages, site: asked, asOf, write } = parseOptions(args, now);
  const guide = readChecked(file);
  const name = basename(ics);
  const entries = readCalendar(readText(ics, 'the all.ics of a site'), guide.zone, name);
  const site = findSite(guide, entries, asked, name);
  const saved = 'the list of sessions as a browser saved it';
  const known = guide.sessions.flatMap(({ id, schedId }) => (schedId ? [[schedId, id] as const] : []));
  const seen = pages.flatMap((page) => [...idsOnPage(readText(page, saved), site, basename(page))]);
  const ids = new Map([...known, ...seen]);
  const comparison = compare(guide, site, entries, ids);
  console.log(formatReport(comparison, guide.zone, name));
  const code = comparison.findings.length === 0 ? 0 : 1;
  const learned = learnedIds(guide, ids);
  if (learned.length > 0)
    console.log(
      `\nLearned Sched’s second id of ${learned.length} ${learned.length === 1 ? 'session' : 'sessions'}: with them, the next calendar needs no --page.`,
    );
  if (code === 0 && learned.length === 0) return 0;

  const { operations, text, refused } = patchFor(file, guide, comparison.findings, learned, asOf);
  for (const { finding, why } of refused) {
    console.log(`\nNot in the patch, because the guide would not pass its check: ${finding.session.id}\n  ${why}`);
  }
  if (operations.length === 0) console.log('\nThere is nothing to patch.');
  else if (write) {
    writeWhole(resolve(PROJECT, file), formatted(text));
    console.log(
      `\nWritten to ${relative(process.cwd(), resolve(PROJECT, file))}. Read the new texts in its “changes”.`,
    );
  } else {
    console.log(
      `\nThe changes; --write writes them:\n${changedLines(readText(file, 'the guide'), formatted(text)).join('\n')}`,
    );
  }
  return code;
}

/** The lines that differ, with + and − and their numbers in the new text. */
function changedLines(before: string, after: string): string[] {
  let line = 0;
  return diff(after.split('\n'), before.split('\n')).flatMap(([side, text]) => {
    if (side >= 0) line++;
    return side === 0 ? [] : [`${side > 0 ? '+' : '-'} ${line}: ${text}`];
  });
}

interface Patch {
  operations: Operation[];
  /** The guide's file with them, not yet formatted. */
  text: string;
  refused: { finding: Finding; why: string }[];
}

/** The patch of all findings after which the guide passes its check. */
function patchFor(
  file: string,
  guide: GuideFile,
  findings: readonly Finding[],
  learned: readonly Operation[],
  asOf: string,
): Patch {
  const before = readText(file, 'the guide');
  const attempt = (some: readonly Finding[]) => {
    const operations = [...learned, ...createPatch(guide, some, asOf)];
    const text = patched(before, operations);
    return { operations, text, problems: checkText(text).problems };
  };
  const whole = attempt(findings);
  if (whole.problems.length === 0) return { ...whole, refused: [] };
  const good: Finding[] = [];
  const refused = findings.flatMap((finding) => {
    const [problem] = attempt([...good, finding]).problems;
    if (problem) return [{ finding, why: `${problem.path}: ${problem.reason}` }];
    good.push(finding);
    return [];
  });
  return { ...attempt(good), refused };
}

function parseOptions(args: readonly string[], now: number) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ics: { type: 'string' },
        page: { type: 'string', multiple: true, default: [] },
        site: { type: 'string' },
        'as-of': { type: 'string', default: new Date(now).toISOString().slice(0, 10) },
        write: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const { ics, page: pages, site, 'as-of': asOf, write } = values;
    if (ics === undefined) throw new TypeError('Which calendar? Name it with --ics');
    if (positionals.length > 1) throw new TypeError(`One guide at a time, not ${positionals.join(' and ')}`);
    const day = new Date(`${asOf}T00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(asOf) || Number.isNaN(day.getTime()))
      throw new TypeError(`--as-of ${asOf} is no date`);
    return { file: positionals[0] ?? GUIDE_FILE, ics, pages, site, asOf, write };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}
