/** Zones as posts name them, and the IANA zone that is meant. */

/** What posts call zones: hours from UTC, and IANA zones that are called so (the usual one first). */
const ZONES: Record<string, { hours: readonly number[]; zones: readonly string[] }> = {
  ET: { hours: [-5, -4], zones: ['America/New_York'] },
  EST: { hours: [-5], zones: ['America/New_York'] },
  EDT: { hours: [-4], zones: ['America/New_York'] },
  CT: { hours: [-6, -5], zones: ['America/Chicago'] },
  CST: { hours: [-6, 8], zones: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'] },
  CDT: { hours: [-5], zones: ['America/Chicago'] },
  MT: { hours: [-7, -6], zones: ['America/Denver', 'America/Phoenix'] },
  MST: { hours: [-7], zones: ['America/Denver', 'America/Phoenix'] },
  MDT: { hours: [-6], zones: ['America/Denver'] },
  PT: { hours: [-8, -7], zones: ['America/Los_Angeles'] },
  PST: { hours: [-8], zones: ['America/Los_Angeles'] },
  PDT: { hours: [-7], zones: ['America/Los_Angeles'] },
  GMT: { hours: [0], zones: [] },
  UTC: { hours: [0], zones: [] },
  Z: { hours: [0], zones: [] },
  BST: { hours: [1], zones: ['Europe/London'] },
  WET: { hours: [0], zones: ['Europe/Lisbon'] },
  WEST: { hours: [1], zones: ['Europe/Lisbon'] },
  CET: { hours: [1], zones: [] },
  CEST: { hours: [2], zones: [] },
  EET: { hours: [2], zones: [] },
  EEST: { hours: [3], zones: [] },
  IST: { hours: [5.5, 1, 2], zones: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'] },
  SGT: { hours: [8], zones: ['Asia/Singapore'] },
  HKT: { hours: [8], zones: ['Asia/Hong_Kong'] },
  JST: { hours: [9], zones: ['Asia/Tokyo'] },
  KST: { hours: [9], zones: ['Asia/Seoul'] },
  AEST: { hours: [10], zones: ['Australia/Sydney', 'Australia/Brisbane'] },
  AEDT: { hours: [11], zones: ['Australia/Sydney'] },
  NZST: { hours: [12], zones: ['Pacific/Auckland'] },
  NZDT: { hours: [13], zones: ['Pacific/Auckland'] },
  BRT: { hours: [-3], zones: ['America/Sao_Paulo'] },
};

const LONG: Record<string, string> = { Eastern: 'ET', Central: 'CT', Mountain: 'MT', Pacific: 'PT' };

/** A zone as it may stand behind a time. Case matters: `est` and `met` are words. */
export const ZONE_WORD = String.raw`(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::?\d\d)?|\+\d\d:?\d\d\b|(?:${Object.keys(ZONES)
  .sort((a, b) => b.length - a.length)
  .join('|')})\b|(?:${Object.keys(LONG).join('|')})(?:\s(?:Standard|Daylight))?\sTime\b|[Ll]ocal [Tt]ime\b`;

const OFFSET = /^(?:UTC|GMT)?\s?([+−–-])\s?(\d{1,2}):?(\d\d)?$/u;

/** Minutes from UTC that a zone's name may mean; none for “local time”. */
export function findOffsets(word: string): number[] {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(word) ?? [];
  if (hours) return [(sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes))];
  return (findEntry(word)?.hours ?? []).map((one) => one * 60);
}

/** Whether a name is an offset from UTC, whatever the place: such a time may be meant to be converted. */
export function isUniversal(word: string): boolean {
  return /^(?:UTC|Z)\b/u.test(word) || OFFSET.test(word);
}

/**
 * The IANA zones that a post may mean by a zone's name: the cities that it names decide where they can, because several
 * zones share an abbreviation. A city alone decides nothing.
 * @param text of the whole post
 * @param day ISO date of a session, on which the offset must hold
 */
export function zonesFor(word: string, text: string, day: string): string[] {
  const offsets = findOffsets(word);
  if (offsets.length === 0) return [];
  const cities = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
    return zone.includes('/') && new RegExp(String.raw`(?<!\p{L})${city}(?!\p{L})`, 'u').test(text);
  });
  // Summer time may be called by the name of standard time.
  const near = cities.filter((zone) => offsets.includes(offsetIn(zone, day) ?? Number.NaN));
  if (near.length > 0) return near;
  return [...(findEntry(word)?.zones ?? [])];
}

function findEntry(word: string) {
  const long = /^(\p{Lu}\p{Ll}+)\s(?:Standard\s|Daylight\s)?Time$/u.exec(word)?.[1];
  return ZONES[(long && LONG[long]) || word];
}

/** Minutes that a zone's clocks are ahead of UTC at noon of a day; undefined for a zone that does not exist. */
export function offsetIn(zone: string, day: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(new Date(`${day}T12:00Z`)).find(({ type }) => type === 'timeZoneName')?.value;
    return name === 'GMT' ? 0 : findOffsets(name ?? '')[0];
  } catch {
    // A RangeError: no such zone, or no such day.
    return undefined;
  }
}
