/** `npm run guide -- refresh`: finds changes in a site's programme since the guide was made. */
import { basename, resolve } from 'node:path';
import { diff } from 'node:util';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import type { GuideFile } from '../../data/schema.ts';
import { type Command, parseCommandLine, Refusal } from './command.ts';
import { formatted, PROJECT, readChecked, readText, shortenPath, writeWhole } from './files.ts';
import { checkText } from './parse.ts';
import { readCalendar } from './refresh/calendar.ts';
import { addSchedIds, applyFindings } from './refresh/edits.ts';
import { compare, type Finding } from './refresh/findings.ts';
import { formatReport } from './refresh/report.ts';
import { findSite, idsOnPage } from './refresh/sites.ts';
import { counted } from './when.ts';

const USAGE = `npm run guide -- refresh [FILE] --ics ALL.ICS [--page LIST.html] [--site ID] [--as-of DATE] [--write]
  Compares a guide with the calendar of one of its Sched sites: finds sessions that moved, were renamed, have a new room
  or other speakers, or are gone.
  FILE         the guide; by default ${GUIDE_FILE}
  --ics FILE   the calendar, saved from https://HOST.sched.com/all.ics
  --page FILE  https://HOST.sched.com/list/simple, saved from a browser as HTML; can be repeated. Matches the calendar’s
               events to sessions, because Sched’s calendars do not contain the short ids
  --site ID    the calendar’s site in the guide, if its addresses do not show it
  --as-of DATE the day on which the calendar was saved, YYYY-MM-DD; by default today
  --write      writes the changes into FILE instead of printing them
  Exit code 0 without differences, otherwise 1, even with --write: read the texts of the changes.`;

const command: Command = { usage: USAGE, run: (args) => refresh(args) };

export default command;

/**
 * @param now milliseconds since the epoch
 * @returns the exit code
 */
export async function refresh(args: readonly string[], now: number = Date.now()): Promise<number> {
  const { file, ics, pages, site: asked, asOf, write } = parseOptions(args, now);
  const guide = readChecked(file);
  const before = readText(file, 'the guide');
  const name = basename(ics);
  const entries = readCalendar(readText(ics, 'the all.ics of a site'), guide.zone, name);
  const site = findSite(guide, entries, asked, name);
  const saved = 'the list of sessions, saved from a browser';
  const known = guide.sessions.flatMap(({ id, schedId }) => (schedId ? [[schedId, id] as const] : []));
  const seen = pages.flatMap((page) => [...idsOnPage(readText(page, saved), site, basename(page))]);
  const ids = new Map([...known, ...seen]);
  const comparison = compare(guide, site, entries, ids);
  console.log(formatReport(comparison, guide.zone, name));
  const code = comparison.findings.length === 0 ? 0 : 1;
  const learned = addSchedIds(before, guide, ids);
  if (learned.count > 0) {
    console.log(
      `\nFound Sched’s second id of ${counted(learned.count, 'session')}: with these, the next calendar needs no --page.`,
    );
  } else if (code === 0) return 0;

  const { text, refused } = applyAccepted(learned.text, guide, comparison.findings, asOf);
  for (const { finding, why } of refused) {
    console.log(`\nNot in the patch, because the guide would not pass its check: ${finding.session.id}\n  ${why}`);
  }
  if (text === before) console.log('\nThere is nothing to patch.');
  else if (write) {
    const path = resolve(PROJECT, file);
    writeWhole(path, formatted(text));
    console.log(`\nWritten to ${shortenPath(path)}. Read the new texts in its “changes”.`);
  } else console.log(`\nThe changes (--write applies them):\n${changedLines(before, formatted(text)).join('\n')}`);
  return code;
}

/** The lines of a diff, with + or − and line numbers. */
function changedLines(before: string, after: string): string[] {
  let line = 0;
  return diff(after.split('\n'), before.split('\n')).flatMap(([side, text]) => {
    if (side >= 0) line++;
    return side === 0 ? [] : [`${side > 0 ? '+' : '-'} ${line}: ${text}`];
  });
}

/** Applies all findings that leave the guide valid. Returns the text, and why others were refused. */
function applyAccepted(text: string, guide: GuideFile, findings: readonly Finding[], asOf: string) {
  const accepted: Finding[] = [];
  const refused: { finding: Finding; why: string }[] = [];
  const check = (some: readonly Finding[]) => checkText(applyFindings(text, guide, some, asOf)).problems[0];
  if (!check(findings)) return { text: applyFindings(text, guide, findings, asOf), refused };
  for (const finding of findings) {
    const problem = check([...accepted, finding]);
    if (problem) refused.push({ finding, why: `${problem.path}: ${problem.reason}` });
    else accepted.push(finding);
  }
  return { text: applyFindings(text, guide, accepted, asOf), refused };
}

function parseOptions(args: readonly string[], now: number) {
  const { file = GUIDE_FILE, values } = parseCommandLine(
    args,
    {
      ics: { type: 'string' },
      page: { type: 'string', multiple: true, default: [] },
      site: { type: 'string' },
      'as-of': { type: 'string', default: new Date(now).toISOString().slice(0, 10) },
      write: { type: 'boolean', default: false },
    },
    USAGE,
  );
  const { ics, page: pages, site, 'as-of': asOf, write } = values;
  if (ics === undefined) throw new Refusal(`Which calendar? Name it with --ics\n\n${USAGE}`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(asOf) || Number.isNaN(Date.parse(`${asOf}T00:00Z`)))
    throw new Refusal(`--as-of ${asOf} is not a date\n\n${USAGE}`);
  return { file, ics, pages, site, asOf, write };
}
