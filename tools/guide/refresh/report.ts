/** Formats the result of a comparison for the terminal. */
import { counted, localAt, timeWords } from '../when.ts';
import { whenWords } from './changes.ts';
import type { Difference } from './compare.ts';
import type { Comparison, Finding } from './findings.ts';

/** The headings of the kinds of differences. */
const KINDS: [Difference['kind'][], string][] = [
  [['moved'], 'Moved'],
  [['renamed'], 'Renamed'],
  [['roomed'], 'Room'],
  [['companies', 'speakers'], 'Speakers'],
  [['vanished'], 'No longer there'],
  [['back'], 'Back on the schedule, although the guide says otherwise'],
  [['unclear'], 'Unclear, please check'],
];

/** The maximum number of candidates to list. */
const PERHAPS_MAX = 20;

/** The report of a comparison, without a last line break. */
export function formatReport(comparison: Comparison, zone: string, name: string): string {
  const { site, sessions, events, unnamed, findings } = comparison;
  const blocks = [
    `${site.host} (${site.id}): ${counted(sessions, 'session')} of the guide, ${counted(events, 'event')} in ${name}.`,
    unnamed > 0 && comparison.unmatched > 0 ? unsureText(comparison) : '',
    findings.length === 0 ? 'Nothing differs.' : '',
    ...KINDS.map(([kinds, title]) => {
      const some = findings.filter(({ difference }) => kinds.includes(difference.kind));
      return some.length === 0 ? '' : [`${title}:`, ...some.map((one) => findingText(one, zone))].join('\n');
    }),
    perhapsText(comparison, zone),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function unsureText({ unnamed, events, site }: Comparison): string {
  return [
    `${unnamed === events ? 'No event there has' : `${unnamed} of ${counted(events, 'event')} there do not have`} the session’s short id: Sched’s calendars contain another one.`,
    'Without it, sessions are matched by two of title, time and speakers. Such guesses are marked with “?” and not patched.',
    `To be sure, save https://${site.host}/list/simple in a browser, as HTML, and add --page THAT_FILE.html.`,
  ].join('\n');
}

function findingText({ session, difference, sure }: Finding, zone: string): string {
  const lines = formatDetails(session, difference, zone).map((line) => `\n      ${line}`);
  return `  ${sure ? ' ' : '?'} ${session.id} ${session.title}${lines.join('')}`;
}

function formatDetails(session: Finding['session'], difference: Difference, zone: string): string[] {
  switch (difference.kind) {
    case 'moved':
      return [`from ${whenWords(session, zone)}`, `to   ${whenWords(difference, zone)}`];
    case 'renamed':
      return [`now  ${difference.title}`];
    case 'roomed':
      return [difference.room];
    case 'companies':
      return difference.moves.map(({ names, was, now }) => `${names.join(', ')}: now ${now}, in the guide ${was}`);
    case 'speakers':
      return [
        `printed ${difference.printed}`,
        `guide   ${session.speakers.map(({ name }) => name).join(', ')}`,
        ...(difference.added.length > 0 ? [`added   ${difference.added.join(', ')}`] : []),
      ];
    case 'vanished':
      return difference.cancelled ? ['cancelled'] : [];
    case 'back':
      return [];
    case 'unclear':
      return [difference.why];
  }
}

function perhapsText({ perhaps }: Comparison, zone: string): string {
  if (perhaps.length === 0) return '';
  const lines = perhaps.slice(0, PERHAPS_MAX).map(({ entry, mention }) => {
    const { title, url, when } = entry;
    const start = 'start' in when ? localAt(when.start, zone) : 'day' in when ? when.day : '';
    const time =
      'start' in when ? `, ${start.slice(0, 10)}, ${timeWords(start, localAt(when.end, zone))}` : `, ${start}`;
    return `    ${title || '(no title)'}\n      mentions ${mention.words.join(', ')}${start && time}${url ? `, ${url.href}` : ''}`;
  });
  const more = perhaps.length - PERHAPS_MAX;
  const rest = more > 0 ? [`    and ${more} more`] : [];
  return ['Candidates for the guide, never added automatically:', ...lines, ...rest].join('\n');
}
