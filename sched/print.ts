/** Reads the rows of Sched's print views, whose links may only have Sched's other id of a session. */
import { attribute, closest, matches, query, queryAll } from './dom.ts';
import { withoutPeople } from './people.ts';
import { EVENT_LINK, PRINT_DAY, PRINT_PAGE, PRINT_PEOPLE } from './selectors.ts';
import { readText } from './text.ts';

export interface PrintRow {
  link: HTMLAnchorElement;
  /** The short id of a session, or Sched's other one of 32 hexadecimal digits. */
  id: string;
  /** As printed, with the people at its end. */
  title: string;
  /** Names that the row prints beside the title. */
  people: string[];
  /** ISO date, in a zone that the page does not name. */
  day?: string;
}

const PATH = /^\/event\/([0-9a-f]{32}|[0-9A-Za-z]{4,6})(?:\/|$)/u;
const DAY = /^\d{4}-\d\d-\d\d$/u;
/** More rows than any programme has. */
const ROWS_MAX = 5_000;

/** The rows of a print view that link to sessions on the hosts, in order; empty on other pages. */
export function readPrintRows(document: Document, hosts: readonly string[]): PrintRow[] {
  const root = query(document, PRINT_PAGE);
  const rows: PrintRow[] = [];
  let day: string | undefined;
  for (const element of root ? queryAll(root, `${PRINT_DAY}, ${EVENT_LINK}`) : []) {
    if (rows.length >= ROWS_MAX) break;
    if (matches(element, PRINT_DAY)) {
      const id = attribute(element, 'id') ?? '';
      if (DAY.test(id)) day = id;
    } else if (element instanceof HTMLAnchorElement) {
      const { protocol, host, pathname } = element;
      const id = /^https?:$/u.test(protocol) && hosts.includes(host) ? PATH.exec(pathname)?.[1] : undefined;
      const title = readText(element);
      if (id && title) rows.push({ link: element, id, title, people: readPeople(element), ...(day && { day }) });
    }
  }
  return rows;
}

/** The title of a row without its people. */
export function plainTitle({ title, people }: PrintRow): string {
  return withoutPeople(
    title,
    people.map((name) => name.toLowerCase()),
  );
}

/** The names in texts such as “Speakers: A, B”. */
function readPeople(link: Element): string[] {
  const cell = closest(link, 'td, li');
  const roles = cell ? [...queryAll(cell, PRINT_PEOPLE)].slice(0, 5).map((role) => readText(role)) : [];
  return roles
    .flatMap((role) => role.replace(/^[^:,]*:/u, '').split(','))
    .map((name) => name.trim())
    .filter(Boolean);
}
