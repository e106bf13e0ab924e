/** A minimal Sched page for the features, and the background that answers them. */
import { drawList, drawPanel } from '../../../features/background/panels.tsx';
import type { Feature, FeatureContext, PageSettings, Settle } from '../../../features/page/context.ts';
import type { Ask, Message } from '../../../lib/messages.ts';
import { readSettings, switchKey } from '../../../lib/own/settings.ts';
import type { Spot } from '../../../sched/sessions.ts';

/** The bar of a session in a list. */
export const bar = (id: string, title = id, more = '') =>
  `<span class="event ev_2"><a class="name" href="event/${id}/slug"><span class="session-title">${title}</span></a></span>${more}`;

/** Two guide sessions, one of them twice, a mention of each degree, and an unrelated session. */
export const LIST = `<div id="sched-content-inner"><div class="list-simple">${[
  bar('28D1Y', 'Containing Wildfires'),
  bar('28AA1', 'Operating Tetragon, and Cilium'),
  bar('28D2Q', 'Parsing DNS'),
  bar('28AA2', 'XDP for everyone'),
  bar('28D1Y', 'Containing Wildfires'),
  bar('28AA3', 'Keynote'),
].join('')}</div></div>`;

/** A session's own page. */
export const TITLE =
  '<div class="list-single"><div class="list-single__event"><span class="event"><a class="name" href="#">Title</a></span></div><p>Text</p></div>';

/** The background's answer, cloned as a message is. */
export async function answer(message: Message): Promise<unknown> {
  if (message.type === 'list') return structuredClone(await drawList());
  return message.type === 'panel' ? structuredClone(await drawPanel(message.kind, message.id, location.host)) : true;
}

/** Asks a background that answers differently from `answer`. */
export const askBy = (answers: (message: Message) => Promise<unknown>) =>
  ((message: Message) => answers(message)) as Ask;

/** Settings in memory instead of storage. A switch takes effect at once. */
export function memorySettings(stored: Record<string, boolean> = {}): PageSettings {
  const subscribers = new Set<() => void>();
  return {
    now: () => readSettings(stored),
    turn(which, on) {
      if (on) delete stored[switchKey(which)];
      else stored[switchKey(which)] = true;
      for (const changed of [...subscribers]) changed();
    },
    subscribe(changed, until) {
      subscribers.add(changed);
      until.addEventListener('abort', () => subscribers.delete(changed));
    },
  };
}

/** Starts features alone. Their spots are those that the test passes as found and not as lost. */
export function startAlone(features: readonly Feature[], context: Partial<FeatureContext>): Settle {
  const spots = new Set<Spot>();
  const started = features.map((feature) => feature.start({ ...context, spots } as FeatureContext));
  return (difference) => {
    for (const spot of difference.lost) spots.delete(spot);
    for (const spot of difference.found) spots.add(spot);
    for (const settle of started) settle(difference);
  };
}

/** What the extension shows on the page. */
export function pageState() {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  return {
    marks: all('[data-csg-kind=guide]').map(({ dataset }) => dataset.csgSession),
    mentions: all('[data-csg-link=strong]').map(({ dataset }) => dataset.csgWords),
    quiet: all('[data-csg-link=quiet]').map(({ dataset }) => dataset.csgWords),
    cards: all('csg-card').map(({ dataset }) => dataset.session),
    strip: all('csg-strip').length,
    briefing: all('csg-briefing').map(({ dataset }) => dataset.session),
  };
}

/** What the extension shows on LIST with all parts on. */
export const ALL = {
  marks: ['28D1Y', '28D2Q', '28D1Y'],
  mentions: ['Cilium, Tetragon'],
  quiet: ['XDP'],
  cards: ['28D1Y', '28D2Q', '28D1Y'],
  strip: 1,
  briefing: [],
};

/** An element in the shadow root of one of ours. */
export function inside(host: string, selector: string): HTMLElement | null {
  return document.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

/** Presses a button as a reader does, with a trusted event that no page script can create. */
export function press(button: HTMLElement | null | undefined): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  button?.dispatchEvent(event);
}
