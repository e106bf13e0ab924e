/** Plans the i-th invented session of a site: a special one, a break or a talk. */
import type { GuideFile, Site } from '../../data/schema.ts';
import { instant } from './clock.ts';
import { speaker, title } from './invent.ts';
import { at, type Random } from './random.ts';
import { listSpecials, type Planted, type Special, specialSite } from './subject.ts';
import { LOGISTICS } from './tracks.ts';
import type { ReplicaSpeaker, SessionType } from './types.ts';

/** The inputs of every invented session of a site. */
export interface Setting {
  guide: GuideFile;
  site: Site;
  /** Position of the site among the guide's sites. */
  index: number;
  types: SessionType[];
  days: string[];
  taken: ReadonlySet<string>;
  /** The first two characters of most ids of the site. */
  prefix: string;
}

/** The topic, time and speakers of an invented session. */
export interface Plan {
  title: string;
  start: number;
  end: number;
  type: SessionType;
  /** The fifth and later ones moderate. */
  speakers: ReplicaSpeaker[];
  /** Random if undefined. */
  description?: string | null;
  planted?: Planted | undefined;
}

/** The plan of the i-th invented session. */
export function makePlan(setting: Setting, i: number, chance: Random): Plan {
  const special = setting.site.id === specialSite(setting.guide).id ? listSpecials(setting.guide)[i] : undefined;
  if (special) return specialPlan(setting, special);
  return i % 31 === 11 ? breakPlan(setting, i) : talkPlan(setting, chance);
}

function typeNamed(setting: Setting, name: string, otherwise = 0): SessionType {
  return setting.types.find((type) => type.name === name) ?? at(setting.types, otherwise);
}

function specialPlan(setting: Setting, special: Special): Plan {
  const day = at(setting.days, special.day);
  const start = instant(`${day}T${special.from}`, setting.guide.zone);
  const end = instant(`${day}T${special.to}`, setting.guide.zone);
  return {
    title: special.title,
    start,
    end: end < start ? end + 86_400_000 : end,
    type: typeNamed(setting, special.type),
    speakers: special.speakers,
    description: special.description,
    planted: special.planted,
  };
}

const BREAKS: readonly [title: string, from: string, to: string, type: 0 | 1][] = [
  ['Registration + Badge Pick-Up', '07:30', '18:00', 0],
  ['Coffee Break ☕', '10:30', '11:00', 1],
  ['Lunch 🍲', '12:30', '14:00', 1],
  ['Cloak Room', '07:30', '19:00', 0],
  ['Booth Crawl + Welcome Reception', '17:30', '19:00', 1],
];

function breakPlan(setting: Setting, i: number): Plan {
  const nth = Math.floor(i / 31);
  const day = setting.index === 0 ? at(setting.days, 0) : at(setting.days, Math.floor(nth / BREAKS.length));
  const [name, from, to, type] = at(BREAKS, nth);
  return {
    title: name,
    start: instant(`${day}T${from}`, setting.guide.zone),
    end: instant(`${day}T${to}`, setting.guide.zone),
    type: typeNamed(setting, LOGISTICS[type]),
    speakers: [],
    description: type === 0 ? '' : null,
  };
}

// Minutes since midnight at which talks begin.
const MAIN_SLOTS = [540, 555, 570, 660, 660, 705, 705, 750, 855, 855, 900, 900, 960, 975, 1005, 1005, 1050];
const DAY_SLOTS = [540, 545, 555, 585, 610, 640, 680, 710, 745, 830, 860, 890, 925, 960, 990, 1010];

function talkPlan(setting: Setting, chance: Random): Plan {
  const coLocated = setting.index === 0;
  const draw = chance();
  const last = setting.days.length - 1;
  // The first day belongs to the co-located events; the main programme begins on the second.
  const day = coLocated ? (draw < 0.95 ? 0 : Math.min(1, last)) : draw < 0.05 ? 0 : Math.ceil(draw * last);
  const minute = at(coLocated ? DAY_SLOTS : MAIN_SLOTS, Math.floor(chance() * 97));
  const short = chance() < 0.18;
  const length = short ? (coLocated ? 5 : 10) : coLocated ? 25 : 30;
  const local = `${at(setting.days, day)}T${clockText(minute)}`;
  const start = instant(local, setting.guide.zone);
  const type = talkType(setting, chance, short);
  const several = chance();
  const count = several < 0.25 ? 0 : several < 0.6 ? 1 : several < 0.9 ? 2 : several < 0.97 ? 4 : 5;
  const first = Math.floor(chance() * 700);
  const speakers = Array.from({ length: count }, (_, k) => speaker(first + k * 3));
  const plain = title(chance);
  return {
    title: short ? `⚡ Lightning Talk: ${plain}` : type.name === 'Keynote Sessions' ? `Keynote: ${plain}` : plain,
    start,
    end: start + length * 60_000,
    type,
    speakers,
  };
}

function talkType(setting: Setting, chance: Random, short: boolean): SessionType {
  const talks = setting.types.filter((type) => !LOGISTICS.some((name) => name === type.name));
  const drawn = at(talks, Math.floor(chance() * talks.length));
  return short ? (talks.find((type) => type.name === 'Lightning Talks') ?? drawn) : drawn;
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
