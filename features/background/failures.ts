/** Keeps what failed anywhere, in the background: one writer, so that nothing is lost. */

import { read, write } from '../../lib/own/storage.ts';
import { createFailure, FAILURES, type Failure, readFailures, withFailures } from '../../lib/report/failures.ts';
import { keepReports } from '../../lib/report/report.ts';

/** What came while the last was stored: a page may report a thousand at once. */
let waiting: Failure[] = [];
let last: Promise<void> = Promise.resolve();

/** Keeps a failure. Never rejects: a storage that refuses costs a line of a bug report. */
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

/** Keeps what this script reports itself. */
export function keepOwnReports(): void {
  keepReports((error, where) => void keepFailure(where, String(error), Date.now()));
}
