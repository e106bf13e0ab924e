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

/** Each switch, its key, and the settings while only this switch is off. */
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

describe('a switch', () => {
  test.each(SWITCHES)('such as %j is off if only the key %s is stored', (which, key, settings) => {
    expect(switchKey(which)).toBe(key);
    expect(isSettingKey(key)).toBe(true);
    expect(readSettings({ [key]: true })).toEqual(settings);
  });

  test('has a unique key', () => {
    expect(new Set(SWITCHES.map(([which]) => switchKey(which))).size).toBe(SWITCHES.length);
  });

  test('for a host is never confused with another switch', () => {
    for (const host of ['everywhere', 'others', 'cards', 'host:x']) {
      expect(readSettings({ [switchKey({ host })]: true })).toEqual({ ...ON, hostsOff: new Set([host]) });
    }
  });
});

describe('the settings', () => {
  test('are the defaults if nothing is stored', () => {
    expect(readSettings({})).toEqual(ON);
  });

  test('combine several keys', () => {
    const stored = { 'off:cards': true, 'off:quiet': true, [`off:host:${HOST}`]: true, 'off:others': true };
    expect(readSettings(stored)).toEqual({
      ...ON,
      on: true,
      hostsOff: new Set([HOST]),
      partsOff: new Set(['cards', 'quiet']),
      othersOff: true,
    });
  });

  test.each(ACCENTS)('accept the accent %s, and do not treat it as a switch', (accent) => {
    expect(readSettings({ [ACCENT_KEY]: accent })).toEqual({ ...ON, accent });
    expect(readSettings({ [ACCENT_KEY]: accent, 'off:cards': true }).partsOff).toEqual(new Set(['cards']));
  });

  test('for Sched’s pages are only the switches and the accent', () => {
    for (const key of [ACCENT_KEY, 'off:cards', 'off:cards@sched.com']) expect(isPageSettingKey(key)).toBe(true);
    for (const key of ['pref:theme', 'pref:hours', 'pref:zone', 'pref:', 'pref:accents', 'accent']) {
      expect(isPageSettingKey(key)).toBe(false);
    }
    const stored = { [ACCENT_KEY]: 'sky', 'off:cards': true, 'pref:theme': 'dark', 'pref:hours': 24 };
    const { on, hostsOff, partsOff, othersOff, accent } = readSettings(stored);
    expect(readPageSettings(stored)).toEqual({ on, hostsOff, partsOff, othersOff, accent });
  });

  test.each([true, 7, 'violet', null, {}])('fall back to the first accent if %j is stored', (value) => {
    expect(readSettings({ [ACCENT_KEY]: value })).toEqual(ON);
  });

  test.each([false, 1, 'true', null, undefined, {}, [true], 'off'])('treat the value %j of a switch as on', (value) => {
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
  ])('ignore the key %s', (key) => {
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
  ])('ignore an unknown switch %s', (key) => {
    expect(readSettings({ [key]: true })).toEqual(ON);
  });
});

describe('partsOn', () => {
  const on = (host: string, ...off: Switch[]) => [
    ...partsOn(readSettings(Object.fromEntries(off.map((which) => [switchKey(which), true]))), host),
  ];

  test('returns every part by default', () => {
    expect(on(HOST)).toEqual([...PARTS]);
  });

  test.each(PARTS)('omits %s if it is off', (part) => {
    expect(on(HOST, { part })).toEqual(PARTS.filter((one) => one !== part));
  });

  test.each(PARTS)('omits %s if it is off for this host, but not if it is off for another', (part) => {
    expect(on(HOST, { part, host: HOST })).toEqual(PARTS.filter((one) => one !== part));
    expect(on(HOST, { part, host: OTHER }, { part, host: 'sched.com' })).toEqual([...PARTS]);
  });

  test('returns no part if everything or the host is off', () => {
    expect(on(HOST, { all: true })).toEqual([]);
    expect(on(HOST, { host: HOST })).toEqual([]);
  });

  test('returns every part if only another host, a parent domain or another port is off', () => {
    expect(on(HOST, { host: OTHER }, { host: 'sched.com' }, { host: `${HOST}:8443` })).toEqual([...PARTS]);
  });

  test('ignores whether other sessions are dimmed', () => {
    expect(on(HOST, { others: true })).toEqual([...PARTS]);
  });

  test('returns no part if each of them is off', () => {
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

describe('the choices', () => {
  test('are the defaults if no choice is stored', () => {
    expect(readSettings({})).toEqual(DEFAULTS);
    expect(readSettings({ theme: 'dark', off: true, 'Pref:theme': 'dark' })).toEqual(DEFAULTS);
  });

  test.each(CHOICES)('read %s with the value %j from its own key', (name, choice) => {
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
  ])('fall back to the default of %s for the value %j', (name, value) => {
    expect(readSettings({ [choiceKey(name)]: value })).toEqual(DEFAULTS);
  });

  test.each(['pref', 'prefs:zone', 'off:cards', 'aside:x:pref:zone', 'pick:pref:zone'])('ignore the key %s', (key) =>
    expect(isChoiceKey(key)).toBe(false),
  );
});
