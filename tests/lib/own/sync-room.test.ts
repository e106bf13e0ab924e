import { describe, expect, test } from 'vitest';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { itemSize, LIMITS } from '../../../lib/own/sync.ts';
import { KNOWN } from '../../../lib/own/sync-merge.ts';
import { exchange, NOW, note, pick } from './exchange.ts';

describe('The account’s room', () => {
  const many = (kind: string, count: number, text = '') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => {
        const id = `S${String(i).padStart(4, '0')}`;
        return [`${kind}:${id}`, text ? note(NOW - i, text, id) : pick(NOW - i, id)];
      }),
    );
  const used = (remote: Record<string, unknown>) => {
    const bytes = (key: string, value: unknown) => Buffer.byteLength(key + JSON.stringify(value));
    const each = Object.entries(remote).map(([key, value]) => bytes(key, value));
    return { items: each.length, most: Math.max(0, ...each), bytes: each.reduce((sum, one) => sum + one, 0) };
  };

  test('keeps a note of 10,000 characters out, on this device, and says so.', () => {
    const long = { 'note:A': note(5, 'x'.repeat(NOTE_MAX)) };
    const step = exchange(long, {});
    expect(step).toMatchObject({ toLocal: {}, toRemote: {}, skipped: [{ key: 'note:A', why: 'item-too-large' }] });
    // The account’s older text does not come back over it, and stays for who has no other.
    const short = { 'note:A': { v: note(4, 'short') } };
    expect(exchange(long, short)).toMatchObject({
      local: long,
      remote: short,
      skipped: [{ key: 'note:A', why: 'unmerged' }],
    });
  });

  test.each(['<', '"', '\\', '\n', 'é', '日', '🐝', '\u2028', '\ud800', '\u0000'])(
    'counts %j as the browsers do.',
    (text) => {
      const value = { v: note(NOW, text) };
      const chrome = JSON.stringify(value)
        .replace(/[<\u2028]/gu, '\\u003C')
        .replace(/(\d{13})/gu, '$1.0');
      expect(itemSize('note:A', value)).toBeGreaterThanOrEqual(Buffer.byteLength(`note:A${chrome}`));
      const firefox = Buffer.byteLength(JSON.stringify({ 'note:A': value, 'note:B': value }));
      expect(itemSize('note:A', value) + itemSize('note:B', value)).toBeGreaterThanOrEqual(firefox);
    },
  );

  test('takes no more than 512, the newest picks first.', () => {
    const { remote, skipped } = exchange(
      { ...many('pick', 400), ...many('watched', 200), ...many('note', 1, 'Hm') },
      {},
    );
    expect(used(remote).items).toBe(LIMITS.items);
    expect(skipped).toHaveLength(89);
    expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(['too-many']));
    const left = skipped.map(({ key }) => key);
    expect(left).toEqual(['note:S0000', ...Object.keys(many('watched', 200)).slice(112)]);
  });

  test('is for picks first, then for what was watched, then for the shorter notes.', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [`note:N${i}`, note(NOW, 'x'.repeat(7900 - 100 * i), `N${i}`)]),
    );
    const { remote, skipped } = exchange({ ...notes, ...many('pick', 40), ...many('watched', 40) }, {});
    expect(used(remote).bytes).toBeLessThanOrEqual(LIMITS.bytes);
    expect(skipped.map(({ key, why }) => `${key} ${why}`)).toEqual([
      'note:N0 full',
      'note:N1 full',
      'note:N2 full',
      'note:N3 full',
    ]);
    // Notes leave some free, so that what comes later still has room.
    const later = exchange({ ...notes, ...many('pick', 80), ...many('watched', 80) }, remote);
    expect(later.skipped.map(({ key }) => key)).toEqual(skipped.map(({ key }) => key));
    expect(used(later.remote).bytes).toBeLessThanOrEqual(LIMITS.bytes);
  });

  test('that others have taken is left to them; what replaces its own without growing is written.', () => {
    const full = Object.fromEntries(Array.from({ length: 511 }, (_, i) => [`moon:${i}`, 'x'.repeat(180)]));
    const remote = { ...full, 'pick:A': { v: pick(5) } };
    const step = exchange({ 'pick:A': pick(6), 'pick:B': pick(6, 'B') }, remote);
    expect(step.toRemote).toEqual({ 'pick:A': { v: pick(6) } });
    expect(step.skipped).toEqual([{ key: 'pick:B', why: 'too-many' }]);
    expect(exchange({ [KNOWN]: { 'pick:A': ['5', '6'] } }, remote, { 'pick:A': NOW }).toRemote).toEqual({
      'pick:A': { gone: NOW },
    });
  });
});
