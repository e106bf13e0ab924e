/**
 * Marks the guide's sessions and the mentions in a print view, by attributes on the links.
 *
 * Seen at `/print`.
 */
import { pageIndex } from '../../data/page-index.ts';
import { anyMention, mentionFinder } from '../../lib/guide/mentions.ts';
import { type Ask, ask as askBackground, sendFailure } from '../../lib/messages.ts';
import { partsOn } from '../../lib/own/settings.ts';
import { keepReports, report } from '../../lib/report/report.ts';
import { type PrintRow, plainTitle, readPrintRows } from '../../sched/print.ts';
import { pageOwn } from './own.ts';
import { parsed } from './ready.ts';
import { pageSettings } from './settings.ts';

/** Starts on a page if it is a print view. When the signal aborts, all marks are removed. */
export async function startPrint(signal: AbortSignal, ask: Ask = askBackground): Promise<void> {
  if (signal.aborted) return;
  keepReports(sendFailure);
  const settings = pageSettings(await pageOwn(signal));
  await parsed(document, signal);
  const rows = signal.aborted || document.designMode === 'on' ? [] : readPrintRows(document, pageIndex.hosts);
  if (rows.length === 0) return;
  const pairUp = () => ask({ type: 'print', host: location.host, rows: rows.map(({ link: _, ...row }) => row) });
  let pairs: Record<string, string> | undefined;
  const readParts = () => partsOn(settings.now(), location.host);
  const apply = async () => {
    // If everything is off, the background is not woken.
    if (readParts().size > 0) pairs ??= await pairUp();
    if (!pairs || signal.aborted) return;
    unmark(rows);
    const parts = readParts();
    const ids = parts.size > 0 ? markRows(rows, pairs, parts) : [];
    ask({ type: 'shown', ids }).catch((error: unknown) => report(error, 'badge'));
  };
  settings.subscribe(() => void apply().catch((error: unknown) => report(error, 'print')), signal);
  signal.addEventListener('abort', () => unmark(rows));
  await apply();
}

/** Marks rows, and returns the ids of the guide's sessions among them. */
function markRows(rows: readonly PrintRow[], pairs: Record<string, string>, parts: ReadonlySet<string>): string[] {
  const find = mentionFinder(pageIndex.mentions);
  const mayMention = anyMention(pageIndex.mentions);
  const ids = new Set<string>();
  document.documentElement.dataset.csgGuide = pageIndex.guide;
  for (const row of rows) {
    const { dataset } = row.link;
    const id = Object.hasOwn(pairs, row.id) ? pairs[row.id] : undefined;
    if (id !== undefined) {
      ids.add(id);
      Object.assign(dataset, { csgSession: id, csgKind: 'guide', csgLink: 'guide' });
      continue;
    }
    const degree = mayMention.test(row.title) ? find({ title: plainTitle(row) })?.degree : undefined;
    if (degree && parts.has(degree === 'strong' ? 'mentions' : 'quiet'))
      Object.assign(dataset, { csgSession: row.id, csgKind: 'mention', csgLink: degree });
  }
  return [...ids];
}

function unmark(rows: readonly PrintRow[]): void {
  delete document.documentElement.dataset.csgGuide;
  for (const { link } of rows) {
    for (const name of ['csgSession', 'csgKind', 'csgLink']) delete link.dataset[name];
  }
}
