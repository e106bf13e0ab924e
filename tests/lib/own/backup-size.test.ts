import { describe, expect, test } from 'vitest';
import { MAX_BYTES, RECORDS_MAX, readBackup, tooLarge, writeBackup } from '../../../lib/own/backup.ts';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { TITLE_MAX } from '../../../lib/seen/seen.ts';
import { CHOICES, GUIDE, MADE, ownWith, recordAt, refused, TEXT } from './backups.ts';

describe('a backup', () => {
  test('can hold 400 notes of maximum length in three-byte characters', () => {
    const notes = Array.from({ length: 400 }, (_, nth) => ({
      ...recordAt(1),
      id: `A${1000 + nth}`,
      text: '网'.repeat(NOTE_MAX),
    }));
    const text = writeBackup(ownWith({ notes }), CHOICES, MADE);
    expect(tooLarge(new Blob([text]).size)).toBe(false);
    expect(readBackup(text, GUIDE).notes).toHaveLength(400);
  });

  test('is not too large even with the maximum of records at their maximum size', () => {
    const size = (count: number) => {
      const records = Array.from({ length: count }, (_, nth) => ({
        id: `A${10_000 + nth}`,
        guide: 'g'.repeat(100),
        at: Date.UTC(2100, 0),
        title: '\u0001'.repeat(TITLE_MAX),
        text: '\uD800'.repeat(NOTE_MAX),
      }));
      const off = records.map(({ id }) => `host:${id.toLowerCase().padEnd(295, 'x')}`);
      const own = ownWith({ picks: records, watched: records, notes: records });
      const text = writeBackup(own, { ...CHOICES, zone: '\u0001'.repeat(60) }, { ...MADE, off });
      expect(readBackup(text, GUIDE).off).toHaveLength(count);
      return new Blob([text]).size;
    };
    const perRecord = size(11) - size(10);
    expect(tooLarge(size(10) + perRecord * (RECORDS_MAX - 10))).toBe(false);
    expect(perRecord * RECORDS_MAX).toBeGreaterThan(0.99 * MAX_BYTES);
  });
});

describe('a file above the size limit', () => {
  test('is refused by its byte size and by its length', () => {
    expect([tooLarge(MAX_BYTES), tooLarge(MAX_BYTES + 1), tooLarge(1e9)]).toEqual([false, true, true]);
    expect(refused(TEXT + ' '.repeat(MAX_BYTES))).toBe('too-large');
  });
});
