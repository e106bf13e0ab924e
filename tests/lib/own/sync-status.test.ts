import { describe, expect, test } from 'vitest';
import { readSyncStatus } from '../../../lib/own/sync-status.ts';

describe('The status of the sync', () => {
  test.each([
    { at: 5, ok: true },
    { at: 5, ok: true, skipped: 3, full: true },
    { at: 5, ok: false, problem: 'quota' },
    { at: 5, ok: false, problem: 'refused' },
  ])('is read as it was written: %j', (status) => {
    expect(readSyncStatus({ 'sync:status': status })).toEqual(status);
  });

  test.each([undefined, null, 'ok', {}, { at: 5 }, { ok: true }, { at: '5', ok: true }, { at: Number.NaN, ok: true }])(
    'is none for the value %j',
    (value) => expect(readSyncStatus({ 'sync:status': value })).toBeUndefined(),
  );

  test.each([-1, 0, '3'])('leaves out what it does not know (%j skipped)', (skipped) => {
    const odd = { at: 5, ok: false, problem: 'moon', skipped, full: 1, more: 1 };
    expect(readSyncStatus({ 'sync:status': odd })).toEqual({ at: 5, ok: false });
  });
});
