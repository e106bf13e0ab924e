/** What a Sched page and the background say to each other. */

export type Message =
  /** The distinct sessions of the guide that a frame shows now; the background makes the tab's badge of it. */
  | { type: 'shown'; ids: string[] }
  /** Asks for everything that a card says; the answer is a SessionDetail. */
  | { type: 'detail'; id: string };

/** Whether a value that arrived is one of our messages: a page can't send any, a later version of ours could. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id, ids } = value as Record<string, unknown>;
  if (type === 'detail') return typeof id === 'string';
  return type === 'shown' && Array.isArray(ids) && ids.every((one) => typeof one === 'string');
}
