import { alarmName } from '../../../components/alarm-name.ts';
import { ZoneChoice } from '../../../components/ZoneChoice.tsx';
import { ALARMS, type Choices, HOURS } from '../../../lib/own/settings.ts';
import { t } from '../../../lib/text.ts';
import { dayTimeIn } from '../../../lib/time/format.ts';
import { resolveZone } from '../../../lib/time/zones.ts';
import { Choice } from './OptionsChoice.tsx';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions } from './OptionsState.ts';

interface Props {
  chosen: Pick<Choices, 'zone' | 'hours' | 'alarm'>;
  /** The event's IANA zone, and the device's. */
  event: string;
  mine: string;
  /** The session whose time is the example; milliseconds since the epoch. */
  first: { start: number; end: number } | undefined;
  act: Pick<OptionsActions, 'prefer'>;
}

/** Time zone, clock and calendar reminder. */
export function OptionsTimes({ chosen, event, mine, first, act }: Props) {
  const { zone, unknown } = resolveZone(chosen.zone, event, mine);
  return (
    <Section id="times" title={t('options.times.title')}>
      <ZoneChoice event={event} zone={{ choice: chosen.zone, shown: zone, unknown, mine }} act={act} />
      <Choice
        legend={t('options.times.hours')}
        name="hours"
        values={HOURS}
        label={hoursName}
        chosen={chosen.hours}
        onChoose={(hours) => act.prefer('hours', hours)}
      />
      {first && <p class="hint">{t('options.times.example', { when: dayTimeIn(first.start, first.end, zone) })}</p>}
      <label class="field">
        {t('options.times.alarm')}{' '}
        <select
          value={String(chosen.alarm)}
          aria-describedby="alarm-hint"
          onChange={({ currentTarget }) => {
            const alarm = ALARMS.find((minutes) => String(minutes) === currentTarget.value);
            if (alarm !== undefined) act.prefer('alarm', alarm);
          }}
        >
          {ALARMS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {alarmName(minutes)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint" id="alarm-hint">
        {t('options.times.alarmHint')}
      </p>
    </Section>
  );
}

/** The name of a clock, with an example. */
export function hoursName(hours: Choices['hours']): string {
  return t(hours === 24 ? 'options.times.hours24' : 'options.times.hours12');
}
