/** A card: closed at first, opened by its button, fitted into the bar of its session. */
import type { Bars } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { markEnd } from '../../sched/highlight.ts';
import { sessionText } from '../../sched/session-text.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { FeatureContext } from './context.ts';
import { createMount, type Mount, onAction, onEscape, setStars } from './mount.ts';
import { drawPanel, loadPanel } from './panel.ts';
import { pageText } from './texts.ts';
import { toNode } from './tree/to-node.ts';

/** Pixels. A narrower panel, as in a cell of the grid, would be unreadable, so it overlays the page instead. */
const NARROW = 300;

export interface Card extends Mount {
  /** The element right before the card. */
  readonly anchor: Element;
  readonly spot: Spot;
  /** Removes the card from the page, and its listeners. */
  remove(): void;
}

/** A closed card, not yet in the page. */
export function createCard(spot: Spot, anchor: Element, { css, trees }: Bars, context: FeatureContext): Card {
  const { ask, index, parts, picks } = context;
  const { id } = spot;
  const { title } = sessionText(spot.link);
  const label = pageText('page.guideOf', { subject: index.subject, title });
  // Read now: after the extension was updated, panels fail to load and texts are gone.
  const failure = pageText('page.failed');
  // Its own signal, so that a page that redraws its list often keeps no old cards in memory.
  const life = new AbortController();
  const mount = createMount('csg-card', 'group', label, css, life.signal);
  const { host, root } = mount;
  host.dataset.session = id;
  host.dataset.form = spot.form;
  host.dataset.theme = 'light';
  // Without the highlight, the bar has no room at its foot.
  if (!parts.has('highlights')) host.dataset.free = '';
  host.style.setProperty('--csg-start', `${markEnd(index.subject)}px`);

  const button = () => root.querySelector<HTMLElement>('.toggle');
  const isExpanded = () => button()?.getAttribute('aria-expanded') === 'true';
  const setExpanded = (expanded: boolean) => button()?.setAttribute('aria-expanded', String(expanded));
  let panel: HTMLElement | undefined;

  const open = async () => {
    setExpanded(true);
    host.dataset.theme = themeBehind(spot.element.parentElement ?? spot.element);
    const drawn = await loadPanel(ask, 'card', id).then(
      (loaded) => drawPanel(loaded, root),
      (error: unknown) => failed(error, failure),
    );
    if (!isExpanded() || panel || !host.isConnected) return;
    panel = drawn;
    if (spot.form === 'words' || host.offsetWidth < NARROW) overlay(drawn, host, close);
    root.append(drawn);
    if (drawn.popover) drawn.showPopover();
    drawn.scrollIntoView({ block: 'nearest' });
  };
  const close = () => {
    setExpanded(false);
    panel?.remove();
    panel = undefined;
  };

  onAction(mount, {
    pick: () => picks.toggle(id, title),
    toggle: () => (isExpanded() ? close() : void open()),
  });
  onEscape(root, '.toggle', close);

  const tree = trees[id];
  if (tree) root.append(toNode(tree));
  setStars(root, picks.has(id));
  const remove = () => {
    life.abort();
    host.remove();
  };
  return { host, root, anchor, spot, remove };
}

function failed(error: unknown, text: string): HTMLElement {
  report(error, 'card');
  const attributes = { class: 'surface failed', role: 'alert' };
  return toNode({ tag: 'p', attributes, children: [text] }) as HTMLElement;
}

/** Overlays a panel on the page, below its card and wide enough. A press elsewhere closes it. */
function overlay(panel: HTMLElement, host: HTMLElement, close: () => void): void {
  const { left, bottom } = host.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const width = Math.min(460, clientWidth - 16);
  panel.popover = 'auto';
  panel.style.inlineSize = `${width}px`;
  panel.style.left = `${scrollX + Math.max(8, Math.min(left, clientWidth - width - 8))}px`;
  panel.style.top = `${scrollY + bottom + 4}px`;
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') close();
  });
}

/**
 * Moves cards to the bottom of their sessions' bars, and hides them with the sessions. Call it after layout, when sizes are
 * known. It reads all sizes before it writes, because a read after a write is another layout of the page.
 */
export function fitCards(cards: readonly Card[]): void {
  const visible = cards.filter(({ host, spot }) => {
    const shows = spot.element.getClientRects().length > 0;
    if (host.hidden === shows) host.hidden = !shows;
    return shows;
  });
  const lifts = visible.map(({ host, root, spot }) => {
    const { bottom } = spot.link.getBoundingClientRect();
    const lift = Math.round(host.getBoundingClientRect().top - bottom) + 8;
    return { bar: root.querySelector<HTMLElement>('.bar'), lift };
  });
  // No custom property, whose every change would recalculate all styles in the bar.
  for (const { bar, lift } of lifts) bar?.style.setProperty('inset-block-end', `calc(100% + ${lift}px)`);
}
