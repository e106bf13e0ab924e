import { describe, expect, test } from 'vitest';
import {
  ACCENTS,
  ALARMS,
  DEFAULTS,
  isPreferenceKey,
  type Preferences,
  preferenceKey,
  readPreferences,
  THEMES,
} from '../../../lib/own/preferences.ts';
import { readSyncStatus } from '../../../lib/own/sync-status.ts';

const PLAN = { minutes: 90, goal: 'new', at: 1_763_000_000_000 };

const CHOICES: [keyof Preferences, unknown][] = [
  ...THEMES.map((theme): [keyof Preferences, unknown] => ['theme', theme]),
  ...ACCENTS.map((accent): [keyof Preferences, unknown] => ['accent', accent]),
  ...ALARMS.map((alarm): [keyof Preferences, unknown] => ['alarm', alarm]),
  ...['event', 'mine', 'Asia/Kolkata', 'Etc/GMT+12'].map((zone): [keyof Preferences, unknown] => ['zone', zone]),
  ['sync', true],
  ['sync', false],
  ['plan', PLAN],
  ['plan', { minutes: 1, at: 0 }],
];

describe('The preferences', () => {
  test('are those of one who never chose, where nothing is stored.', () => {
    expect(readPreferences({})).toEqual(DEFAULTS);
    expect(readPreferences({ theme: 'dark', 'off:cards': true, 'Pref:theme': 'dark' })).toEqual(DEFAULTS);
  });

  test.each(CHOICES)('have for %s the choice %j, under a key of its own.', (name, choice) => {
    expect(isPreferenceKey(preferenceKey(name))).toBe(true);
    expect(readPreferences({ [preferenceKey(name)]: choice })).toEqual({ ...DEFAULTS, [name]: choice });
  });

  test.each<[keyof Preferences, unknown]>([
    ['theme', 'sepia'],
    ['theme', ['dark']],
    ['accent', 'Amber'],
    ['accent', null],
    ['alarm', 7],
    ['alarm', '10'],
    ['alarm', -5],
    ['zone', ''],
    ['zone', 'Z'.repeat(61)],
    ['zone', 5],
    ['sync', 'true'],
    ['sync', 1],
    ['plan', 60],
    ['plan', null],
    ['plan', { at: 1 }],
    ['plan', { ...PLAN, minutes: 0 }],
    ['plan', { ...PLAN, minutes: Number.NaN }],
    ['plan', { ...PLAN, minutes: 10_001 }],
    ['plan', { ...PLAN, goal: 7 }],
    ['plan', { ...PLAN, at: 9e15 }],
    ['plan', { ...PLAN, at: -1 }],
  ])('have for %s none of the value %j.', (name, value) => {
    expect(readPreferences({ [preferenceKey(name)]: value })).toEqual(DEFAULTS);
  });

  test.each(['pref', 'prefs:zone', 'off:cards', 'aside:x:pref:zone', 'pick:pref:zone'])(
    'have nothing to do with the key %s.',
    (key) => expect(isPreferenceKey(key)).toBe(false),
  );
});

describe('The status of the sync', () => {
  test.each([
    { at: 5, ok: true },
    { at: 5, ok: true, skipped: 3 },
    { at: 5, ok: false, problem: 'quota' },
    { at: 5, ok: false, problem: 'refused' },
  ])('is read as it was written: %j.', (status) => {
    expect(readSyncStatus({ 'sync:status': status })).toEqual(status);
  });

  test.each([undefined, null, 'ok', {}, { at: 5 }, { ok: true }, { at: '5', ok: true }, { at: Number.NaN, ok: true }])(
    'is none for the value %j.',
    (value) => expect(readSyncStatus({ 'sync:status': value })).toBeUndefined(),
  );

  test('leaves out what it does not know.', () => {
    const odd = { at: 5, ok: false, problem: 'moon', skipped: -1, more: 1 };
    expect(readSyncStatus({ 'sync:status': odd })).toEqual({ at: 5, ok: false });
  });
});
