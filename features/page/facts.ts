/**
 * Sends what the page prints about the guide's sessions to the background: title, time, room, speakers, files, saved star.
 *
 * Seen at `/event/ID`: if its title names another company than the guide, the briefing says so.
 */
import { pageIndex } from '../../data/page-index.ts';
import { type Ask, ask as askBackground, sendFailure } from '../../lib/messages.ts';
import { checksum } from '../../lib/own/checksum.ts';
import { followArea } from '../../lib/own/live.ts';
import { partsOn, readSwitches } from '../../lib/own/settings.ts';
import { keepReports, report } from '../../lib/report/report.ts';
import type { RawFacts } from '../../lib/seen/page-facts.ts';
import { seenKey, utcDay } from '../../lib/seen/seen.ts';
import { closest } from '../../sched/dom.ts';
import { readEventPage, readListed, zoneCookie } from '../../sched/read.ts';
import { HOVER_BOX, linksTo } from '../../sched/selectors.ts';
import { candidateLinks, isSchedPage, isTitle, recogniser, sessionHolding } from '../../sched/sessions.ts';
import { readWholeList } from '../../sched/whole-list.ts';

/** Starts on a parsed page. Everything ends when the signal aborts. */
export async function startFacts(signal: AbortSignal, ask: Ask = askBackground): Promise<void> {
  keepReports(sendFailure);
  if (!isSchedPage(document)) return;
  let isOn = false;
  let isFirst = true;
  let sent = '';

  const send = async () => {
    if (!isOn) return;
    const sessions = readSessions(document);
    // Only the first time: later, the page's filter may have removed sessions.
    const whole =
      isFirst && isAsLoaded() ? readWholeList(document, new URL(location.href), pageIndex.sessions) : undefined;
    isFirst = false;
    const printed = Object.values(sessions);
    const now = JSON.stringify(sessions);
    if (printed.length === 0 || now === sent) return;
    sent = now;
    // Only if needed, because reading cookies blocks the page.
    const hasTimes = printed.some(({ times = [] }) => times.length > 0);
    const zone = hasTimes || whole ? zoneCookie(document.cookie) : undefined;
    const seen = { host: location.host, zone, whole, sessions };
    const hash = checksum(JSON.stringify([utcDay(Date.now()), seen]));
    if (areKept(sessions) && (await ask({ type: 'known', hash }))) return;
    await ask({ type: 'seen', hash, ...seen });
  };
  /** Whether facts of each session are stored: the reader may have removed them since. */
  const areKept = (sessions: object) =>
    Object.keys(sessions).every((id) => Object.hasOwn(stored.values(), seenKey(id)));
  const sendSafely = () => void send().catch((error: unknown) => report(error, 'facts'));

  const update = () => {
    const wasOn = isOn;
    isOn = partsOn(readSwitches(stored.values()), location.host).size > 0;
    if (!wasOn) sendSafely();
  };
  const stored = followArea('local', update, signal);
  const load = () =>
    stored
      .load()
      .catch((error: unknown) => report(error, 'storage'))
      .then(update);

  // Again when the page is hidden, for what the reader did meanwhile, such as saving a session on Sched.
  document.addEventListener('visibilitychange', () => document.hidden && sendSafely(), { signal });
  globalThis.navigation?.addEventListener('currententrychange', () => setTimeout(sendSafely), { signal });
  // A page in the back/forward cache gets no change events.
  addEventListener('pageshow', ({ persisted }) => persisted && load(), { signal });
  await load();
}

/** What the page prints about the guide's sessions, by id. */
function readSessions(document: Document): Record<string, RawFacts> {
  const recognise = recogniser(document, pageIndex.hosts);
  const sessions: Record<string, RawFacts> = {};
  for (const link of candidateLinks(document, linksTo(pageIndex.sessions))) {
    const id = recognise(link);
    if (id === undefined || !pageIndex.sessions.includes(id)) continue;
    const session = sessionHolding(link);
    if (!session || closest(session, HOVER_BOX)) continue;
    // The session's own page may show it in a list too, with less about it.
    if (isTitle(link)) sessions[id] = readEventPage(session);
    else sessions[id] ??= readListed(session);
  }
  return sessions;
}

/** Whether the document loaded completely and the page has not navigated since, which it may still be drawing. */
function isAsLoaded(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!load || load.domContentLoadedEventStart === 0) return false;
  const { pathname, search } = new URL(load.name);
  return pathname === location.pathname && search === location.search;
}
