/** The messages between a Sched page and the background, and the one way to send them. */
import { browser } from 'wxt/browser';
import type { RawFacts } from './seen/page-facts.ts';
import type { Row } from './seen/print-rows.ts';

/** `about`, which the strip opens, has no session. The id of `undo` is the storage key that was changed. */
export type PanelKind = 'card' | 'briefing' | 'about' | 'undo';
const PANELS: readonly unknown[] = ['card', 'briefing', 'about', 'undo'] satisfies PanelKind[];

export type Message =
  /** The guide's sessions that a frame shows, each once, for the tab's badge. */
  | { type: 'shown'; ids: string[] }
  /** Asks for a panel; the id is empty if the panel has no session. */
  | { type: 'panel'; kind: PanelKind; id: string }
  /** Asks for what a list shows: the closed cards of the guide's sessions, and the strip. */
  | { type: 'list' }
  /** Asks whether a `seen` message with this checksum would change nothing. */
  | { type: 'known'; hash: string }
  /**
   * What a page prints about the guide's sessions, by id, in the zone of Sched's cookie. `whole` is set on the whole list
   * of a host: the ISO dates of its days, and the ids of the guide's sessions on it. `hash` is a checksum of all this and
   * of today's date.
   */
  | {
      type: 'seen';
      host: string;
      hash: string;
      zone?: string | undefined;
      whole?: { days: string[]; ids: string[] } | undefined;
      sessions: Record<string, RawFacts>;
    }
  /** Asks which rows of a print view are sessions of the guide. */
  | { type: 'print'; host: string; rows: Row[] }
  /** Reports an error in a part, which the background keeps for a bug report. */
  | { type: 'failed'; where: string; text: string }
  /** From the background: the reader pressed the shortcut for the next (1) or previous (-1) session. */
  | { type: 'go'; step: 1 | -1 };

/** An element as data, which survives JSON and structured cloning. */
export interface TreeNode {
  tag: string;
  attributes: Record<string, string>;
  children: Tree[];
}

export type Tree = TreeNode | string;

/** A panel as the background draws it, with its style sheet. */
export interface Panel {
  tree: TreeNode;
  css: string;
}

/** The closed cards by session id, with their style sheet. */
export interface Bars {
  trees: Record<string, TreeNode>;
  css: string;
}

/** What a list shows, and the texts that the page's script needs, by key. */
export interface ListPanels {
  bars: Bars;
  strip: Panel;
  texts: Record<string, string>;
}

/** The background's answer to each message. None is undefined, which is what arrives if the background was killed. */
export interface Answers {
  list: ListPanels;
  /** False if the installed version's guide has no such session. */
  panel: Panel | false;
  /** The ids of the guide's sessions by the ids in the rows. */
  print: Record<string, string>;
  known: boolean;
  seen: true;
  shown: true;
  failed: true;
}

/** A message that the background answers. */
export type Question = Extract<Message, { type: keyof Answers }>;

export type Ask = <M extends Question>(message: M) => Promise<Answers[M['type']]>;

/** Milliseconds until a question counts as lost. */
const LATE = 4_000;

/**
 * Asks the background. Retries once if it failed or was killed before it answered: messages are idempotent.
 * @throws the browser's error, or “no answer to …”
 */
export const ask: Ask = async (message) => {
  const first = await Promise.race([
    send(message).catch(() => {}),
    new Promise<void>((resolve) => setTimeout(resolve, LATE)),
  ]);
  const answer = first ?? (await send(message));
  if (answer === undefined || answer === null) throw new Error(`no answer to ${message.type}`);
  return answer as Answers[(typeof message)['type']];
};

/** Sends an error to the background, which keeps it. Never throws or rejects, or reporting would not end. */
export function sendFailure(error: unknown, where: string): void {
  send({ type: 'failed', where, text: `${error}` }).catch(() => {});
}

/** Async, so that it rejects instead of throwing after the extension was updated or removed under the open page. */
async function send(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Whether a value is a message of this version. Pages can't send any; a newer version of the extension can. */
export function isMessage(value: unknown): value is Message {
  const { type, id, ids, kind, host, hash, zone, whole, sessions, where, text, rows } = asRecord(value);
  if (type === 'panel') return isText(id) && PANELS.includes(kind);
  if (type === 'list') return true;
  if (type === 'shown') return isArrayWhere(isText)(ids);
  if (type === 'known') return isText(hash);
  if (type === 'failed') return isText(where) && isText(text);
  if (type === 'print') return isText(host) && isArrayWhere(isRow)(rows);
  if (type !== 'seen') return isGo(value);
  return (
    isText(host) &&
    isText(hash) &&
    isMissingOr(isText)(zone) &&
    isMissingOr(isWhole)(whole) &&
    isRecord(sessions) &&
    Object.values(sessions).every(isRawFacts)
  );
}

/** The only message that a page receives. */
export function isGo(value: unknown): value is Extract<Message, { type: 'go' }> {
  const { type, step } = asRecord(value);
  return type === 'go' && (step === 1 || step === -1);
}

type Check = (value: unknown) => boolean;

const isText = (value: unknown) => typeof value === 'string';
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMissingOr = (is: Check) => (value: unknown) => value === undefined || is(value);
const isArrayWhere = (is: Check) => (value: unknown) => Array.isArray(value) && value.every(is);
/** Whether a value is a record whose fields all pass their checks. */
const isObjectWhere = (checks: Record<string, Check>) => (value: unknown) =>
  isRecord(value) && Object.entries(checks).every(([name, is]) => is(asRecord(value)[name]));

const isRow = isObjectWhere({
  id: isText,
  title: isText,
  people: isArrayWhere(isText),
  day: isMissingOr(isText),
} satisfies Record<keyof Row, Check>);

const isWhole = isObjectWhere({ days: isArrayWhere(isText), ids: isArrayWhere(isText) });

function asRecord(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}

const isRawFacts = isObjectWhere({
  title: isMissingOr(isText),
  room: isMissingOr(isText),
  saved: isMissingOr((value) => typeof value === 'boolean'),
  speakers: isMissingOr(isArrayWhere(isText)),
  frames: isMissingOr(isArrayWhere(isText)),
  links: isMissingOr(isArrayWhere(isText)),
  data: isMissingOr(isArrayWhere(isText)),
  schedId: isMissingOr(isText),
  times: isMissingOr(
    isArrayWhere(isObjectWhere({ text: isText, zone: isMissingOr(isText), day: isMissingOr(isText) })),
  ),
  files: isMissingOr(isArrayWhere(isObjectWhere({ name: isText, url: isText }))),
} satisfies Record<keyof RawFacts, Check>);
