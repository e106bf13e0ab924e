import { describe, expect, test } from 'vitest';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { itemSize, LIMITS } from '../../../lib/own/sync.ts';
import { KNOWN, parseEntry, splitVersions } from '../../../lib/own/sync-merge.ts';
import { DAY, exchange, NOW, note, pick } from './exchange.ts';

describe('the sync quota', () => {
  const many = (kind: string, count: number, text = '') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => {
        const id = `S${String(i).padStart(4, '0')}`;
        return [`${kind}:${id}`, text ? note(NOW + i, text, id) : pick(NOW + i, id)];
      }),
    );
  const used = (remote: Record<string, unknown>) => {
    const bytes = (key: string, value: unknown) => Buffer.byteLength(key + JSON.stringify(value));
    const each = Object.entries(remote).map(([key, value]) => bytes(key, value));
    return { items: each.length, most: Math.max(0, ...each), bytes: each.reduce((sum, one) => sum + one, 0) };
  };

  test('keeps a note of 10,000 characters only on this device, and reports it', () => {
    const long = { 'note:A': note(5, 'x'.repeat(NOTE_MAX)) };
    const step = exchange(long, {});
    expect(step).toMatchObject({ toLocal: {}, toRemote: {}, skipped: [{ key: 'note:A', why: 'item-too-large' }] });
    // The account’s older text never overwrites it, and stays for devices that have no other.
    const short = { 'note:A': { v: note(4, 'short') } };
    expect(exchange(long, short)).toMatchObject({
      local: long,
      remote: short,
      skipped: [{ key: 'note:A', why: 'unmerged' }],
    });
  });

  test.each(['<', '"', '\\', '\n', 'é', '日', '🐝', '\u2028', '\ud800', '\u0000'])(
    'counts at least as many bytes for %j as the browsers do',
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

  test('allows 512 items, and skips notes and the oldest watched marks first', () => {
    const { remote, skipped } = exchange(
      { ...many('pick', 400), ...many('watched', 200), ...many('note', 1, 'Hm') },
      {},
    );
    expect(used(remote).items).toBe(LIMITS.items);
    expect(skipped).toHaveLength(89);
    expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(['too-many']));
    const left = skipped.map(({ key }) => key);
    expect(left).toEqual(['note:S0000', ...Object.keys(many('watched', 200)).slice(0, 88)]);
  });

  test('is used for picks and watched marks before notes, and for shorter notes before longer ones', () => {
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
    // Notes leave some bytes free for later picks.
    const later = exchange({ ...notes, ...many('pick', 80), ...many('watched', 80) }, remote);
    expect(later.skipped.map(({ key }) => key)).toEqual(skipped.map(({ key }) => key));
    expect(used(later.remote).bytes).toBeLessThanOrEqual(LIMITS.bytes);
  });

  /** Fills the account with other items until only `left` bytes remain. */
  function filled(entries: Record<string, unknown>, items: number, left: number): Record<string, unknown> {
    const others = Object.fromEntries(Array.from({ length: items }, (_, i) => [`moon:${i}`, '']));
    const all = Object.entries({ ...others, ...entries });
    const free = LIMITS.bytes - left - all.reduce((sum, [key, value]) => sum + itemSize(key, value), 0);
    const [even, odd] = [Math.floor(free / items), free % items];
    return {
      ...Object.fromEntries(Object.keys(others).map((key, i) => [key, 'x'.repeat(even + +(i < odd))])),
      ...entries,
    };
  }
  const long = { ...pick(5), title: 'Kelp’s Journey, and how it ended' };
  const [one, other] = [{ v: pick(6) }, { v: pick(6, 'B') }];
  const size = itemSize('pick:B', other);

  test.each<[string, object, Record<string, unknown>, number, number, object, string[]]>([
    ['another pick just fits', { 'pick:B': pick(6, 'B') }, {}, 500, size, { 'pick:B': other }, []],
    ['a pick one byte too large does not fit', { 'pick:B': pick(6, 'B') }, {}, 500, size - 1, {}, ['pick:B full']],
    ['no more than 512 items fit', { 'pick:B': pick(6, 'B') }, { 'pick:C': 1 }, 511, 500, {}, ['pick:B too-many']],
    ['a pick replaces a longer one', { 'pick:A': pick(6) }, { 'pick:A': { v: long } }, 511, 0, { 'pick:A': one }, []],
    [
      'another pick fits in the room that a replaced one frees',
      { 'pick:A': pick(6), 'pick:B': pick(6, 'B') },
      { 'pick:A': { v: long } },
      510,
      size,
      { 'pick:A': one, 'pick:B': other },
      [],
    ],
    [
      'a pick takes the room of an expired tombstone',
      { 'pick:B': pick(6, 'B') },
      { 'pick:OLD1': { gone: NOW - 181 * DAY } },
      511,
      size - itemSize('pick:OLD1', { gone: NOW - 181 * DAY }),
      { 'pick:B': other, 'pick:OLD1': undefined },
      [],
    ],
    [
      'a note replaces a longer one even if notes have no room left',
      { 'note:A': note(6, 'new'), 'note:B': note(6, 'B', 'B') },
      { 'note:A': { v: { ...long, text: 'old' } } },
      500,
      10_000,
      { 'note:A': { v: note(6, 'new') } },
      ['note:B full'],
    ],
  ])('is used to the last byte: %s', (_, local, entries, items, left, toRemote, skipped) => {
    const known = Object.fromEntries(
      Object.keys(entries).map((key) => [key, splitVersions(parseEntry(key, entries[key]) ?? { at: 0 })]),
    );
    const step = exchange({ ...local, [KNOWN]: known }, filled(entries, items, left));
    expect(step.toRemote).toStrictEqual(toRemote);
    expect(step.skipped.map(({ key, why }) => `${key} ${why}`)).toEqual(skipped);
  });

  test('is used for removals first, and a removal that does not fit is not reported', () => {
    const remote = filled({ 'pick:A': { v: pick(5) } }, 500, 60);
    const known = { 'pick:A': ['5'] };
    const made = exchange({ 'watched:B': pick(6, 'B'), [KNOWN]: known }, remote, { 'pick:A': NOW });
    expect(made.toRemote).toEqual({ 'pick:A': { gone: NOW }, 'watched:B': other });
    expect(exchange({}, filled({}, 512, 500), { 'pick:A': NOW })).toMatchObject({ toRemote: {}, skipped: [] });
  });
});
