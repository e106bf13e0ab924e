import type { Alarm } from '../lib/own/settings.ts';
import { counted, t } from '../lib/text.ts';

/** When a calendar reminds of a session, such as “10 minutes before”. */
export function alarmName(minutes: Alarm): string {
  return minutes === 0 ? t('options.times.alarmNone') : counted('options.times.before', minutes);
}
