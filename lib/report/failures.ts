/**
 * The last errors, for a bug report: which part failed, when, and the error's message without anything that may come from
 * the reader or a page.
 */

export interface Failure {
  /** When it failed last, in milliseconds since the epoch. */
  at: number;
  /** The part that failed, as it was reported. */
  where: string;
  text: string;
  /** How often in a row. */
  times: number;
}

/** The key in session storage, which the browser empties when it closes. */
export const FAILURES = 'failures';

/** The part that a page's script reports if another copy of the extension has the page. */
export const OTHER_COPY = 'another copy';

/** More errors than this nobody reads in a report. */
const MOST = 20;
const TEXT_MAX = 200;
const WHERE_MAX = 30;

/** A failure to keep. */
export function createFailure(where: string, text: string, now: number): Failure {
  return { at: now, where: where.replace(/[^\w -]/gu, '').slice(0, WHERE_MAX), text: impersonal(text), times: 1 };
}

/** The last twenty, the newest last. Equal failures in a row count as one, so that they don't push out the others. */
export function withFailures(known: readonly Failure[], fresh: readonly Failure[]): Failure[] {
  const all: Failure[] = [];
  for (const failure of [...known, ...fresh]) {
    const last = all.at(-1);
    if (last?.where === failure.where && last.text === failure.text) {
      all[all.length - 1] = { ...failure, times: last.times + failure.times };
    } else all.push(failure);
  }
  return all.slice(-MOST);
}

/** The failures in a storage area. Invalid values are left out. */
export function readFailures(stored: Readonly<Record<string, unknown>>): Failure[] {
  const value = stored[FAILURES];
  return Array.isArray(value) ? value.filter(isFailure).slice(-MOST) : [];
}

function isFailure(value: unknown): value is Failure {
  const { at, where, text, times } = (value ?? {}) as Record<string, unknown>;
  return Number.isFinite(at) && Number.isInteger(times) && typeof where === 'string' && typeof text === 'string';
}

/**
 * The first line of an error, without addresses, session ids and quotations, which may come from notes or a page. A
 * quotation goes from the first quotation mark to the last, across lines, or to the end if it never closes.
 */
function impersonal(text: string): string {
  const [line = ''] = text
    .slice(0, 5_000)
    .replace(/(?<!\p{L})["'`“„‘«‹].*["'`”“’»›](?!\p{L})/su, '[…]')
    .replace(/(?<!\p{L})["'`“„‘«‹].*/su, '[…]')
    .split(/[\r\n\u0085\u2028\u2029]/u);
  return line
    .replace(/[a-z][a-z+.-]*:\/\/\S*|\b(?:data|blob|javascript|mailto):\S*/giu, '[address]')
    .replace(/\b(?=[0-9A-Za-z]{4,6}\b)(?=\w*\d)\w+/gu, '[id]')
    .replace(/\S+@\S+/gu, '[address]')
    .slice(0, TEXT_MAX);
}
