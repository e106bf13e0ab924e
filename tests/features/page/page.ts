/** A hand-made page of Sched's for the features, and the background that answers them, as both are in the browser. */
import { drawList, drawPanel } from '../../../features/background/panels.tsx';
import type { Feature, FeatureContext, PageSettings, Settle } from '../../../features/page/context.ts';
import type { Ask, Message } from '../../../lib/messages.ts';
import { readSettings, switchKey } from '../../../lib/own/settings.ts';
import type { Spot } from '../../../sched/sessions.ts';

/** A session in its bar. */
export const bar = (id: string, title = id, more = '') =>
  `<span class="event ev_2"><a class="name" href="event/${id}/slug"><span class="session-title">${title}</span></a></span>${more}`;

/** Two sessions of the guide, one of them twice, a mention of each degree, and one that is neither. */
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

/** What the background answers, cloned as a message is. */
export async function answer(message: Message): Promise<unknown> {
  if (message.type === 'list') return structuredClone(await drawList());
  return message.type === 'panel' ? structuredClone(await drawPanel(message.kind, message.id, location.host)) : true;
}

/** A background that answers in another way than `answer`. */
export const askBy = (answers: (message: Message) => Promise<unknown>) =>
  ((message: Message) => answers(message)) as Ask;

/** Settings without a storage: turned at once, and kept as the storage would. */
export function heldSettings(stored: Record<string, boolean> = {}): PageSettings {
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

/** Starts features without the others; they have the sessions that the differences found and did not lose. */
export function startAlone(features: readonly Feature[], context: Partial<FeatureContext>): Settle {
  const spots = new Set<Spot>();
  const started = features.map((feature) => feature.start({ ...context, spots } as FeatureContext));
  return (difference) => {
    for (const spot of difference.lost) spots.delete(spot);
    for (const spot of difference.found) spots.add(spot);
    for (const settle of started) settle(difference);
  };
}

/** What stands on the page, in words. */
export function standing() {
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

/** What stands on LIST with all parts on. */
export const ALL = {
  marks: ['28D1Y', '28D2Q', '28D1Y'],
  mentions: ['Cilium, Tetragon'],
  quiet: ['XDP'],
  cards: ['28D1Y', '28D2Q', '28D1Y'],
  strip: 1,
  briefing: [],
};

/** What an element of ours has in its shadow root. */
export function inside(host: string, selector: string): HTMLElement | null {
  return document.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

/** Presses a button as a reader does: no script of a page can make such an event. */
export function press(button: HTMLElement | null | undefined): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  button?.dispatchEvent(event);
}
