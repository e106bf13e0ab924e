/** What our elements on a page show, from the background: drawn there as data, made into nodes here. */

import type { Bars, Message, Panel, PanelKind } from '../../lib/messages.ts';
import { addStyle } from './mount.ts';
import { learn } from './texts.ts';
import type { Tree } from './tree/jsx-runtime.ts';
import { toNode } from './tree/to-node.ts';

export type Send = (message: Message) => Promise<unknown>;

/** Loads a panel of a session, or of the page where the id is left out. */
export type LoadPanel = (kind: PanelKind, id?: string) => Promise<Panel>;

/** Asks for a panel of a session, or of the page where the id is left out. */
export function panelMessage(kind: PanelKind, id = ''): Message {
  return { type: 'panel', kind, id };
}

/** Loads a panel anew at each call: a page may have said something new of its session meanwhile. */
export function panelLoader(send: Send): LoadPanel {
  return async (kind, id = '') => {
    const answer = await send(panelMessage(kind, id));
    if (!answer) throw new Error(`the background has no ${kind} for session ${id}`);
    const panel = answer as Panel;
    learn(panel.texts);
    return panel;
  };
}

/** Loads the closed cards. */
export async function loadBars(send: Send): Promise<Bars> {
  const answer = await send({ type: 'bars' });
  if (!answer) throw new Error('the background has no cards');
  const bars = answer as Bars;
  learn(bars.texts);
  return bars;
}

/** A panel as an element, styled in the shadow root that it is meant for. */
export function drawPanel({ tree, css }: Panel, root: ShadowRoot): HTMLElement {
  addStyle(root, css);
  return toNode(tree as Tree) as HTMLElement;
}
