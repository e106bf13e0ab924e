/** What a Sched page and the background say to each other. */
import type { RawFacts } from './page-facts.ts';

/** The last two belong to no session: the strip, and what it opens, the meaning of the marks and the community's context. */
export type PanelKind = 'card' | 'briefing' | 'strip' | 'about';
const PANELS: readonly unknown[] = ['card', 'briefing', 'strip', 'about'] satisfies PanelKind[];

export type Message =
  /** The distinct sessions of the guide that a frame shows now; the background makes the tab's badge of it. */
  | { type: 'shown'; ids: string[] }
  /** Asks for what a card or a briefing shows; the answer is a Panel. */
  | { type: 'panel'; kind: PanelKind; id: string }
  /**
   * What a page prints of the guide's sessions on it, by id, in the zone of Sched's cookie; `full` when it is the whole
   * list of its host. The answer is the ids of which something new is known.
   */
  | { type: 'seen'; host: string; zone?: string | undefined; full: boolean; sessions: Record<string, RawFacts> }
  /** Asks for the closed cards of the guide's sessions; the answer is Bars. */
  | { type: 'bars' }
  /** From the background: the reader pressed the keys for the next (1) or previous (-1) session. */
  | { type: 'go'; step: 1 | -1 };

/** What the background draws for a page: a tree of elements as components/tree makes it, and its style sheet. */
export interface Panel {
  tree: unknown;
  css: string;
}

/** The closed cards by session id, and their style sheet. */
export interface Bars {
  trees: Record<string, unknown>;
  css: string;
}

/** Whether a value that arrived is one of our messages: a page can't send any, a later version of ours could. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id, ids, kind, host, sessions } = value as Record<string, unknown>;
  if (type === 'panel') return typeof id === 'string' && PANELS.includes(kind);
  if (type === 'bars') return true;
  if (type === 'seen') return typeof host === 'string' && typeof sessions === 'object' && sessions !== null;
  if (isGo(value)) return true;
  return type === 'shown' && Array.isArray(ids) && ids.every((one) => typeof one === 'string');
}

/** The only message that a page is sent. */
export function isGo(value: unknown): value is Extract<Message, { type: 'go' }> {
  const { type, step } = (value ?? {}) as Record<string, unknown>;
  return type === 'go' && (step === 1 || step === -1);
}
