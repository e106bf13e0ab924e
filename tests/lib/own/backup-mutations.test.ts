import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Backup, BadBackupError, readBackup } from '../../../lib/own/backup.ts';
import { AT, GUIDE, TEXT } from './backups.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Whether a value is a valid backup of the guide: a second implementation, independent of the tested code. */
function isBackup(value: Json): boolean {
  return (
    has(value, ['format', 'version', 'guide', 'made', 'picks', 'watched', 'notes'], ['preferences', 'off']) &&
    value.format === 'csg-backup' &&
    value.version === 1 &&
    value.guide === GUIDE &&
    typeof value.made === 'string' &&
    isTime(value.made) &&
    isList(value.picks, []) &&
    isList(value.watched, []) &&
    isList(value.notes, ['text']) &&
    (value.preferences === undefined || isChosen(value.preferences)) &&
    (value.off === undefined || isOff(value.off))
  );
}

function has(value: Json | undefined, must: string[], may: string[]): value is { [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return must.every((key) => keys.includes(key)) && keys.every((key) => must.includes(key) || may.includes(key));
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(text) && new Date(text).toJSON() === text;
}

function isList(value: Json | undefined, more: string[]): boolean {
  if (!Array.isArray(value) || value.length > 2_000) return false;
  const right = value.every(
    (one) =>
      has(one, ['id', 'guide', 'at', ...more], ['title']) &&
      /^[0-9A-Za-z]{4,6}$/u.test(`${one.id}`) &&
      typeof one.id === 'string' &&
      isSlug(one.guide) &&
      isWhole(one.at) &&
      isText(one.title, 400) &&
      isText(one.text, 10_000),
  );
  return right && new Set(value.map((one) => (one as { id: string }).id)).size === value.length;
}

function isOff(value: Json): boolean {
  const isSwitch = (one: Json) =>
    typeof one === 'string' && one.length <= 300 && /^(?:host:[a-z\d.:-]+|[a-z]+(?:@[a-z\d.:-]+)?)$/u.test(one);
  return Array.isArray(value) && value.length <= 2_000 && value.every(isSwitch);
}

function isChosen(value: Json): boolean {
  if (
    !has(value, [], ['zone', 'hours', 'theme', 'accent', 'alarm', 'sync', 'share', 'shareSummary', 'shareMine', 'plan'])
  )
    return false;
  const { zone = 'x', hours = 12, theme = 'dark', accent = 'sky', alarm = 5, sync = true } = value;
  const { share = 'all', shareSummary = true, shareMine = true, plan = { minutes: 1, at: 1 } } = value;
  return (
    isText(zone, 60) &&
    zone !== '' &&
    [12, 24].includes(hours as number) &&
    ['system', 'light', 'dark'].includes(`${theme}`) &&
    ['amber', 'sky', 'green', 'pink'].includes(`${accent}`) &&
    [0, 5, 10, 15, 30, 60].includes(alarm as number) &&
    ['all', 'shown', 'picked'].includes(share as string) &&
    [sync, shareSummary, shareMine].every((one) => typeof one === 'boolean') &&
    has(plan, ['minutes', 'at'], ['goal']) &&
    typeof plan.minutes === 'number' &&
    plan.minutes >= 1 &&
    plan.minutes <= 10_000 &&
    isText(plan.goal, 100) &&
    isWhole(plan.at)
  );
}

/** A text, or undefined where `has` allows that. */
const isText = (value: Json | undefined, most: number) =>
  value === undefined || (typeof value === 'string' && value.length <= most);
const isSlug = (value: Json | undefined) => typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value);
const isWhole = (value: Json | undefined) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= Date.UTC(2100, 0);

/** The paths to all places in a value. */
function placesIn(value: Json, way: string[] = []): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [way, ...inner.flatMap(([key, one]) => placesIn(one, [...way, key]))];
}

type Mutation = { at: number; from: number } & (
  | { do: 'set'; value: Json }
  | { do: 'delete' | 'copy' }
  | { do: 'add'; key: string; value: Json }
);

/** The backup with one value replaced, deleted, added or copied to another place. */
function mutated(json: Json, mutation: Mutation): Json {
  const places = placesIn(json).slice(1);
  const way = places[mutation.at % places.length] ?? [];
  const last = way.at(-1) ?? '';
  const parent = way.slice(0, -1).reduce((value, key) => (value as { [key: string]: Json })[key] ?? null, json) as {
    [key: string]: Json;
  };
  const other = places[mutation.from % places.length] ?? [];
  const there = other.reduce((value, key) => (value as { [key: string]: Json })[key] ?? null, json);
  const define = (on: object, key: string, value: Json) =>
    Object.defineProperty(on, key, {
      value: structuredClone(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  if (mutation.do === 'set') define(parent, last, mutation.value);
  else if (mutation.do === 'add')
    define(typeof parent[last] === 'object' ? (parent[last] ?? parent) : parent, mutation.key, mutation.value);
  else if (mutation.do === 'delete' && Array.isArray(parent)) {
    // `splice` would call the list's constructor, which an earlier mutation may have replaced.
    parent.copyWithin(Number(last), Number(last) + 1);
    parent.length -= 1;
  } else if (mutation.do === 'delete') Reflect.deleteProperty(parent, last);
  else if (!way.join().startsWith(other.join())) define(parent, last, there);
  return json;
}

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    1.5,
    5,
    AT,
    8.64e15,
    '',
    '28D1Y',
    'Zz99',
    'mine',
    'dark',
    'pink',
    GUIDE,
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'title', 'text', 'at', 'goal', 'plan', 'zone', '0'),
  fc.string(),
);
const spots = { at: fc.nat(), from: fc.nat() };
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ ...spots, do: fc.constant('set' as const), value }),
  fc.record({ ...spots, do: fc.constant('add' as const), key, value }),
  fc.record({ ...spots, do: fc.constantFrom('delete' as const, 'copy' as const) }),
);
const ofShape = fc.array(mutation, { minLength: 1, maxLength: 2 }).map((mutations) => {
  return JSON.stringify(mutations.reduce(mutated, JSON.parse(TEXT) as Json));
});

/** The backup’s text with some characters replaced. */
const ofText = fc
  .record({
    at: fc.nat({ max: TEXT.length }),
    length: fc.nat({ max: 12 }),
    by: fc.oneof(
      fc.constantFrom('', '0', '1', 'a', '"', '{', '}', ',', '\\', ' '),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  })
  .map(({ at, length, by }) => TEXT.slice(0, at) + by + TEXT.slice(at + length));

test('Of 1,000 mutated backups, readBackup accepts exactly the valid ones and returns what they contain', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(fc.oneof(ofShape, ofText), (text) => {
      const read = describeOutcome(text);
      const json = parsed(text);
      const right = json !== undefined && isBackup(json);
      seen[read ? 'accepted' : 'refused']++;
      expect(read !== undefined).toBe(right);
      // A mutation can change a value to another valid one, so compare with the mutated JSON.
      if (read && json) {
        const { picks, watched, notes, preferences = {}, off } = json as { [key: string]: Json };
        expect(read).toEqual({ picks, watched, notes, choices: preferences, off });
      }
    }),
    { numRuns: 1_000 },
  );
  expect(seen.accepted).toBeGreaterThan(20);
  expect(seen.refused).toBeGreaterThan(500);
}, 60_000);

function describeOutcome(text: string): Backup | undefined {
  try {
    return readBackup(text, GUIDE);
  } catch (error) {
    if (error instanceof BadBackupError) return undefined;
    throw error;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
