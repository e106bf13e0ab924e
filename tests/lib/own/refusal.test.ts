import { describe, expect, test } from 'vitest';
import { BadBackupError } from '../../../lib/own/backup.ts';
import { reasonText } from '../../../lib/own/refusal.ts';
import { BadShareCodeError } from '../../../lib/own/share-code.ts';

const CODES = ['empty', 'not-a-code', 'newer', 'damaged', 'other-guide'] as const;
const FILES = ['too-large', 'not-json', 'not-a-backup', 'newer', 'other-guide', 'broken'] as const;

describe('reasonText', () => {
  test.each(CODES)('says what to do about a code that is %s', (reason) => {
    const text = reasonText(new BadShareCodeError(reason, 'netcon-2031'));
    expect(text).toMatch(/\b(?:Paste|Copy|Open|Update)\b/u);
    expect(text.includes('(netcon-2031)')).toBe(reason === 'other-guide');
  });

  test.each(FILES)('says what to do about a file that is %s', (reason) => {
    const text = reasonText(new BadBackupError(reason, reason === 'broken' ? 'notes[3].text' : 'netcon-2031'));
    expect(text).toMatch(/\b(?:Choose|Open|Update|Save)\b/u);
    expect(text.includes('(netcon-2031)')).toBe(reason === 'other-guide');
    expect(text.includes('notes[3].text')).toBe(reason === 'broken');
  });

  test('returns a different text for each reason', () => {
    const texts = [
      ...CODES.map((reason) => reasonText(new BadShareCodeError(reason))),
      ...FILES.map((reason) => reasonText(new BadBackupError(reason))),
    ];
    expect(new Set(texts).size).toBe(CODES.length + FILES.length);
  });

  test.each([
    new Error('Resource::kQuotaBytes quota exceeded'),
    new DOMException('storage.local API call exceeded its limits.', 'QuotaExceededError'),
  ])('says what to do about a full storage (%#)', (error) => {
    expect(reasonText(error)).toMatch(/no room left.*Delete or shorten/u);
  });

  test.each([
    [new Error('the disk is full'), 'the disk is full'],
    [new DOMException('Write permission denied.', 'NotAllowedError'), 'Write permission denied.'],
    ['nothing', 'nothing'],
  ])('quotes the browser for any other error (%#)', (error, message) => {
    expect(reasonText(error)).toMatch(new RegExp(`The browser says: ${message}$`, 'u'));
  });
});
