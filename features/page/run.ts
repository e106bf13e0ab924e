/** One run of the features on a page, from the reader's switching them on to switching them off. */
import { pageIndex } from '../../data/page-index.ts';
import { anyMention, mentionFinder } from '../../lib/guide/mentions.ts';
import type { Part } from '../../lib/own/settings.ts';
import { report } from '../../lib/report/report.ts';
import { type Difference, watchSessions } from '../../sched/observe.ts';
import { isEventPage } from '../../sched/page.ts';
import { roughTest, sessionText } from '../../sched/session-text.ts';
import { type MarkOf, recogniser } from '../../sched/sessions.ts';
import { briefing } from './briefing.ts';
import { cards } from './cards.ts';
import type { Changed, Feature, FeatureContext, PageSettings } from './context.ts';
import { count } from './count.ts';
import { facts } from './facts.ts';
import { marks } from './marks.ts';
import { loadBars, panelLoader, type Send } from './panel.ts';
import { pagePicks } from './picks.ts';
import { parsed } from './ready.ts';
import { strip } from './strip.ts';

/**
 * Starts what is on for this page. Everything ends, and nothing is left, when the signal aborts.
 * @param redrawn whether a script of the page's has gone to this address, and may still be drawing
 */
export function startFeatures(
  parts: ReadonlySet<Part>,
  settings: PageSettings,
  send: Send,
  signal: AbortSignal,
  redrawn = false,
): void {
  const picks = pagePicks(pageIndex.guide, signal);
  const context: FeatureContext = {
    index: pageIndex,
    parts,
    redrawn,
    settings,
    send,
    panel: panelLoader(send),
    bars: () => loadBars(send),
    picks,
    changed: news(),
    signal,
  };
  const features = featuresFor(parts).map((feature) => feature(context));
  const settle = (difference: Difference) => runAll(features, difference);
  const watch = watchSessions(document, recogniser(document, pageIndex.hosts), markOf(parts), settle, signal);
  // What names the session of an event page may stand below its title.
  if (onEventPage()) parsed(document, signal).then(() => signal.aborted || watch.rescan());
}

function featuresFor(parts: ReadonlySet<Part>): ((context: FeatureContext) => Feature)[] {
  const features = [marks, count, facts];
  if (parts.has('cards')) features.push(cards);
  if (parts.has('cards') && onEventPage()) features.push(briefing);
  if (parts.has('strip') && !onEventPage()) features.push(strip);
  return features;
}

function news(): Changed {
  const subscribers: ((ids: readonly string[]) => void)[] = [];
  return {
    tell: (ids) => {
      for (const heard of subscribers) heard(ids);
    },
    subscribe: (heard) => void subscribers.push(heard),
  };
}

/** Whether the page in view is a session's own. */
export function onEventPage(): boolean {
  return isEventPage(new URL(location.href));
}

/** The guide's sessions, and those that mention its subject in a degree that is on. */
function markOf(parts: ReadonlySet<Part>): MarkOf {
  const { sessions, mentions } = pageIndex;
  const find = mentionFinder(mentions);
  const mayMention = roughTest(anyMention(mentions));
  return (id, link) => {
    if (sessions.includes(id)) return { kind: 'guide' };
    // The description of an event page stands below its title: looked for when all of it is there.
    if (document.readyState === 'loading' || !mayMention(link)) return undefined;
    const mention = find(sessionText(link));
    const shown = mention && parts.has(mention.degree === 'strong' ? 'mentions' : 'quiet');
    return shown ? { kind: 'mention', ...mention } : undefined;
  };
}

/** One feature that fails does not stop the next. */
function runAll(features: readonly Feature[], difference: Difference): void {
  for (const feature of features) {
    try {
      feature(difference);
    } catch (error) {
      report(error, 'page');
    }
  }
}
