import { alarmName } from '../../../components/alarm-name.ts';
import { Icon } from '../../../components/Icon.tsx';
import { Outcome, useOutcome } from '../../../components/Outcome.tsx';
import { ALARMS, type Alarm } from '../../../lib/own/settings.ts';
import { counted, t } from '../../../lib/text.ts';

interface Props {
  /** How many sessions the file has. */
  count: number;
  alarm: Alarm;
  onAlarm: (alarm: Alarm) => void;
  onCalendar: () => void;
}

/** Saves sessions as a calendar file, with or without reminders. */
export function ShareCalendar({ count, alarm, onAlarm, onCalendar }: Props) {
  const [outcome, run] = useOutcome();
  const save = () =>
    run(() => {
      onCalendar();
      return { done: counted('share.calendarSaved', count) };
    });
  return (
    <section class="part" aria-labelledby="share-calendar">
      <h2 id="share-calendar">{t('share.calendar')}</h2>
      <p class="hint">{t('share.calendarHint')}</p>
      <p class="field">
        <label for="share-alarm">{t('share.alarm')}</label>
        <span class="select">
          <select
            id="share-alarm"
            value={`${alarm}`}
            onChange={({ currentTarget }) => onAlarm(ALARMS.find((one) => `${one}` === currentTarget.value) ?? 0)}
          >
            {ALARMS.map((minutes) => (
              <option key={minutes} value={`${minutes}`}>
                {alarmName(minutes)}
              </option>
            ))}
          </select>
          <Icon shape="chevron" />
        </span>
      </p>
      <p class="presses">
        <button type="button" class="press main" disabled={count === 0} onClick={save}>
          {t('share.download')}
        </button>
      </p>
      <ul class="hint">
        {(['google', 'outlook', 'apple'] as const).map((calendar) => (
          <li key={calendar}>{t(`share.import.${calendar}`)}</li>
        ))}
      </ul>
      <Outcome {...outcome} />
    </section>
  );
}
