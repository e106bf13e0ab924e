import { describe, expect, test } from 'vitest';
import { readSyncStatus } from '../../../lib/own/sync-status.ts';

describe('readSyncStatus', () => {
  test.each([
    { at: 5, ok: true },
    { at: 5, ok: true, skipped: 3, full: true },
    { at: 5, ok: false, problem: 'quota' },
    { at: 5, ok: false, problem: 'refused' },
  ])('returns a valid status unchanged: %j', (status) => {
    expect(readSyncStatus({ 'sync:status': status })).toEqual(status);
  });

  test.each([undefined, null, 'ok', {}, { at: 5 }, { ok: true }, { at: '5', ok: true }, { at: Number.NaN, ok: true }])(
    'returns undefined for %j',
    (value) => expect(readSyncStatus({ 'sync:status': value })).toBeUndefined(),
  );

  test.each([-1, 0, '3'])('drops fields that it does not know (%j skipped)', (skipped) => {
    const odd = { at: 5, ok: false, problem: 'moon', skipped, full: 1, more: 1 };
    expect(readSyncStatus({ 'sync:status': odd })).toEqual({ at: 5, ok: false });
  });
});
