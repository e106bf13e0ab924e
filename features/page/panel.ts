/** Loads panels from the background, which sends them as data, and creates their nodes. */
import type { Ask, ListPanels, Panel, PanelKind } from '../../lib/messages.ts';
import { addStyle } from './mount.ts';
import { isFramedElsewhere } from './press.ts';
import { learnTexts } from './texts.ts';
import { toNode } from './tree/to-node.ts';

/**
 * Loads a panel of a session, or of the page if the id is left out.
 * @throws if the background can't be reached or has no such panel
 */
export async function loadPanel(ask: Ask, kind: PanelKind, id = ''): Promise<Panel> {
  const panel = await ask({ type: 'panel', kind, id });
  if (!panel) throw new Error(`no ${kind} of session ${id}`);
  return panel;
}

/** Loads what a list shows. */
export async function loadList(ask: Ask): Promise<ListPanels> {
  const list = await ask({ type: 'list' });
  learnTexts(list.texts);
  return list;
}

/** The element of a panel; adds its style to the shadow root. In a frame of another site it has no settings. */
export function drawPanel({ tree, css }: Panel, root: ShadowRoot): HTMLElement {
  addStyle(root, css);
  const element = toNode(tree) as HTMLElement;
  if (isFramedElsewhere()) for (const button of element.querySelectorAll('[data-setting]')) button.remove();
  return element;
}
