/** One card: drawn closed, opened by its button, fitted into the bar of its session. */
import type { Tree } from '../../components/tree/jsx-runtime.ts';
import { toNode } from '../../components/tree/to-node.ts';
import type { Bars } from '../../lib/messages.ts';
import { report } from '../../lib/report.ts';
import { t } from '../../lib/text.ts';
import { markEnd } from '../../sched/highlight.ts';
import { sessionText } from '../../sched/session-text.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { FeatureContext } from './context.ts';
import { createMount, type Mount, onAction, setStars } from './mount.ts';
import { drawPanel } from './panel.ts';

/** Pixels below which a panel is unreadable in its place (a cell of the grid) and lies over the page instead. */
const NARROW = 300;

export interface Card extends Mount {
  /** The element that the card stands right after. */
  readonly anchor: Element;
}

/** A closed card, not yet in the page. */
export function createCard(spot: Spot, anchor: Element, { css, trees }: Bars, context: FeatureContext): Card {
  const { index, parts, picks, panel: load, signal } = context;
  const { id } = spot;
  const { title } = sessionText(spot.link);
  const label = t('page.guideOf', { subject: index.subject, title });
  // Read while texts can be had: what it says may have happened ends that too.
  const failure = t('page.failed');
  const mount = createMount('csg-card', 'group', label, css, signal);
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
    const drawn = await load('card', id).then(
      (loaded) => drawPanel(loaded, root),
      (error: unknown) => failed(error, failure),
    );
    if (!isExpanded() || panel || !host.isConnected) return;
    panel = drawn;
    if (spot.form === 'words' || host.offsetWidth < NARROW) overlay(drawn, host, close);
    root.append(drawn);
    if (drawn.popover) drawn.showPopover();
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
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || !isExpanded()) return;
    // The reader closes the card, and nothing of the page's that Escape would close as well.
    event.stopPropagation();
    close();
    button()?.focus();
  });

  root.append(toNode((trees[id] ?? { children: [] }) as Tree));
  setStars(root, picks.has(id));
  return { host, root, anchor };
}

function failed(error: unknown, text: string): HTMLElement {
  report(error, 'card');
  const attributes = { class: 'surface failed', role: 'alert' };
  return toNode({ tag: 'p', attributes, children: [text] }) as HTMLElement;
}

/** Lays a panel over the page below its card, as wide as it needs; a press elsewhere closes it. */
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
 * Lays a card into the foot of its session's bar, and hides it with the session. To be called after layout, when
 * reading sizes costs nothing.
 */
export function fitCard({ host, root }: Card, session: HTMLElement): void {
  const visible = session.getClientRects().length > 0;
  host.hidden = !visible;
  const bar = root.querySelector<HTMLElement>('.bar');
  const link = session.querySelector('a');
  if (!visible || !bar || !link) return;
  const lift = host.getBoundingClientRect().top - link.getBoundingClientRect().bottom;
  bar.style.setProperty('--csg-lift', `${Math.round(lift) + 8}px`);
}
