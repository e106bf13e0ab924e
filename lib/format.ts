/** Instants as people read them. Instants are milliseconds since the epoch; zones are IANA names. */

/** Formatters are slow to make and few: one for each zone and set of fields. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.keys(fields).join()}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone });
    formatters.set(key, made);
  }
  return made;
}

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const;
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** Start and end on the zone's clocks, such as “11:50 AM – 12:15 PM” or “9:10 – 9:35 AM”. */
export function timeRange(start: number, end: number, zone: string): string {
  return formatter(zone, TIME).formatRange(start, end);
}

/** One time of day on the zone's clocks, such as “9:10 AM”. */
export function timeOfDay(instant: number, zone: string): string {
  return formatter(zone, TIME).format(instant);
}

/** The calendar day in the zone, `YYYY-MM-DD`: equal exactly when two instants are on the same day there. */
export function dayKey(instant: number, zone: string): string {
  const parts = formatter(zone, DATE).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** The calendar day in the zone in words, such as “Monday, November 10”. */
export function dayName(instant: number, zone: string): string {
  return formatter(zone, DAY).format(instant);
}

/** The zone's short name at an instant, such as “EST” (or “GMT+9” where English has no abbreviation). */
export function zoneName(instant: number, zone: string): string {
  const parts = formatter(zone, { ...TIME, timeZoneName: 'short' }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
