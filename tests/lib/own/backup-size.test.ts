import { describe, expect, test } from 'vitest';
import { MAX_BYTES, RECORDS_MAX, readBackup, tooLarge, writeBackup } from '../../../lib/own/backup.ts';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { TITLE_MAX } from '../../../lib/seen/seen.ts';
import { CHOICES, GUIDE, MADE, ownWith, recordAt, refused, TEXT } from './backups.ts';

describe('A backup', () => {
  test('of long notes in scripts whose characters take three bytes can be read', () => {
    const notes = Array.from({ length: 400 }, (_, nth) => ({
      ...recordAt(1),
      id: `A${1000 + nth}`,
      text: '网'.repeat(NOTE_MAX),
    }));
    const text = writeBackup(ownWith({ notes }), CHOICES, MADE);
    expect(tooLarge(new Blob([text]).size)).toBe(false);
    expect(readBackup(text, GUIDE).notes).toHaveLength(400);
  });

  test('that is as large as it can be is not too large', () => {
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

describe('A file that is no backup', () => {
  test('is refused when it is too large, by its size and by its length', () => {
    expect([tooLarge(MAX_BYTES), tooLarge(MAX_BYTES + 1), tooLarge(1e9)]).toEqual([false, true, true]);
    expect(refused(TEXT + ' '.repeat(MAX_BYTES))).toBe('too-large');
  });
});
