/** Offsets from UTC in milliseconds, of a zone's printed name and of a zone at an instant. */

/**
 * Hours from UTC of the abbreviations in the time-zone database since 2018, and of a few older ones that pages use. If one
 * has several meanings, the most common.
 */
const HOURS =
  ' UTC+0 GMT+0 Z+0 EST-5 EDT-4 CST-6 CDT-5 MST-7 MDT-6 PST-8 PDT-7 AKST-9 AKDT-8 HST-10 HDT-9 AST-4 ADT-3 NST-3.5 NDT-2.5' +
  ' WET+0 WEST+1 BST+1 IST+5.5 IDT+3 CET+1 CEST+2 EET+2 EEST+3 MSK+3 WAT+1 CAT+2 SAST+2 EAT+3 PKT+5' +
  ' WIB+7 WITA+8 WIT+9 HKT+8 SGT+8 JST+9 KST+9 CHST+10 AWST+8 ACST+9.5 ACDT+10.5 AEST+10 AEDT+11 NZST+12 NZDT+13 SST-11 BRT-3 ';

const MINUTE = 60_000;

/**
 * The offset of a zone's printed name; undefined if the name is unknown.
 * @param short upper case without spaces, such as `EST`, `UTC+5:30` or `+0530`
 */
export function parseOffset(short: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)?([+\u2212-])(\d{1,2}):?(\d\d)?$/u.exec(short) ?? [];
  if (hours) return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  const found = /^[A-Z]+$/u.test(short) && new RegExp(` ${short}([+-]\\S+)`, 'u').exec(HOURS);
  return found ? Number(found[1]) * 60 * MINUTE : undefined;
}

/** Cached, because formatters are slow to create. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A zone's offset at an instant; undefined if there is no such zone. */
export function offsetIn(zone: string, instant: number): number | undefined {
  try {
    let formatter = formatters.get(zone);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
      formatters.set(zone, formatter);
    }
    const parts = formatter.formatToParts(instant);
    return parseOffset(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  } catch {
    // A RangeError: no such zone, or no valid date.
    return undefined;
  }
}
