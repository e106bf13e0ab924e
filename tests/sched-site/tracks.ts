/** The session types of a site and their colours. Highlights must work on all of them. */
import type { GuideFile, Site } from '../../data/schema.ts';
import { at } from './random.ts';
import type { SessionType } from './types.ts';

/** Numbered with gaps, as on Sched. Includes near-white, near-black and fully saturated colours. */
const COLOURS: readonly [n: number, colour: string][] = [
  [13, '#BBFCEA'],
  [2, '#FFF176'],
  [9, '#3697FF'],
  [12, '#F9C6D0'],
  [8, '#DD69FF'],
  [4, '#0B1F4B'],
  [1, '#FDFCF7'],
  [6, '#B1B1B1'],
  [16, '#FF7A59'],
  [17, '#000000'],
  [11, '#C9E4A6'],
  [15, '#ECE9F1'],
  [18, '#96E3FF'],
  [20, '#D8C3A5'],
  [21, '#1F7A5C'],
  [22, '#FFD400'],
];

export const LOGISTICS = ['Registration + Badges', 'Breaks, Meals + Social'] as const;

const TRACKS = [
  'Maintainer Track',
  'Connectivity',
  'Community + Contributors',
  'Security',
  'Operations + Performance',
  'Keynote Sessions',
  LOGISTICS[0],
  LOGISTICS[1],
  'Platform Engineering',
  'Lightning Talks',
  'Observability',
  'Data Processing + Storage',
  'Sponsor Programme',
  'AI + ML',
  'Cloud Native Novice',
  'Experiences',
];

const DAYS = [
  'Edge Gathering',
  'Platform Builders Day',
  'Supply Chain Morning',
  LOGISTICS[0],
  LOGISTICS[1],
  'Storage Summit',
  'Wasm Afternoon',
  'Batch + GPU Day',
  'Telemetry Forum',
  'Gateway Day',
  'Sustainability Hours',
];

/**
 * The types of a site. A site with several events has one type per event, as co-located sites do; a site with one
 * event has tracks.
 */
export function listTypes(guide: GuideFile, site: Site): SessionType[] {
  const events = guideEvents(guide, site);
  const names = events.length > 1 ? [...events.map((event) => event.name), ...DAYS] : TRACKS;
  return names
    .filter((name, i) => names.indexOf(name) === i)
    .slice(0, COLOURS.length)
    .map((name, i) => {
      const [n, colour] = at(COLOURS, i);
      return { n, name, colour };
    });
}

/** The guide's events that have a session on the site. */
export function guideEvents(guide: GuideFile, site: Site): GuideFile['events'] {
  const used = new Set(guide.sessions.filter((s) => s.site === site.id).map((s) => s.event));
  return guide.events.filter((event) => used.has(event.id));
}

/** Whether black text on the colour would be hard to read. */
export function isDark(colour: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 110;
}
