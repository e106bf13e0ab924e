import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaSession } from '../../../../data/agenda.ts';
import { guide } from '../../../../data/index.ts';
import { searchFields, searchText } from '../../../../features/agenda/list/fields.ts';
import {
  countMatches,
  countOnly,
  type Entry,
  type Found,
  filterEntries,
} from '../../../../features/agenda/list/filter.ts';
import { finder } from '../../../../features/agenda/list/search.ts';
import { EVERYTHING, FACETS, type Facet, ONLY, type View } from '../../../../features/agenda/list/view.ts';
import { findRecording } from '../../../../lib/guide/watch.ts';
import { dayKey } from '../../../../lib/time/format.ts';
import { runs } from '../../../runs.ts';

const GUIDE: Entry[] = guide.sessions.map((session) => ({
  session: { ...session, changed: session.id === '27FaL' },
  day: dayKey(session.start, guide.zone),
  picked: ['28D0X', '27FbS'].includes(session.id),
  watched: ['27FbS', '27Nnr'].includes(session.id),
  recorded: findRecording(session) !== undefined,
  changed: session.id === '27FaL',
}));

const TEXTS = new Map(guide.sessions.map((session) => [session.id, searchText(searchFields(session, guide))]));

/** Whether a query finds an entry by the texts of its session. */
function foundBy(query: string): Found {
  const finds = finder(query);
  return ({ session: { id } }) => finds(TEXTS.get(id) ?? '');
}

const view = (some: Partial<View>): View => ({ ...EVERYTHING, ...some });
const listIds = (entries: readonly Entry[]) => entries.map(({ session }) => session.id).join(' ');
const shown = (some: Partial<View>) => listIds(filterEntries(GUIDE, view(some), foundBy(some.query ?? '')));
/** The counts by facet and value. */
function countAll(entries: readonly Entry[], now: View, found: Found): Record<Facet, ReadonlyMap<string, number>> {
  const shown = filterEntries(entries, now, found);
  return { ...countMatches(entries, now, found), only: new Map(ONLY.map((value) => [value, countOnly(shown, value)])) };
}

const countsFor = (some: Partial<View>) => countAll(GUIDE, view(some), foundBy(some.query ?? ''));
const counted = (some: Partial<View>, facet: Facet) => Object.fromEntries(countsFor(some)[facet]);
const all: Found = () => true;

describe('a filtered agenda', () => {
  test.each<[string, Partial<View>, string]>([
    ['one day', { days: ['2025-11-11'] }, '27Nnr 27FXg'],
    ['two days', { days: ['2025-11-12', '2025-11-11'] }, '27Nnr 27FXg 27FaR 27FaL 27FbS'],
    ['two events', { events: ['observability-day', 'cloud-native-university'] }, '28D0X 28D14'],
    ['one topic', { topics: ['ipv6'] }, '28D0g 27FbS'],
    ['one topic or another', { topics: ['ipv6', 'virtualisation'] }, '28D0g 27FXg 27FbS'],
    ['a topic at a level', { topics: ['security'], levels: ['beginner'] }, '28D0X'],
    ['a day, an event and a topic', { days: ['2025-11-12'], events: ['kubecon'], topics: ['ipv6'] }, '27FbS'],
    ['facets that have nothing in common', { days: ['2025-11-11'], events: ['ciliumcon'] }, ''],
    ['a day without sessions', { days: ['2025-11-13'] }, ''],
    ['names that objects have', { events: ['constructor'], topics: ['__proto__'] }, ''],
    ['picks', { only: ['picked'] }, '28D0X 27FbS'],
    ['recorded sessions', { only: ['recorded'] }, '28D0g 28D14 27Nnr 27FXg 27FaR 27FbS'],
    ['recorded sessions that were not seen', { only: ['recorded', 'unseen'] }, '28D0g 28D14 27FXg 27FaR'],
    ['recorded picks', { only: ['picked', 'recorded'] }, '27FbS'],
    ['recorded picks that were not seen', { only: ['picked', 'recorded', 'unseen'] }, ''],
    ['changed sessions', { only: ['changed'] }, '27FaL'],
    ['what the search finds', { query: 'tiktok' }, '27FbS'],
    ['what the search finds on a day', { query: 'microsoft', days: ['2025-11-12'] }, '27FaL'],
    ['what the search finds of the picks', { query: 'isovalent', only: ['picked'] }, '28D0X'],
    ['nothing when the search finds nothing', { query: 'nothing like it' }, ''],
  ])('shows %s', (_, some, ids) => {
    expect(shown(some)).toBe(ids);
    expect(shown({ ...some, tab: 'share' })).toBe(ids);
  });

  test('shows entries unchanged, in the order in which they were given', () => {
    const entries = GUIDE.map((entry, row) => ({ ...entry, row })).reverse();
    expect(filterEntries(entries, EVERYTHING, all)).toEqual(entries);
    expect(filterEntries(entries, view({ topics: ['ipv6'] }), all).map(({ row }) => row)).toEqual([14, 4]);
    expect(filterEntries([], view({ query: 'tiktok' }), all)).toEqual([]);
  });
});

describe('the counts of a filter', () => {
  test('are the numbers of sessions that one press would show', () => {
    expect(counted({}, 'days')).toEqual({ '2025-11-10': 10, '2025-11-11': 2, '2025-11-12': 3 });
    expect(counted({}, 'events')).toEqual({
      ciliumcon: 8,
      'cloud-native-university': 1,
      'observability-day': 1,
      kubecon: 5,
    });
    expect(counted({}, 'levels')).toEqual({ beginner: 5, intermediate: 7, advanced: 3 });
    expect(counted({}, 'only')).toEqual({ picked: 2, unseen: 13, recorded: 6, changed: 1 });
  });

  test('are zero for a chosen value that no session has', () => {
    const stale = { days: ['2025-11-09', '2025-11-13'], topics: ['gone'] };
    expect([...countsFor(stale).days]).toEqual([
      ['2025-11-09', 0],
      ['2025-11-10', 0],
      ['2025-11-11', 0],
      ['2025-11-12', 0],
      ['2025-11-13', 0],
    ]);
    expect([...countsFor(stale).topics].at(-1)).toEqual(['gone', 0]);
  });

  test('are in the order of the sessions, but days in chronological order', () => {
    const counts = countMatches([...GUIDE].reverse(), EVERYTHING, all);
    expect([...counts.days.keys()]).toEqual(['2025-11-10', '2025-11-11', '2025-11-12']);
    expect([...counts.events.keys()]).toEqual(['kubecon', 'ciliumcon', 'observability-day', 'cloud-native-university']);
    expect([...counts.topics.keys()].slice(0, 4)).toEqual(['ipv6', 'operations', 'security', 'service-mesh']);
  });
});

describe('filtering', () => {
  const VALUES = {
    days: ['2025-11-10', '2025-11-11', '2025-11-12'],
    events: ['north', 'south'],
    topics: ['scale', 'ipv6', 'dns', 'constructor'],
    levels: ['beginner', 'advanced'],
    only: ONLY,
  } as const;
  const some = <V>(values: readonly V[], maxLength = 2) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });

  const entry: fc.Arbitrary<Entry> = fc
    .record({
      day: fc.constantFrom(...VALUES.days),
      picked: fc.boolean(),
      watched: fc.boolean(),
      recorded: fc.boolean(),
      changed: fc.boolean(),
      event: fc.constantFrom(...VALUES.events),
      topics: some(VALUES.topics),
      level: fc.constantFrom(...VALUES.levels),
      kind: fc.constantFrom('talk', 'talk', 'keynote'),
    })
    .map(({ event, topics, level, kind, ...rest }) => ({
      ...rest,
      session: { event, topics, level, kind } as AgendaSession,
    }));
  const anyView: fc.Arbitrary<View> = fc.record({
    tab: fc.constant('agenda'),
    query: fc.constant('dns'),
    days: some([...VALUES.days, '2025-11-13']),
    events: some(VALUES.events),
    topics: some(VALUES.topics),
    levels: some(VALUES.levels),
    only: some(VALUES.only),
  });

  /** Stands in for a query, because the filters ignore the kind of a session. */
  const isFound: Found = ({ session }) => session.kind === 'talk';

  /** A plain implementation of whether an entry is shown. */
  function isShown(entry: Entry, { only, ...facets }: View): boolean {
    const { session, day, watched, ...marks } = entry;
    const any = (chosen: readonly string[], has: readonly string[]) =>
      chosen.length === 0 || chosen.some((value) => has.includes(value));
    return (
      isFound(entry) &&
      any(facets.days, [day]) &&
      any(facets.events, [session.event]) &&
      any(facets.topics, session.topics) &&
      any(facets.levels, [session.level]) &&
      only.every((one) => (one === 'unseen' ? !watched : marks[one]))
    );
  }

  test('shows the entries that match every facet, and counts what each press would show', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), anyView, (entries, now) => {
        expect(filterEntries(entries, now, isFound)).toEqual(entries.filter((one) => isShown(one, now)));
        const counts = countAll(entries, now, isFound);
        for (const facet of FACETS) {
          for (const [value, count] of counts[facet]) {
            const chosen = facet === 'only' ? [...new Set([...now.only, value])] : [value];
            expect(filterEntries(entries, { ...now, [facet]: chosen }, isFound), `${facet} ${value}`).toHaveLength(
              count,
            );
          }
        }
        const topics = new Set([...entries.flatMap(({ session }) => session.topics), ...now.topics]);
        expect([...counts.topics.keys()]).toEqual([...topics]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('searches each entry once, and only when the other filters would show it', () => {
    const searched = (some: Partial<View>) => {
      const entries: Entry[] = [];
      filterEntries(GUIDE, view(some), (one) => entries.push(one) > 0);
      return listIds(entries);
    };
    expect(searched({})).toBe(listIds(GUIDE));
    expect(searched({ only: ['changed'] })).toBe('27FaL');
    expect(searched({ days: ['2025-11-11'] })).toBe('27Nnr 27FXg');
  });
});
