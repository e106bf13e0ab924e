/** What a Sched page and the background say to each other. */
import type { RawFacts } from './seen/page-facts.ts';

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
  /** Something failed, in the part that it names; the background keeps it for a bug report. */
  | { type: 'failed'; where: string; text: string }
  /** From the background: the reader pressed the keys for the next (1) or previous (-1) session. */
  | { type: 'go'; step: 1 | -1 };

/** What the background draws for a page: a tree of elements as features/page/tree makes it, and its style sheet. */
export interface Panel {
  tree: unknown;
  css: string;
  /** Texts by key that the page's script says about it, where it says any. */
  texts?: Record<string, string>;
}

/** The closed cards by session id, their style sheet, and texts as a panel has them. */
export interface Bars {
  trees: Record<string, unknown>;
  css: string;
  texts: Record<string, string>;
}

/** Whether a value that arrived is one of our messages: a page can't send any, a later version of ours could. */
export function isMessage(value: unknown): value is Message {
  const { type, id, ids, kind, host, zone, full, sessions, where, text } = fieldsOf(value);
  if (type === 'panel') return isText(id) && PANELS.includes(kind);
  if (type === 'bars') return true;
  if (type === 'shown') return isListOf(isText)(ids);
  if (type === 'failed') return isText(where) && isText(text);
  if (type !== 'seen') return isGo(value);
  const right = isText(host) && isMissingOr(isText)(zone) && typeof full === 'boolean' && isRecord(sessions);
  return right && Object.values(sessions).every(isRawFacts);
}

/** The only message that a page is sent. */
export function isGo(value: unknown): value is Extract<Message, { type: 'go' }> {
  const { type, step } = fieldsOf(value);
  return type === 'go' && (step === 1 || step === -1);
}

type Check = (value: unknown) => boolean;

const isText = (value: unknown) => typeof value === 'string';
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMissingOr = (is: Check) => (value: unknown) => value === undefined || is(value);
const isListOf = (is: Check) => (value: unknown) => Array.isArray(value) && value.every(is);
/** Whether every field of a record is as its check wants it. */
const isOf = (checks: Record<string, Check>) => (value: unknown) =>
  isRecord(value) && Object.entries(checks).every(([name, is]) => is(fieldsOf(value)[name]));

function fieldsOf(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}

const isRawFacts = isOf({
  title: isMissingOr(isText),
  room: isMissingOr(isText),
  saved: isMissingOr((value) => typeof value === 'boolean'),
  speakers: isMissingOr(isListOf(isText)),
  frames: isMissingOr(isListOf(isText)),
  times: isMissingOr(isListOf(isOf({ text: isText, zone: isMissingOr(isText), day: isMissingOr(isText) }))),
  files: isMissingOr(isListOf(isOf({ name: isText, url: isText }))),
} satisfies Record<keyof RawFacts, Check>);
