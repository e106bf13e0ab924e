/** The panels on a page: the background draws them as data, which becomes nodes here. */
import type { Ask, Bars, Panel, PanelKind, Question } from '../../lib/messages.ts';
import { addStyle } from './mount.ts';
import { learnTexts } from './texts.ts';
import { toNode } from './tree/to-node.ts';

/** The question for a panel of a session, or of the page where the id is left out. */
export function panelQuestion(kind: PanelKind, id = '') {
  return { type: 'panel', kind, id } as const satisfies Question;
}

/**
 * Loads a panel of a session, or of the page where the id is left out.
 * @throws when the background can't be reached, or has no such panel
 */
export async function loadPanel(ask: Ask, kind: PanelKind, id?: string): Promise<Panel> {
  const panel = await ask(panelQuestion(kind, id));
  if (!panel) throw new Error(`the background has no ${kind} for session ${id}`);
  learnTexts(panel.texts);
  return panel;
}

/** Loads the closed cards. */
export async function loadBars(ask: Ask): Promise<Bars> {
  const bars = await ask({ type: 'bars' });
  learnTexts(bars.texts);
  return bars;
}

/** The element of a panel, with its style in the shadow root that it is for. */
export function drawPanel({ tree, css }: Panel, root: ShadowRoot): HTMLElement {
  addStyle(root, css);
  return toNode(tree) as HTMLElement;
}
