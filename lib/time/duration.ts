/** Formats durations. */
import { counted, t } from '../text.ts';

const MINUTE = 60_000;
const HOUR = 60;

/** A duration in milliseconds as text, such as “25 min” or “2 h 5 min”. Rounded up, so that it never says too little. */
export function durationText(length: number): string {
  const all = Math.max(0, Math.ceil(length / MINUTE));
  const hours = Math.floor(all / HOUR);
  const minutes = all % HOUR;
  if (hours === 0) return counted('time.minutes', minutes);
  if (minutes === 0) return counted('time.hours', hours);
  return t('time.both', { hours: counted('time.hours', hours), minutes: counted('time.minutes', minutes) });
}
