/**
 * The last things that failed, for a bug report: which part, when, and the error's own words without anything that could be
 * the reader's or a page's.
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

/** The key in the storage of the browser's session, which forgets it when the browser closes. */
export const FAILURES = 'failures';

/** The part under which a page's script reports that it left the page to another copy of the extension. */
export const OTHER_COPY = 'another copy';

/** What a person reads of a report. */
const MOST = 20;
const TEXT_MAX = 200;
const WHERE_MAX = 30;

/** A failure as it is kept. */
export function createFailure(where: string, text: string, now: number): Failure {
  return { at: now, where: where.replace(/[^\w -]/gu, '').slice(0, WHERE_MAX), text: impersonal(text), times: 1 };
}

/** The last twenty, the newest last. One that fails again and again is one, so that it does not drive out the others. */
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

/** The failures in a storage area. Values that no version of this extension wrote are left out. */
export function readFailures(stored: Readonly<Record<string, unknown>>): Failure[] {
  const value = stored[FAILURES];
  return Array.isArray(value) ? value.filter(isFailure).slice(-MOST) : [];
}

function isFailure(value: unknown): value is Failure {
  const { at, where, text, times } = (value ?? {}) as Record<string, unknown>;
  return Number.isFinite(at) && Number.isInteger(times) && typeof where === 'string' && typeof text === 'string';
}

/**
 * The first line of an error, without addresses, ids of sessions and quotations, which may be from notes or a page. A quotation reaches
 * from the first quotation mark to the last, over line breaks too, because it may contain some; one that never closes reaches the end.
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
