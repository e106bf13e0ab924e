/**
 * Tells the background what the page prints of the guide's sessions: title, time, room, speakers, files, the saved star.
 *
 * Seen at `/event/ID`: where its title has another company than the guide, the briefing says so.
 */
import { report } from '../../lib/report/report.ts';
import { isFullList } from '../../sched/page.ts';
import { readEventPage, readListed, zoneCookie } from '../../sched/read.ts';
import type { Spot } from '../../sched/sessions.ts';
import type { Feature, FeatureContext } from './context.ts';
import { parsed } from './ready.ts';

export function facts({ changed, redrawn, send, signal }: FeatureContext): Feature {
  const spots = new Set<Spot>();
  let told = '';

  const tell = async () => {
    const read = [...spots].map((spot): [string, ReturnType<typeof readListed>] => [
      spot.id,
      spot.form === 'title' ? readEventPage(spot.element) : readListed(spot.element),
    ]);
    const sessions = Object.fromEntries(read);
    // Later the page's own filter may have taken sessions out.
    const full = told === '' && !redrawn && isFullList(new URL(location.href));
    const now = JSON.stringify(sessions);
    if (read.length === 0 || now === told) return;
    told = now;
    // Asked for its cookies, a browser keeps the page waiting; a simple list has no times.
    const hasTimes = read.some(([, { times = [] }]) => times.length > 0);
    const zone = hasTimes ? zoneCookie(document.cookie) : undefined;
    const ids = await send({ type: 'seen', host: location.host, zone, full, sessions });
    if (!signal.aborted && Array.isArray(ids)) changed.tell(ids);
  };
  const tellSafely = () => void tell().catch((error: unknown) => report(error, 'facts'));

  // Not before the page is whole: an event page names its files after its title.
  parsed(document, signal).then(() => setTimeout(() => signal.aborted || tellSafely()));
  // What the reader did meanwhile, such as saving a session on Sched.
  document.addEventListener('visibilitychange', () => document.hidden && tellSafely(), { signal });

  return ({ found, lost }) => {
    for (const spot of lost) spots.delete(spot);
    for (const spot of found) if (spot.mark.kind === 'guide' && spot.form !== 'words') spots.add(spot);
  };
}
