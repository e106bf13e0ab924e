/** What the reader chose for the extension's own pages. One storage key a choice, so that two windows never overwrite each other's. */

import { type Accent, accentOf } from './accents.ts';

export { ACCENTS, type Accent } from './accents.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Minutes before a session at which a calendar reminds of it; 0: it doesn't. */
export const ALARMS = [0, 5, 10, 15, 30, 60] as const;
export type Alarm = (typeof ALARMS)[number];

/** What the reader wants to catch up on. */
export interface Plan {
  /** Minutes that there are. */
  minutes: number;
  /** The id of one of the guide's goals; left out, everything. */
  goal?: string | undefined;
  /** When it was made, in milliseconds since the epoch: what was watched before is no part of it. */
  at: number;
}

export interface Preferences {
  /** The clocks on which times are told: those of the event, of this device, or of an IANA zone. */
  zone: 'event' | 'mine' | (string & {});
  theme: Theme;
  accent: Accent;
  alarm: Alarm;
  /** Whether picks, notes and what was watched are also kept in the browser's account. */
  sync: boolean;
  plan?: Plan | undefined;
}

export const DEFAULTS: Readonly<Preferences> = {
  zone: 'event',
  theme: 'system',
  accent: 'amber',
  alarm: 0,
  sync: false,
};

const PREFIX = 'pref:';
/** The longest zone name is under 40 characters. */
const ZONE_MAX = 60;
const PLAN_MAX = 10_000;

/** The storage key of a preference. */
export function preferenceKey(name: keyof Preferences): string {
  return PREFIX + name;
}

/** Whether a storage key is a preference's. */
export function isPreferenceKey(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** The preferences that a storage area holds. A value of any other shape counts as never chosen. */
export function readPreferences(stored: Readonly<Record<string, unknown>>): Preferences {
  const of = (name: keyof Preferences) => stored[preferenceKey(name)];
  const zone = of('zone');
  const plan = of('plan');
  return {
    zone: typeof zone === 'string' && zone !== '' && zone.length <= ZONE_MAX ? zone : DEFAULTS.zone,
    theme: THEMES.find((one) => one === of('theme')) ?? DEFAULTS.theme,
    accent: accentOf(stored),
    alarm: ALARMS.find((one) => one === of('alarm')) ?? DEFAULTS.alarm,
    sync: of('sync') === true,
    ...(isPlan(plan) && { plan }),
  };
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
