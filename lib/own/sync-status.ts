/** The outcome of the last sync, for the options page. */

export interface SyncStatus {
  /** When that was, in milliseconds since the epoch. */
  at: number;
  ok: boolean;
  /** Why it failed: no room or too many writes (`quota`), or any other reason (`refused`). */
  problem?: 'quota' | 'refused';
  /** How many picks, seen marks and notes stay on this device only. */
  skipped?: number;
  /** Whether some of these stay because the account is full. */
  full?: true;
}

/** The storage key of the status. */
export const SYNC_STATUS = 'sync:status';

/** The status in a storage area, or undefined before the first sync. */
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
