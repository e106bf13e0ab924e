/** One card: drawn closed, opened by its button, fitted into the bar of its session. */

import cardCss from '../../components/Card.css?inline';
import { CardBar, CardFailure, CardPanel } from '../../components/Card.tsx';
import { asNode } from '../../components/dom/as-node.ts';
import bodyCss from '../../components/SessionBody.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { report } from '../../lib/report.ts';
import { markEnd } from '../../sched/highlight.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { FeatureContext } from './context.ts';
import { createMount, type Mount } from './mount.ts';

const CSS = tokensCss + cardCss + bodyCss;

/** Pixels below which a panel is unreadable in its place (a cell of the grid) and lies over the page instead. */
const NARROW = 300;

export interface Card extends Mount {
  /** The element that the card stands right after. */
  readonly anchor: Element;
}

/** A closed card, not yet in the page. */
export function createCard(spot: Spot, anchor: Element, { index, picks, detail }: FeatureContext): Card {
  const { id } = spot;
  const { title = id, takeaway = '' } = index.sessions[id] ?? {};
  const { host, root } = createMount('csg-card', id, `${index.subject} guide: ${title}`, CSS);
  host.dataset.form = spot.form;
  host.dataset.theme = 'light';
  host.style.setProperty('--csg-start', `${markEnd(index.subject)}px`);

  let panel: HTMLElement | undefined;
  const toggle = () => {
    host.dataset.theme = themeBehind(spot.element.parentElement ?? spot.element);
    if (panel) close();
    else open().catch((error: unknown) => report(error, 'card'));
  };
  const open = async () => {
    setExpanded(true);
    const drawn = await drawPanel(id, detail);
    if (!isExpanded()) return;
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

  const bar = (
    <CardBar
      title={title}
      takeaway={takeaway}
      picked={picks.has(id)}
      onPick={() => picks.toggle(id)}
      onToggle={toggle}
    />
  );
  root.append(asNode(bar));
  const button = root.querySelector<HTMLElement>('.toggle');
  const setExpanded = (expanded: boolean) => button?.setAttribute('aria-expanded', String(expanded));
  const isExpanded = () => button?.getAttribute('aria-expanded') === 'true';
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || !isExpanded()) return;
    // The reader closes the card, and nothing of the page's that Escape would close as well.
    event.stopPropagation();
    close();
    button?.focus();
  });
  return { host, root, anchor };
}

async function drawPanel(id: string, detail: FeatureContext['detail']): Promise<HTMLElement> {
  try {
    return asNode(<CardPanel detail={await detail(id)} />) as HTMLElement;
  } catch (error) {
    report(error, 'card');
    return asNode(<CardFailure />) as HTMLElement;
  }
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
