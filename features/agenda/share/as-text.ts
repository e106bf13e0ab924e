/** Formats the agenda as Markdown and as plain text. */
import { oneLine } from './one-line.ts';

export interface TextDay {
  /** Such as “Monday, November 10”. */
  name: string;
  sessions: readonly TextSession[];
}

interface TextSession {
  title: string;
  url: string;
  /** Start and end as text. */
  time: string;
  /** The name of its event. */
  event: string;
  room?: string | undefined;
  /** Their names. */
  speakers: readonly string[];
  /** Or the whole summary, if chosen. */
  takeaway: string;
  /** The key points. */
  points?: readonly string[];
  /** Further lines: where to watch it, whether it was seen, the reader's note. */
  more?: readonly Line[];
}

/** A line of texts and links. */
export type Line = readonly (string | { name: string; url: string })[];

/** The days as Markdown (CommonMark): a heading for each, and an item for each session, with a link to its page. */
export function asMarkdown(days: readonly TextDay[], heading: string): string {
  const blocks = days.flatMap(({ name, sessions }) => [
    `## ${literal(name)}`,
    sessions
      .map((session) => {
        const { time, title, url } = session;
        const head = `- **${literal(time)}** [${literal(title)}](${target(url)})`;
        const more = linesIn(session).map((line) => line.map(inMarkdown).join(''));
        const rest = [...formatLines(session).map(literal), ...more].filter(Boolean);
        // A line break by backslash, because editors remove two spaces at the end of a line.
        const points = pointsIn(session).map((point) => `\n  - ${literal(point)}`);
        return [head, ...rest].join('\\\n  ') + points.join('');
      })
      .join('\n'),
  ]);
  return `${[`# ${literal(heading)}`, ...blocks].join('\n\n')}\n`;
}

/** The days as plain text, with the addresses of the sessions. */
export function asText(days: readonly TextDay[], heading: string): string {
  const blocks = days.flatMap(({ name, sessions }) => [
    oneLine(name),
    ...sessions.map((session) => {
      const points = pointsIn(session).map((point) => `• ${point}`);
      const more = linesIn(session).map(asPlainLine);
      const rest = [...formatLines(session), ...points, ...more, session.url].map(oneLine).filter(Boolean);
      return [`${oneLine(session.time)}  ${oneLine(session.title)}`, ...rest.map((line) => `  ${line}`)].join('\n');
    }),
  ]);
  return `${[oneLine(heading), ...blocks].join('\n\n')}\n`;
}

function linesIn({ more = [] }: TextSession): readonly Line[] {
  return more;
}

function inMarkdown(part: Line[number]): string {
  if (typeof part !== 'string') return `[${literal(part.name)}](${target(part.url)})`;
  // The spaces beside a link stay.
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part) ?? [];
  return (before && ' ') + literal(text) + (after && ' ');
}

/** A line as plain text, with the address after each link. */
export function asPlainLine(line: Line): string {
  return line.map((part) => (typeof part === 'string' ? part : `${part.name} (${part.url})`)).join('');
}

function pointsIn({ points = [] }: TextSession): readonly string[] {
  return points.filter((point) => oneLine(point));
}

/** The lines below a session's title. */
function formatLines({ event, room = '', speakers, takeaway }: TextSession): string[] {
  const listed = (texts: readonly string[]) => texts.filter((text) => oneLine(text)).join(', ');
  return [listed([event, room]), listed(speakers), takeaway];
}

/**
 * Escapes a text for Markdown: characters that are markup anywhere, and those that start a heading, quote, list or rule at
 * the beginning (CommonMark 0.31, 2.4).
 */
function literal(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&]/gu, '\\$&')
    .replace(/^[#+=-]|^\d+(?=[.)])/u, (first) => (/\d/u.test(first) ? `${first}\\` : `\\${first}`));
}

/** Escapes an address for a Markdown link, which white space and brackets would end. */
function target(url: string): string {
  return oneLine(url).replace(/[\s()<>\\]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
