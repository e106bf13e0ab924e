/** How the last exchange with the browser's account went, for the page that switches it on. */

export interface SyncStatus {
  /** When that was, in milliseconds since the epoch. */
  at: number;
  ok: boolean;
  /** Why it failed: there was no room or too much was written at once, or the browser refused for any other reason. */
  problem?: 'quota' | 'refused';
  /** How many picks, watched sessions and notes are kept on this device alone. */
  skipped?: number;
  /** Some of these because the account has no room left. */
  full?: true;
}

/** The storage key of the status. */
export const SYNC_STATUS = 'sync:status';

/** The status that a storage area holds, or undefined before the first exchange. */
export function readSyncStatus(stored: Readonly<Record<string, unknown>>): SyncStatus | undefined {
  const value = stored[SYNC_STATUS];
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, ok, problem, skipped, full } = value as Record<string, unknown>;
  if (typeof at !== 'number' || !Number.isFinite(at) || typeof ok !== 'boolean') return undefined;
  return {
    at,
    ok,
    ...((problem === 'quota' || problem === 'refused') && { problem }),
    ...(typeof skipped === 'number' && skipped > 0 && { skipped }),
    ...(full === true && { full }),
  };
}
