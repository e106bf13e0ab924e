/** What the reader saved: one star a session, one storage key a star, so that two windows never overwrite each other. */

export interface Pick {
  /** The session's id on Sched; ids are global, so a pick outlives the guide that it was made with. */
  id: string;
  guide: string;
  /** When it was made, in milliseconds since the epoch. */
  at: number;
  /** The session's title then, for when a guide no longer has it. */
  title?: string | undefined;
}

const PREFIX = 'pick:';

/** The storage key of a session's pick. */
export function pickKey(id: string): string {
  return PREFIX + id;
}

/** What a storage area holds: the picks by session id, and the keys of those that no version of ours has written. */
export function readPicks(stored: Readonly<Record<string, unknown>>): { picks: Map<string, Pick>; broken: string[] } {
  const picks = new Map<string, Pick>();
  const broken: string[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(PREFIX)) continue;
    if (isPick(value) && pickKey(value.id) === key) picks.set(value.id, value);
    else broken.push(key);
  }
  return { picks, broken };
}

function isPick(value: unknown): value is Pick {
  if (typeof value !== 'object' || value === null) return false;
  const { id, guide, at } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof guide === 'string' && Number.isFinite(at);
}
