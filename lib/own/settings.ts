/**
 * The reader's settings: switches for Sched's pages, and choices for the extension's own. Each has its own storage key, so
 * that two windows never overwrite each other. A setting at its default has no key.
 */
import { ACCENT_KEY, type Accent, readAccent } from './accents.ts';
import { DEFAULTS } from './defaults.ts';
import { canonical } from './own.ts';
import { type Patch, removalPatch, type Values } from './patches.ts';

export { ACCENTS } from './accents.ts';
export { DEFAULTS } from './defaults.ts';

/** The parts that a page shows, each with a switch. */
export const PARTS = ['highlights', 'cards', 'mentions', 'quiet', 'strip'] as const;
export type Part = (typeof PARTS)[number];

export interface Switches {
  /** When off, no page is changed. */
  on: boolean;
  /** Hosts that are left alone. */
  hostsOff: ReadonlySet<string>;
  /** Parts that are off everywhere (`cards`), or on one host (`cards@example.com`). */
  partsOff: ReadonlySet<string>;
  /** Whether sessions that are not marked are dimmed (“Only these” in the strip). */
  othersOff: boolean;
}

/** Whether times of day have 12 hours, as Sched prints them, or 24. */
export const HOURS = [12, 24] as const;
type Hours = (typeof HOURS)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Minutes before a session at which a calendar reminds of it; 0 for no reminder. */
export const ALARMS = [0, 5, 10, 15, 30, 60] as const;
export type Alarm = (typeof ALARMS)[number];

/** Which sessions are shared: all, those that the list shows, or the picks. */
export const SHARED = ['all', 'shown', 'picked'] as const;
export type Shared = (typeof SHARED)[number];

/** What the reader wants to catch up on. */
export interface Plan {
  /** Minutes available. */
  minutes: number;
  /** The id of a goal of the guide; left out for everything. */
  goal?: string | undefined;
  /** When it was made, in milliseconds since the epoch. Sessions seen before are not part of it. */
  at: number;
}

export interface Choices {
  /** The time zone shown: the event's, the device's, or an IANA zone. */
  zone: 'event' | 'mine' | (string & {});
  hours: Hours;
  theme: Theme;
  /** The colour of the marks, on Sched's pages too. */
  accent: Accent;
  alarm: Alarm;
  /** Whether picks, seen marks and notes are synced with the browser's account. */
  sync: boolean;
  /** Which sessions are shared, if there are any. */
  share: Shared;
  /** Whether shared sessions include whole summaries, and the reader's notes and seen marks. */
  shareSummary: boolean;
  shareMine: boolean;
  plan?: Plan | undefined;
}

export type Settings = Switches & Choices;

/** The settings that apply on Sched's pages. */
export type PageChoices = Switches & Pick<Choices, 'accent'>;

const OFF = 'off:';
const HOST = 'host:';
const EVERYWHERE = 'everywhere';
const OTHERS = 'others';
const CHOICE = 'pref:';
/** The longest zone name is under 40 characters. */
const ZONE_MAX = 60;
const PLAN_MAX = 10_000;

/** A switch: for everything, a host, a part (everywhere or on one host), or the sessions that are not marked. */
export type Switch = { all: true } | { host: string } | { part: Part; host?: string | undefined } | { others: true };

/** The hint in the strip that explains the marks. It is stored like a switch, but no reader turns it on. */
export type Hint = { part: 'hint'; host?: undefined };

/** The storage key of a switch. It holds `true` while the switch is off. */
export function switchKey(which: Switch | Hint): string {
  if ('all' in which) return OFF + EVERYWHERE;
  if ('others' in which) return OFF + OTHERS;
  if ('part' in which) return OFF + which.part + (which.host ? `@${which.host}` : '');
  return OFF + HOST + which.host;
}

/** The storage key of the hint. It holds `true` once the reader has closed it or opened the explanation. */
export const HINT_KEY = `${OFF}hint`;

/** The names of the switches that are off, as in a backup. */
export function switchesOff(stored: Values): string[] {
  return Object.entries(stored)
    .filter(([key, value]) => key.startsWith(OFF) && value === true)
    .map(([key]) => key.slice(OFF.length));
}

/** Turns off the switches that are off in a backup, and all others on. A closed hint stays closed. */
export function importSwitchesPatch(stored: Values, off: readonly string[]): Patch {
  const here = switchesOff(stored);
  const on = here.filter((name) => !off.includes(name) && OFF + name !== HINT_KEY);
  return Object.fromEntries([
    ...on.map((name) => [OFF + name, undefined]),
    ...off.filter((name) => !here.includes(name)).map((name) => [OFF + name, true]),
  ]);
}

/** The storage key of a choice. */
export function choiceKey(name: keyof Choices): string {
  return CHOICE + name;
}

/** Whether a storage key is a choice's. */
export function isChoiceKey(key: string): boolean {
  return key.startsWith(CHOICE);
}

/** Whether a storage key affects Sched's pages: a switch, or the accent. */
export function isPageSettingKey(key: string): boolean {
  return key.startsWith(OFF) || key === ACCENT_KEY;
}

/** Whether a storage key is a setting's. */
export function isSettingKey(key: string): boolean {
  return isPageSettingKey(key) || isChoiceKey(key);
}

/** The settings in a storage area. An invalid value counts as the default. */
export function readSettings(stored: Values): Settings {
  return { ...readSwitches(stored), ...readChoices(stored) };
}

/** The settings in a storage area that apply on Sched's pages. */
export function readPageSettings(stored: Values): PageChoices {
  return { ...readSwitches(stored), accent: readAccent(stored) };
}

/** The clock that a storage area holds: 12 or 24 hours. */
export function readHours(stored: Values): Hours {
  return stored[choiceKey('hours')] === 24 ? 24 : 12;
}

/** The switches in a storage area. */
export function readSwitches(stored: Values): Switches {
  const off = switchesOff(stored);
  return {
    on: !off.includes(EVERYWHERE),
    hostsOff: new Set(off.filter((name) => name.startsWith(HOST)).map((name) => name.slice(HOST.length))),
    partsOff: new Set(off.filter((name) => PARTS.includes(name.split('@')[0] as Part))),
    othersOff: off.includes(OTHERS),
  };
}

/** The choices in a storage area. An invalid value counts as never chosen. */
export function readChoices(stored: Values): Choices {
  const value = (name: keyof Choices) => stored[choiceKey(name)];
  const zone = value('zone');
  const plan = value('plan');
  return {
    zone: typeof zone === 'string' && zone !== '' && zone.length <= ZONE_MAX ? zone : DEFAULTS.zone,
    hours: readHours(stored),
    theme: THEMES.find((theme) => theme === value('theme')) ?? DEFAULTS.theme,
    accent: readAccent(stored),
    alarm: ALARMS.find((alarm) => alarm === value('alarm')) ?? DEFAULTS.alarm,
    sync: value('sync') === true,
    share: SHARED.find((share) => share === value('share')) ?? DEFAULTS.share,
    shareSummary: value('shareSummary') === true,
    shareMine: value('shareMine') !== false,
    ...(isPlan(plan) && { plan }),
  };
}

/** The parts that are on for a host. */
export function partsOn(settings: Switches, host: string): ReadonlySet<Part> {
  if (!settings.on || settings.hostsOff.has(host)) return new Set();
  return new Set(PARTS.filter((part) => !isPartOff(settings, part, host)));
}

/** Whether a part is off everywhere, or for a host. */
export function isPartOff({ partsOff }: Switches, part: Part, host?: string): boolean {
  return partsOff.has(part) || partsOff.has(`${part}@${host}`);
}

/** Turns one switch on or off. For a part that can be off on one host, see `switchPatchForSites`. */
export function switchPatch(which: Switch | Hint, on: boolean): Patch {
  return { [switchKey(which)]: on ? undefined : true };
}

/**
 * Turns a switch on or off. A part that is turned on everywhere is on at each site. One that was off everywhere and is
 * turned on for one site stays off at the others.
 */
export function switchPatchForSites(
  which: Switch,
  on: boolean,
  now: Switches,
  sites: readonly { host: string }[],
): Patch {
  if (!on || !('part' in which)) return switchPatch(which, on);
  const { part, host } = which;
  const staysOff = (name: string) => host !== undefined && host !== name && isPartOff(now, part, name);
  const others = sites.map((site) => [switchKey({ part, host: site.host }), staysOff(site.host) || undefined]);
  return { ...Object.fromEntries(others), [switchKey({ part })]: undefined };
}

/** Stores a choice. */
export function choicePatch<K extends keyof Choices>(name: K, value: Choices[K]): Patch {
  const defaults: Settings = DEFAULTS;
  return { [choiceKey(name)]: value === defaults[name] ? undefined : value };
}

/** Imports the choices of a file, and its plan if that is newer. Not sync: no file may send data elsewhere. */
export function importChoicesPatch(stored: Values, incoming: Partial<Choices>): Patch {
  const now = readChoices(stored);
  const { sync: _, plan, ...rest } = incoming;
  const newer = plan && plan.at > (now.plan?.at ?? 0) ? { plan } : {};
  const names = Object.keys({ ...rest, ...newer }) as (keyof Choices)[];
  const changed = names.filter((name) => canonical(incoming[name]) !== canonical(now[name]));
  return Object.assign({}, ...changed.map((name) => choicePatch(name, incoming[name] as Choices[typeof name])));
}

/** Resets every setting to its default. The plan and the hint are kept: they are progress, not settings. */
export function resetSettingsPatch(stored: Values): Patch {
  const kept = [choiceKey('plan'), HINT_KEY];
  return removalPatch(Object.keys(stored).filter((key) => isSettingKey(key) && !kept.includes(key)));
}

function isPlan(value: unknown): value is Plan {
  if (typeof value !== 'object' || value === null) return false;
  const { minutes, goal, at } = value as Record<string, unknown>;
  return (
    isBetween(minutes, 1, PLAN_MAX) && (goal === undefined || typeof goal === 'string') && isBetween(at, 0, 8.64e15)
  );
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}
