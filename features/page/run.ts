/** Runs the features on a page. */
import { pageIndex } from '../../data/page-index.ts';
import { anyMention, mentionFinder } from '../../lib/guide/mentions.ts';
import type { Ask, ListPanels } from '../../lib/messages.ts';
import type { LiveCopy } from '../../lib/own/live.ts';
import type { Part } from '../../lib/own/settings.ts';
import { safely } from '../../lib/report/report.ts';
import { seenKey } from '../../lib/seen/seen.ts';
import { type Difference, watchSessions } from '../../sched/observe.ts';
import { isEventPage } from '../../sched/page.ts';
import { linksTo } from '../../sched/selectors.ts';
import { sessionText } from '../../sched/session-text.ts';
import { candidateLinks, isShortLink, type LinksIn, type MarkOf, recogniser, type Spot } from '../../sched/sessions.ts';
import { wordSearch } from '../../sched/word-search.ts';
import { briefing } from './briefing.ts';
import { cards } from './cards.ts';
import type { Feature, FeatureContext, PageSettings } from './context.ts';
import { removeCopies } from './copies.ts';
import { count } from './count.ts';
import { marks } from './marks.ts';
import { loadList } from './panel.ts';
import { pagePicks } from './picks.ts';
import { parsed } from './ready.ts';
import { strip } from './strip.ts';

/** Milliseconds after which a page that is still loading counts as complete: mentions are marked, and the strip counts. */
const STUCK = 10_000;

const FEATURES: readonly Feature[] = [marks, count, cards, briefing, strip];

/**
 * Starts the features that run on this page. When the signal aborts, everything ends and is removed.
 * @param list what a list shows, where it was asked for already
 */
export function startFeatures(
  parts: ReadonlySet<Part>,
  own: LiveCopy,
  settings: PageSettings,
  ask: Ask,
  signal: AbortSignal,
  list?: Promise<ListPanels>,
): void {
  let loading = list;
  let isWhole = document.readyState !== 'loading';
  const spots = new Set<Spot>();
  const context: FeatureContext = {
    index: pageIndex,
    parts,
    isEventPage: isEventPage(location),
    settings,
    ask,
    loadList: () => (loading ??= loadList(ask)),
    picks: pagePicks(own, pageIndex.guide, signal),
    onSeen: (id, changed) => own.subscribe((key) => key === seenKey(id), changed, signal),
    signal,
    spots,
  };
  const running = FEATURES.filter((feature) => feature.runsOn(context));
  const started = running.map((feature) => safely('page', () => feature.start(context)));
  const settle = (difference: Difference, searched: readonly (Element | Document)[]) => {
    const more = difference.more || !isWhole;
    for (const spot of difference.lost) spots.delete(spot);
    // Before the new ones are added: a copy may have marks of another session.
    removeCopies(searched, spots);
    for (const spot of difference.found) spots.add(spot);
    for (const one of started) safely('page', () => one?.({ ...difference, more }));
  };
  const { markOf, linksIn } = chooseMarks(parts, () => isWhole);
  const watch = watchSessions(document, recogniser(document, pageIndex.hosts), markOf, linksIn, settle, signal);
  // What names the session of an event page, and a description, may come after the title.
  if (!isWhole)
    parsed(document, signal, STUCK).then(() => {
      isWhole = true;
      if (!signal.aborted) watch.rescan();
    });
}

/** Chooses which sessions to mark: the guide's, and mentions whose part is on. */
function chooseMarks(parts: ReadonlySet<Part>, isWhole: () => boolean): { markOf: MarkOf; linksIn: LinksIn } {
  const { sessions, mentions } = pageIndex;
  const guideLinks = linksTo(sessions);
  const find = mentionFinder(mentions);
  const wordLinks = wordSearch(anyMention(mentions));
  // The description on an event page comes after the title: read when all of it is there.
  const looksForWords = () => isWhole() && (parts.has('mentions') || parts.has('quiet'));
  return {
    markOf(id, link) {
      if (sessions.includes(id)) return { kind: 'guide' };
      if (!looksForWords() || isShortLink(link)) return undefined;
      const mention = find(sessionText(link));
      const shown = mention && parts.has(mention.degree === 'strong' ? 'mentions' : 'quiet');
      return shown ? { kind: 'mention', ...mention } : undefined;
    },
    *linksIn(node) {
      yield* candidateLinks(node, guideLinks);
      if (looksForWords()) yield* wordLinks(node);
    },
  };
}
