import { useState } from 'preact/hooks';
import { t } from '../lib/text.ts';
import { zoneNames } from '../lib/time/zones.ts';

export interface ShownZone {
  /** What the reader chose: `event`, `mine` or an IANA zone. */
  choice: string;
  /** The IANA zone of the times that are shown. */
  shown: string;
  /** A chosen zone that the browser does not know. The event's zone is shown then. */
  unknown?: string | undefined;
  /** The device's zone. */
  mine: string;
}

interface Props {
  /** The event's IANA zone. */
  event: string;
  zone: ShownZone;
  act: { prefer: (name: 'zone', value: string) => void };
}

/** Chooses the time zone: the event's, the device's or any other. */
export function ZoneChoice({ event, zone, act }: Props) {
  const { choice, unknown, mine } = zone;
  // About 400 names: listed when the reader opens the list.
  const [all, setAll] = useState<string[]>([]);
  const list = () => all.length === 0 && setAll(zoneNames());
  // Browsers know some names that they don't list.
  const others = choice === 'event' || choice === 'mine' || all.includes(choice) ? all : [choice, ...all];
  return (
    <div class="zone">
      <label>
        {t('zone.label')}{' '}
        <select
          value={choice}
          onFocus={list}
          onPointerDown={list}
          onChange={({ currentTarget }) => act.prefer('zone', currentTarget.value)}
        >
          <option value="event">{t('zone.event', { zone: zoneLabel(event) })}</option>
          <option value="mine">{t('zone.mine', { zone: zoneLabel(mine) })}</option>
          <optgroup label={t('zone.others')}>
            {others.map((name) => (
              <option key={name} value={name}>
                {zoneLabel(name)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {unknown !== undefined && <p class="unknown">{t('zone.unknown', { zone: unknown })}</p>}
    </div>
  );
}

/** A zone's name as people write it, such as `America/New York`. */
export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}
