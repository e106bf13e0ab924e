/** The settings before the reader chose any: apart, so that a first paint does not load what reads and merges them. */
import type { Settings } from './settings.ts';

export const DEFAULTS: Readonly<Settings> = {
  on: true,
  hostsOff: new Set(),
  partsOff: new Set(),
  othersOff: false,
  zone: 'event',
  hours: 12,
  theme: 'system',
  accent: 'amber',
  alarm: 0,
  sync: false,
  share: 'picked',
  shareSummary: false,
  shareMine: true,
};
