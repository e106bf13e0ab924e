/** The confirmation of a choice. */
import { alarmName } from '../../components/alarm-name.ts';
import { zoneLabel } from '../../components/ZoneChoice.tsx';
import type { Choices } from '../../lib/own/settings.ts';
import { t } from '../../lib/text.ts';
import { hoursName } from './views/OptionsTimes.tsx';

/**
 * What was just chosen, with the names on the page, such as “Theme: Dark”.
 * @param zones the event's IANA zone, and the device's
 */
export function chosenText(
  name: keyof Choices,
  { theme, accent, zone, hours, alarm, sync }: Choices,
  zones: { event: string; mine: string },
): string {
  const saved = (what: string, value: string) => t('options.saved', { what, value });
  if (name === 'theme') return saved(t('options.look.theme'), t(`options.look.${theme}`));
  if (name === 'accent') return saved(t('options.look.accent'), t(`options.look.${accent}`));
  if (name === 'alarm') return saved(t('options.times.alarm'), alarmName(alarm));
  if (name === 'hours') return saved(t('options.times.hours'), hoursName(hours));
  if (name === 'zone') return saved(t('zone.label'), zoneText(zone, zones));
  return t(sync ? 'options.turnedOn' : 'options.turnedOff', { name: t('options.sync.title') });
}

function zoneText(zone: string, { event, mine }: { event: string; mine: string }): string {
  if (zone === 'event') return t('zone.event', { zone: zoneLabel(event) });
  return zone === 'mine' ? t('zone.mine', { zone: zoneLabel(mine) }) : zoneLabel(zone);
}
