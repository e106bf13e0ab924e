/** Runs page features alone, with picks and a background that the test controls. */
import { afterEach, beforeEach } from 'vitest';
import { pageIndex } from '../../../data/page-index.ts';
import type { Feature, FeatureContext } from '../../../features/page/context.ts';
import { loadList } from '../../../features/page/panel.ts';
import { PARTS, type Part } from '../../../lib/own/settings.ts';
import { watchSessions } from '../../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser } from '../../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, openPage } from '../../sched/open-page.ts';
import { holdTimers } from '../../time.ts';
import { answer, askBy, bar, memorySettings, startAlone } from './page.ts';

/** Three guide sessions, one of them a link in a text, and another session. */
export const LIST = `<div id="list">${bar('28D1Y', 'Containing Wildfires')}${bar('28D4J')}${bar('28D2Q')}</div><ul><li><a href="event/28D0X">x</a></li></ul>`;

interface World {
  stop: AbortController;
  picked: Set<string>;
  parts: Set<Part>;
  send: typeof answer;
  /** The listeners for new facts of a session, by its id. */
  seenListeners: Map<string, () => void>;
}

const newWorld = (): World => ({
  stop: new AbortController(),
  picked: new Set(),
  parts: new Set(PARTS),
  send: answer,
  seenListeners: new Map(),
});

/** The world of the running test. */
export let world = newWorld();

/** Stops the running features, and starts another world. */
export function renewWorld(): void {
  world.stop.abort();
  world = newWorld();
}

/** Gives every test in the file a world, in which timers wait for `rest`. */
export function holdWorld(): void {
  holdTimers();
  beforeEach(renewWorld);
  afterEach(() => world.stop.abort());
}

/** Runs features on a page; returns the page as it was before. */
export function run(features: readonly Feature[], body = LIST, path = '/list/simple'): string {
  // The features of a world that ended must not see the next one.
  const own = world;
  openPage(CO_LOCATED + path, body);
  const before = document.documentElement.outerHTML;
  const changed: (() => void)[] = [];
  const ask = askBy((message) => own.send(message));
  const context: Omit<FeatureContext, 'spots'> = {
    index: pageIndex,
    signal: own.stop.signal,
    parts: own.parts,
    isEventPage: path.startsWith('/event/'),
    ask,
    loadList: () => loadList(ask),
    onSeen: (id, changed) => void own.seenListeners.set(id, changed),
    settings: memorySettings(),
    picks: {
      has: (id) => own.picked.has(id),
      toggle: (id) => {
        own.picked = own.picked.symmetricDifference(new Set([id]));
        for (const call of changed) call();
      },
      subscribe: (call) => void changed.push(call),
    },
  };
  const settle = startAlone(features, context);
  const ofGuide: MarkOf = (id) => (pageIndex.sessions.includes(id) ? { kind: 'guide' } : undefined);
  watchSessions(document, recogniser(document, HOSTS), ofGuide, candidateLinks, settle, own.stop.signal);
  return before;
}
