/**
 * Sends to the background what the page prints of the guide's sessions: title, time, room, speakers, files, the saved star.
 *
 * Seen at `/event/ID`: where its title has another company than the guide, the briefing says so.
 */
import { report } from '../../lib/report/report.ts';
import { readEventPage, readListed, zoneCookie } from '../../sched/read.ts';
import type { Spot } from '../../sched/sessions.ts';
import { readWholeList } from '../../sched/whole-list.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';
import { ended, endedNormally } from './ready.ts';

export const facts: Feature = { runsOn: () => true, start: startFacts };

function startFacts({ ask, briefings, index, navigated, parts, signal }: FeatureContext): Settle {
  const spots = new Set<Spot>();
  let sent = '';

  const send = async () => {
    const printed = [...spots].map((spot): [string, ReturnType<typeof readListed>] => [
      spot.id,
      spot.form === 'title' ? readEventPage(spot.element) : readListed(spot.element),
    ]);
    const sessions = Object.fromEntries(printed);
    // Later the page's own filter may have taken sessions out.
    const isWhole = sent === '' && !navigated && endedNormally();
    const list = isWhole ? readWholeList(document, new URL(location.href)) : undefined;
    const whole = list && { ...list, ids: index.sessions.filter((id) => list.ids.includes(id)) };
    const now = JSON.stringify(sessions);
    if (printed.length === 0 || now === sent) return;
    sent = now;
    // Reading cookies blocks the page, and a part of a simple list has no times.
    const hasTimes = printed.some(([, { times = [] }]) => times.length > 0);
    const zone = hasTimes || whole ? zoneCookie(document.cookie) : undefined;
    const briefing = parts.has('cards') ? [...spots].find(({ form }) => form === 'title')?.id : undefined;
    const answer = await ask({ type: 'seen', host: location.host, zone, whole, sessions, briefing });
    if (briefing && answer.briefing && !signal.aborted) briefings.publish({ id: briefing, panel: answer.briefing });
  };
  const sendSafely = () => void send().catch((error: unknown) => report(error, 'facts'));

  // Not before the page is whole: an event page names its files after its title.
  ended(document, signal).then(() => setTimeout(() => signal.aborted || sendSafely()));
  // Includes what the reader did meanwhile, such as saving a session on Sched.
  document.addEventListener('visibilitychange', () => document.hidden && sendSafely(), { signal });

  return ({ found, lost }) => {
    for (const spot of lost) spots.delete(spot);
    for (const spot of found) if (spot.mark.kind === 'guide' && spot.form !== 'words') spots.add(spot);
  };
}
