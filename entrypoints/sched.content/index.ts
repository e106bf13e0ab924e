/** In every page and frame of the guide's Sched sites: finds its sessions and hands them to the features. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { report } from '../../lib/report.ts';
import { type Difference, watchSessions } from '../../sched/observe.ts';
import { pageOf } from '../../sched/page.ts';
import { sessionIdOf } from '../../sched/session-id.ts';
import { recogniser } from '../../sched/sessions.ts';
import { briefing } from './briefing.tsx';
import { cards } from './cards.ts';
import type { Feature, FeatureContext } from './context.ts';
import { count } from './count.ts';
import { detailLoader } from './detail.ts';
import { marks } from './marks.ts';
import { pagePicks } from './picks.ts';
import { parsed, whenSched } from './ready.ts';
import 'virtual:csg/highlight.css';
import './style.css';

export default defineContentScript({
  matches: pageIndex.hosts.map((host) => `https://${host}/*`),
  allFrames: true,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,

  async main({ signal }) {
    const { guide, hosts, sessions } = pageIndex;
    const { href } = location;
    const onEventPage = pageOf(new URL(href)).kind === 'event';
    const detail = detailLoader((message) => browser.runtime.sendMessage(message));
    const own = sessionIdOf(href, href, hosts);
    // Asked for now, so that the briefing is there before the title is painted without it.
    if (own && own in sessions) detail(own).catch(() => {});

    if (!(await whenSched(document, onEventPage, signal))) return;
    const context: FeatureContext = { index: pageIndex, signal, picks: pagePicks(guide, signal), detail };
    const features = [marks, cards, count, ...(onEventPage ? [briefing] : [])].map((feature) => feature(context));

    const recognise = recogniser(document, new Set(Object.keys(sessions)), hosts);
    const watch = watchSessions(document, recognise, (difference) => runAll(features, difference), signal);
    await parsed(document, signal);
    if (onEventPage && !signal.aborted) watch.rescan();
  },
});

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
