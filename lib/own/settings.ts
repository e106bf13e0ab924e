/** What of ours stands on Sched's pages, and in which colour. One storage key a setting, so that two windows never overwrite each other's. */

import { ACCENT_KEY, type Accent, accentOf } from './accents.ts';

/** The parts that stand on a page, each with a switch of its own. */
export const PARTS = ['highlights', 'cards', 'mentions', 'quiet', 'strip'] as const;
export type Part = (typeof PARTS)[number];

export interface Settings {
  /** Off: no page is touched anywhere. */
  on: boolean;
  /** Hosts that are left alone. */
  hostsOff: ReadonlySet<string>;
  partsOff: ReadonlySet<Part>;
  /** Whether a list's other sessions stand back: “only these” of the strip. */
  othersOff: boolean;
  /** The colour of the marks. */
  accent: Accent;
}

const PREFIX = 'off:';
const HOST = 'host:';
const EVERYWHERE = 'everywhere';
const OTHERS = 'others';

/** A switch of the settings: everything, a host, a part, or the other sessions of a list. */
export type Switch = { all: true } | { host: string } | { part: Part } | { others: true };

/** The storage key of a switch. It holds `true` while the switch is off; on is the absence of the key. */
export function switchKey(which: Switch): string {
  if ('all' in which) return PREFIX + EVERYWHERE;
  if ('others' in which) return PREFIX + OTHERS;
  return PREFIX + ('host' in which ? HOST + which.host : which.part);
}

/** Whether a storage key is one of the settings'. */
export function isSettingKey(key: string): boolean {
  return key.startsWith(PREFIX) || key === ACCENT_KEY;
}

/** The settings that a storage area holds. A value of any other shape counts as on, as if it had never been stored. */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const off = Object.entries(stored)
    .filter(([key, value]) => key.startsWith(PREFIX) && value === true)
    .map(([key]) => key.slice(PREFIX.length));
  return {
    on: !off.includes(EVERYWHERE),
    hostsOff: new Set(off.filter((name) => name.startsWith(HOST)).map((name) => name.slice(HOST.length))),
    partsOff: new Set(PARTS.filter((part) => off.includes(part))),
    othersOff: off.includes(OTHERS),
    accent: accentOf(stored),
  };
}

/** The parts that are on for a host. */
export function partsOn(settings: Settings, host: string): ReadonlySet<Part> {
  if (!settings.on || settings.hostsOff.has(host)) return new Set();
  return new Set(PARTS.filter((part) => !settings.partsOff.has(part)));
}
