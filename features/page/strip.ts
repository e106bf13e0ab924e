/**
 * The strip at the top of a list: the number of sessions, buttons that go from one to the next, and a switch that dims all
 * others.
 *
 * Seen at `/list/simple`.
 */
import { browser } from 'wxt/browser';
import { isGo } from '../../lib/messages.ts';
import type { Part } from '../../lib/own/settings.ts';
import { report } from '../../lib/report/report.ts';
import { stripPlace } from '../../sched/place.ts';
import { distinctIds, type Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import { createAbout } from './about.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';
import { createMount, type Mount, onAction, onEscape, placeBeside } from './mount.ts';
import { drawPanel } from './panel.ts';
import { restorer } from './restore.ts';
import { countedPageText, pageText } from './texts.ts';
import { createWalk, type Step } from './walk.ts';

/** On the root element while the other sessions are dimmed. */
const ONLY = 'data-csg-only';

export const strip: Feature = {
  runsOn: ({ parts, isEventPage }) => !isEventPage && parts.has('strip'),
  start: startStrip,
};

function startStrip({ ask, index, loadList, settings, signal, spots }: FeatureContext): Settle {
  const mount = createMount('csg-strip', 'region', '', '', signal);
  const { host, root } = mount;
  const walk = createWalk(spots, root);
  const toggleAbout = createAbout(root, ask);
  const go = (step: Step) => {
    toggleAbout(false);
    walk(step);
  };
  /** Whether more sessions of a long or slow page may come. The counts wait, because growing numbers move the buttons. */
  let more = true;
  host.hidden = true;
  host.dataset.theme = 'light';
  const show = () => {
    if (!more) showSpots(mount, spots, settings.now().othersOff);
  };
  const insert = () => {
    const { before, kind } = stripPlace(document);
    host.dataset.place = kind;
    if (before) placeBeside(before, host, 'before');
  };
  const restore = restorer(insert, signal);

  /** Closes the hint on all pages, for good. */
  const closeHint = () => {
    const hint = root.querySelector('.hint');
    if (!hint) return;
    hint.remove();
    root.querySelector('button')?.focus();
    settings.turn({ part: 'hint' }, false);
  };

  onAction(mount, {
    next: () => go(1),
    previous: () => go(-1),
    only: () => settings.turn({ others: true }, settings.now().othersOff),
    about: (_, isTrusted) => {
      toggleAbout();
      if (isTrusted) closeHint();
    },
    hint: closeHint,
    close: () => settings.turn({ part: 'strip' }, false),
    hide: ({ dataset }) => settings.turn({ part: dataset.part as Part, host: location.host }, false),
  });
  moveByArrows(root);
  onEscape(root, '[data-action=about]', () => toggleAbout(false));
  onKeys((step) => spots.size > 0 && go(step), signal);
  settings.subscribe(show, signal);
  signal.addEventListener('abort', () => {
    document.documentElement.removeAttribute(ONLY);
    host.remove();
  });

  const load = async () => {
    const { strip: panel } = await loadList();
    if (signal.aborted) return;
    const bar = drawPanel(panel, root);
    root.append(bar);
    host.setAttribute('aria-label', pageText('page.guide', { subject: index.subject }));
    followTheme(host, bar, signal);
    show();
    insert();
  };
  load().catch((error: unknown) => report(error, 'strip'));

  return ({ found, lost, more: isMore }) => {
    const isNew = more || found.length + lost.length > 0;
    more = isMore;
    if (isNew) show();
    if (root.querySelector('.strip') && !host.isConnected) restore();
  };
}

/** Shows the counts, and dims other sessions. Hides the strip if there are no sessions. */
function showSpots({ host, root }: Mount, spots: ReadonlySet<Spot>, only: boolean): void {
  document.documentElement.toggleAttribute(ONLY, only && spots.size > 0);
  root.querySelector('[data-action=only]')?.setAttribute('aria-pressed', String(only));
  host.hidden = spots.size === 0;
  root.querySelector('.counts')?.replaceChildren(countsText(spots));
}

/** Such as “10 guide sessions, 3 mentions”: distinct sessions, however often the page shows them. */
function countsText(spots: ReadonlySet<Spot>): string {
  const guide = countedPageText('page.countGuide', distinctIds(spots, 'guide').length);
  const mentions = distinctIds(spots, 'mention').length;
  if (mentions === 0) return guide;
  return pageText('page.counts', { guide, mentions: countedPageText('page.countMentions', mentions) });
}

/** Follows the page's theme. Reads it between layout and paint: earlier, that would lay out the whole list again. */
function followTheme(host: HTMLElement, bar: HTMLElement, signal: AbortSignal): void {
  const sizes = new ResizeObserver(() => {
    const theme = themeBehind(stripPlace(document).before);
    if (host.dataset.theme !== theme) host.dataset.theme = theme;
  });
  sizes.observe(bar);
  signal.addEventListener('abort', () => sizes.disconnect());
}

/** Makes the toolbar one tab stop: arrow keys move inside it, and Tab returns to the last focused button. */
function moveByArrows(root: ShadowRoot): void {
  const buttons = () => [...root.querySelectorAll<HTMLElement>('[role=toolbar] button')];
  root.addEventListener('keydown', (event) => {
    const all = buttons();
    const from = all.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: -1 }[(event as KeyboardEvent).key];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  });
  root.addEventListener('focusin', ({ target }) => {
    const all = buttons();
    if (all.includes(target as HTMLElement)) for (const button of all) button.tabIndex = button === target ? 0 : -1;
  });
}

/** Calls back on the shortcuts for the next and previous session, until the signal aborts. */
function onKeys(pressed: (step: Step) => void, signal: AbortSignal): void {
  const listen = (message: unknown) => {
    if (isGo(message)) pressed(message.step);
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}
