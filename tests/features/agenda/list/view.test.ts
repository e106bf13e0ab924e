import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clearFilters,
  EVERYTHING,
  formatView,
  isFiltered,
  ONLY,
  parseView,
  QUERY_MAX,
  TABS,
  toggleValue,
  type View,
} from '../../../../features/agenda/list/view.ts';

/** Any code points, including lone surrogates. */
const character = fc.oneof(fc.nat(0x7f), fc.nat(0x1ffff)).map((code) => String.fromCodePoint(code));

const view = (some: Partial<View>): View => ({ ...EVERYTHING, ...some });

/** Views and their addresses, with the parameters in order. */
const ADDRESSES: [string, View][] = [
  ['', EVERYTHING],
  ['?tab=catch-up', view({ tab: 'catch-up' })],
  ['?tab=share', view({ tab: 'share' })],
  ['?q=cluster+mesh', view({ query: 'cluster mesh' })],
  ['?q=+', view({ query: ' ' })],
  ['?q=a%26b%3Dc%2B%23%25', view({ query: 'a&b=c+#%' })],
  ['?q=%3Cb%3E%E2%80%9CM%C3%BCller%E2%80%9D', view({ query: '<b>“Müller”' })],
  ['?q=%F0%9F%90%9D', view({ query: '🐝' })],
  ['?day=2025-11-10&day=2025-11-12', view({ days: ['2025-11-10', '2025-11-12'] })],
  ['?event=ciliumcon', view({ events: ['ciliumcon'] })],
  ['?topic=scale&topic=ebpf-datapath', view({ topics: ['scale', 'ebpf-datapath'] })],
  ['?level=beginner', view({ levels: ['beginner'] })],
  ['?only=picked&only=unseen&only=recorded&only=changed', view({ only: ONLY })],
  [
    '?tab=catch-up&q=dns&day=2025-11-10&event=kubecon&topic=ipv6&level=advanced&only=changed',
    {
      tab: 'catch-up',
      query: 'dns',
      days: ['2025-11-10'],
      events: ['kubecon'],
      topics: ['ipv6'],
      levels: ['advanced'],
      only: ['changed'],
    },
  ],
];

describe('the address of a view', () => {
  test.each(ADDRESSES)('“%s” is parsed and formatted', (search, expected) => {
    expect(parseView(search)).toEqual(expected);
    expect(formatView(expected)).toBe(search);
  });

  test('is parsed without its question mark, and in any order', () => {
    expect(parseView('only=picked&q=dns&tab=share')).toEqual(view({ tab: 'share', query: 'dns', only: ['picked'] }));
  });

  test.each([
    ['an unknown tab', '?tab=options'],
    ['a tab in another case', '?tab=Take'],
    ['a tab named like an inherited property', '?tab=constructor'],
    ['unknown parameters', '?page=2&__proto__=x&constructor=y&Q=z'],
    ['no values', '?q&day&event=&topic=&level=&only='],
    ['days in another format', '?day=20251110&day=2025-11-1&day=10.11.2025&day=today&day=2025-11-10T09:00'],
    ['days that do not exist', '?day=2025-02-30&day=2025-11-31&day=2025-13-01&day=2025-00-10&day=9999-99-99'],
    ['ids in another format', '?event=Kube+Con&topic=-scale&topic=a--b&topic=%3Cb%3E&level=Beginner&event=__proto__'],
    ['ids that are too long', `?topic=${'a'.repeat(81)}`],
    ['a query after too many characters', `?x=${'a'.repeat(20_000)}&q=dns`],
    ['unknown filters', '?only=toString&only=Picked&only=seen'],
  ])('with %s shows everything', (_, search) => {
    expect(parseView(search)).toEqual(EVERYTHING);
  });

  test('keeps valid values beside invalid ones, each once', () => {
    const search =
      '?day=x&day=2025-11-10&topic=scale&topic=Scale&topic=ipv6&topic=scale&only=all&only=unseen&tab=x&tab=share';
    expect(parseView(search)).toEqual(view({ days: ['2025-11-10'], topics: ['scale', 'ipv6'], only: ['unseen'] }));
  });

  test('has a query of at most 200 characters, without half a surrogate pair', () => {
    expect(parseView(`?q=${'a'.repeat(300)}`).query).toBe('a'.repeat(QUERY_MAX));
    expect(parseView(`?q=${encodeURIComponent(`a${'🐝'.repeat(150)}`)}`).query).toBe(`a${'🐝'.repeat(99)}`);
  });

  test('has at most 50 values in a facet', () => {
    const topics = Array.from({ length: 60 }, (_, i) => `topic-${i}`);
    expect(parseView(formatView(view({ topics }))).topics).toEqual(topics.slice(0, 50));
  });

  test('has room for the largest view', () => {
    const ids = Array.from({ length: 50 }, (_, i) => `${'x'.repeat(77)}-${10 + i}`);
    const days = Array.from({ length: 50 }, (_, i) => new Date(i * 86_400_000).toISOString().slice(0, 10));
    const query = '網'.repeat(QUERY_MAX);
    const full: View = { tab: 'catch-up', query, days, events: ids, topics: ids, levels: ids, only: ONLY };
    expect(parseView(formatView(full))).toEqual(full);
  });

  test.each([
    ['a percent sign alone', '%'],
    ['truncated escapes', '?q=%&day=%2&event=%zz'],
    ['invalid UTF-8', '?q=%C3%28%ff'],
    ['lone surrogates', '?q=\uD800x\uDC00&tab=\uDFFF&topic=\uD83D'],
    ['escaped lone surrogates', '?q=%ED%A0%80'],
    ['a null', '?q=\0&day=\0'],
    ['only separators', '?&&&==&=&?'],
    ['a million percent signs', `?q=${'%'.repeat(1_000_000)}`],
    ['a million values', `?${'topic=a&'.repeat(125_000)}`],
  ])('with %s is parsed, and the result survives a round trip', (_, search) => {
    const read = parseView(search);
    expect(read.query.length).toBeLessThanOrEqual(QUERY_MAX);
    expect(parseView(formatView(read))).toEqual(read);
  });

  test('made of any parts is parsed, and the result survives a round trip', () => {
    const parameter = fc.constantFrom(
      'tab=',
      'q=',
      'day=',
      'event=',
      'topic=',
      'level=',
      'only=',
      '&',
      '?',
      '%',
      '+',
      '-',
    );
    const part = fc.oneof(
      parameter,
      fc.constantFrom('2025-11-10', 'scale', 'picked', 'share'),
      fc.string({ unit: character }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const read = parseView(parts.join(''));
        expect(parseView(formatView(read))).toEqual(read);
      }),
    );
  });

  test('of any view is parsed into the same view', () => {
    const some = <V>(value: fc.Arbitrary<V>) => fc.uniqueArray(value, { maxLength: 6 });
    const id = fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,2}$/);
    const day = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') });
    const any: fc.Arbitrary<View> = fc.record({
      tab: fc.constantFrom(...TABS),
      query: fc.string({ unit: character, maxLength: 100 }).map((text) => text.toWellFormed()),
      days: some(day.map((date) => date.toISOString().slice(0, 10))),
      events: some(id),
      topics: some(id),
      levels: some(id),
      only: some(fc.constantFrom(...ONLY)),
    });
    fc.assert(
      fc.property(any, (one) => {
        const search = formatView(one);
        expect(parseView(search)).toEqual(one);
        expect(search === '').toBe(JSON.stringify(one) === JSON.stringify(EVERYTHING));
        expect(new URL(`page.html${search}`, 'https://example.org').search).toBe(search);
      }),
    );
  });
});

describe('a view', () => {
  test.each(ADDRESSES)('at “%s” is filtered only if it has a query or a facet', (search, one) => {
    expect(isFiltered(one)).toBe(/[&?](?:q=[^+]|day|event|topic|level|only)/u.test(search));
  });

  test.each(ADDRESSES)('at “%s” keeps only its tab when it is cleared', (_, one) => {
    expect(clearFilters(one)).toEqual(view({ tab: one.tab }));
    expect(isFiltered(clearFilters(one))).toBe(false);
  });

  test('gains and loses a value, without a change to the rest or to the original', () => {
    const before = view({ tab: 'share', query: 'dns', topics: ['scale'] });
    const copy = structuredClone(before);
    const more = toggleValue(before, 'topics', 'ipv6');
    expect(more).toEqual({ ...before, topics: ['scale', 'ipv6'] });
    expect(toggleValue(more, 'topics', 'scale')).toEqual({ ...before, topics: ['ipv6'] });
    expect(toggleValue(more, 'topics', 'ipv6')).toEqual(before);
    expect(before).toEqual(copy);
  });
});
