/** The default settings. A separate file, so that the first paint does not load the code that reads and merges settings. */
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
