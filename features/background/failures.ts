/** Keeps errors for a bug report. Only the background writes them, so that none is lost. */

import { read, write } from '../../lib/own/storage.ts';
import { createFailure, FAILURES, type Failure, readFailures, withFailures } from '../../lib/report/failures.ts';
import { keepReports } from '../../lib/report/report.ts';

/** Failures that arrived during the last write: a page may report a thousand at once. */
let waiting: Failure[] = [];
let last: Promise<void> = Promise.resolve();

/** Keeps a failure. Never rejects: if the storage refuses, only a line of a bug report is lost. */
export function keepFailure(where: string, text: string, now: number): Promise<void> {
  waiting = withFailures(waiting, [createFailure(where, text, now)]);
  last = last.then(store).catch(() => {});
  return last;
}

async function store(): Promise<void> {
  if (waiting.length === 0) return;
  const fresh = waiting;
  waiting = [];
  const known = readFailures(await read('session', [FAILURES]));
  await write('session', { [FAILURES]: withFailures(known, fresh) });
}

/** Keeps the errors of the background itself. */
export function keepOwnReports(): void {
  keepReports((error, where) => void keepFailure(where, String(error), Date.now()));
}
