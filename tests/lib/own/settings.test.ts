import { describe, expect, test } from 'vitest';
import { ACCENT_KEY } from '../../../lib/own/accents.ts';
import {
  ACCENTS,
  ALARMS,
  type Choices,
  choiceKey,
  DEFAULTS,
  HOURS,
  isChoiceKey,
  isPageSettingKey,
  isSettingKey,
  PARTS,
  partsOn,
  readPageSettings,
  readSettings,
  type Settings,
  SHARED,
  type Switch,
  switchKey,
  THEMES,
} from '../../../lib/own/settings.ts';

const HOST = 'kccncna2025.sched.com';
const OTHER = 'colocatedeventsna2025.sched.com';

const ON: Settings = DEFAULTS;

/** Each switch, its key, and the settings while it alone is off. */
const SWITCHES: [Switch, string, Settings][] = [
  [{ all: true }, 'off:everywhere', { ...ON, on: false }],
  [{ others: true }, 'off:others', { ...ON, othersOff: true }],
  [{ host: HOST }, `off:host:${HOST}`, { ...ON, hostsOff: new Set([HOST]) }],
  [{ host: OTHER }, `off:host:${OTHER}`, { ...ON, hostsOff: new Set([OTHER]) }],
  ...PARTS.map((part): [Switch, string, Settings] => [{ part }, `off:${part}`, { ...ON, partsOff: new Set([part]) }]),
  ...PARTS.map((part): [Switch, string, Settings] => [
    { part, host: HOST },
    `off:${part}@${HOST}`,
    { ...ON, partsOff: new Set([`${part}@${HOST}`]) },
  ]),
];

describe('A switch', () => {
  test.each(SWITCHES)('%j has the key %s, which switches it off and nothing else', (which, key, settings) => {
    expect(switchKey(which)).toBe(key);
    expect(isSettingKey(key)).toBe(true);
    expect(readSettings({ [key]: true })).toEqual(settings);
  });

  test('has a key of its own', () => {
    expect(new Set(SWITCHES.map(([which]) => switchKey(which))).size).toBe(SWITCHES.length);
  });

  test('of a host is never mistaken for another one', () => {
    for (const host of ['everywhere', 'others', 'cards', 'host:x']) {
      expect(readSettings({ [switchKey({ host })]: true })).toEqual({ ...ON, hostsOff: new Set([host]) });
    }
  });
});

describe('The settings', () => {
  test('are all on where nothing is stored', () => {
    expect(readSettings({})).toEqual(ON);
  });

  test('read several keys together', () => {
    const stored = { 'off:cards': true, 'off:quiet': true, [`off:host:${HOST}`]: true, 'off:others': true };
    expect(readSettings(stored)).toEqual({
      ...ON,
      on: true,
      hostsOff: new Set([HOST]),
      partsOff: new Set(['cards', 'quiet']),
      othersOff: true,
    });
  });

  test.each(ACCENTS)('have the accent %s, which is no switch', (accent) => {
    expect(readSettings({ [ACCENT_KEY]: accent })).toEqual({ ...ON, accent });
    expect(readSettings({ [ACCENT_KEY]: accent, 'off:cards': true }).partsOff).toEqual(new Set(['cards']));
  });

  test('of Sched’s pages are the switches and the accent, and no other choice', () => {
    for (const key of [ACCENT_KEY, 'off:cards', 'off:cards@sched.com']) expect(isPageSettingKey(key)).toBe(true);
    for (const key of ['pref:theme', 'pref:hours', 'pref:zone', 'pref:', 'pref:accents', 'accent']) {
      expect(isPageSettingKey(key)).toBe(false);
    }
    const stored = { [ACCENT_KEY]: 'sky', 'off:cards': true, 'pref:theme': 'dark', 'pref:hours': 24 };
    const { on, hostsOff, partsOff, othersOff, accent } = readSettings(stored);
    expect(readPageSettings(stored)).toEqual({ on, hostsOff, partsOff, othersOff, accent });
  });

  test.each([true, 7, 'violet', null, {}])('have the first accent where %j is stored', (value) => {
    expect(readSettings({ [ACCENT_KEY]: value })).toEqual(ON);
  });

  test.each([false, 1, 'true', null, undefined, {}, [true], 'off'])('count the value %j as on', (value) => {
    const stored = Object.fromEntries(SWITCHES.map(([, key]) => [key, value]));
    expect(readSettings(stored)).toEqual(ON);
  });

  test.each([
    'pick:28D1Y',
    'aside:2026-11-24T00:00:00.000Z:off:cards',
    'cards',
    'everywhere',
    'off',
    'Off:cards',
    'switch:off:cards',
  ])('have nothing to do with the key %s', (key) => {
    expect(isSettingKey(key)).toBe(false);
    expect(readSettings({ [key]: true })).toEqual(ON);
  });

  test.each([
    'off:',
    'off:later',
    'off:hos',
    'off:__proto__',
    'off:Cards',
    'off:cards ',
    'off:later@sched.com',
    'off:Cards@sched.com',
  ])('of a version that knows %s change nothing here', (key) => {
    expect(readSettings({ [key]: true })).toEqual(ON);
  });
});

describe('What is on for a host', () => {
  const on = (host: string, ...off: Switch[]) => [
    ...partsOn(readSettings(Object.fromEntries(off.map((which) => [switchKey(which), true]))), host),
  ];

  test('is all, unless it was switched off', () => {
    expect(on(HOST)).toEqual([...PARTS]);
  });

  test.each(PARTS)('is all but %s, when that is off', (part) => {
    expect(on(HOST, { part })).toEqual(PARTS.filter((one) => one !== part));
  });

  test.each(PARTS)('is all but %s, when that is off for this host, and all when it is for another', (part) => {
    expect(on(HOST, { part, host: HOST })).toEqual(PARTS.filter((one) => one !== part));
    expect(on(HOST, { part, host: OTHER }, { part, host: 'sched.com' })).toEqual([...PARTS]);
  });

  test('is nothing, when everything or the host is off', () => {
    expect(on(HOST, { all: true })).toEqual([]);
    expect(on(HOST, { host: HOST })).toEqual([]);
  });

  test('is all, when another host is off, or one that it is part of', () => {
    expect(on(HOST, { host: OTHER }, { host: 'sched.com' }, { host: `${HOST}:8443` })).toEqual([...PARTS]);
  });

  test('is the same, whether the others stand back or not', () => {
    expect(on(HOST, { others: true })).toEqual([...PARTS]);
  });

  test('is nothing, when each part is off', () => {
    expect(on(HOST, ...PARTS.map((part) => ({ part })))).toEqual([]);
  });
});

const PLAN = { minutes: 90, goal: 'new', at: 1_763_000_000_000 };

const CHOICES: [keyof Choices, unknown][] = [
  ...HOURS.map((hours): [keyof Choices, unknown] => ['hours', hours]),
  ...THEMES.map((theme): [keyof Choices, unknown] => ['theme', theme]),
  ...ACCENTS.map((accent): [keyof Choices, unknown] => ['accent', accent]),
  ...ALARMS.map((alarm): [keyof Choices, unknown] => ['alarm', alarm]),
  ...['event', 'mine', 'Asia/Kolkata', 'Etc/GMT+12'].map((zone): [keyof Choices, unknown] => ['zone', zone]),
  ['sync', true],
  ['sync', false],
  ...SHARED.map((share): [keyof Choices, unknown] => ['share', share]),
  ['shareSummary', true],
  ['shareMine', false],
  ['plan', PLAN],
  ['plan', { minutes: 1, at: 0 }],
  ['plan', { minutes: 10_000, at: 8.64e15 }],
  ['zone', 'Z'.repeat(60)],
];

describe('The choices', () => {
  test('are those of one who never chose, where nothing is stored', () => {
    expect(readSettings({})).toEqual(DEFAULTS);
    expect(readSettings({ theme: 'dark', off: true, 'Pref:theme': 'dark' })).toEqual(DEFAULTS);
  });

  test.each(CHOICES)('have for %s the choice %j, under a key of its own', (name, choice) => {
    expect(isChoiceKey(choiceKey(name))).toBe(true);
    expect(readSettings({ [choiceKey(name)]: choice })).toEqual({ ...DEFAULTS, [name]: choice });
  });

  test.each<[keyof Choices, unknown]>([
    ['theme', 'sepia'],
    ['theme', ['dark']],
    ['accent', 'Amber'],
    ['accent', null],
    ['hours', '24'],
    ['hours', 13],
    ['alarm', 7],
    ['alarm', '10'],
    ['alarm', -5],
    ['zone', ''],
    ['zone', 'Z'.repeat(61)],
    ['zone', 5],
    ['sync', 'true'],
    ['share', 'none'],
    ['shareSummary', 1],
    ['shareMine', 0],
    ['sync', 1],
    ['plan', 60],
    ['plan', null],
    ['plan', { at: 1 }],
    ['plan', { ...PLAN, minutes: 0 }],
    ['plan', { ...PLAN, minutes: '60' }],
    ['plan', { ...PLAN, minutes: Number.NaN }],
    ['plan', { ...PLAN, minutes: 10_001 }],
    ['plan', { ...PLAN, goal: 7 }],
    ['plan', { ...PLAN, at: 9e15 }],
    ['plan', { ...PLAN, at: -1 }],
  ])('have for %s none of the value %j', (name, value) => {
    expect(readSettings({ [choiceKey(name)]: value })).toEqual(DEFAULTS);
  });

  test.each(['pref', 'prefs:zone', 'off:cards', 'aside:x:pref:zone', 'pick:pref:zone'])(
    'have nothing to do with the key %s',
    (key) => expect(isChoiceKey(key)).toBe(false),
  );
});
