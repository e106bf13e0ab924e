import { Icon } from '../../../components/Icon.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import { counted, t } from '../../../lib/text.ts';
import { durationText } from '../../../lib/time/duration.ts';
import { dayKey, dayName, timeOfDay } from '../../../lib/time/format.ts';
import { findMoment, type Moment } from '../../../lib/time/moment.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions } from '../list/surface.ts';
import type { View } from '../list/view.ts';

interface Props {
  guide: AgendaGuide;
  listed: readonly Listed[];
  /** Milliseconds since the epoch. */
  now: number;
  zone: string;
  view: View;
  act: Actions;
}

/** The top of the agenda: a countdown, what is on now and next, or what to watch, depending on the time. */
export function Now({ guide, listed, now, zone, view, act }: Props) {
  const moment = findMoment(listed, now, zone, Date.parse(guide.source.published));
  const { heading, body } = describe(moment, { guide, listed, now, zone, view, act });
  return (
    <section class={`now ${moment.kind}`} aria-labelledby="now">
      <h2 id="now">{heading}</h2>
      {body}
    </section>
  );
}

function describe(moment: Moment<Listed>, props: Props): { heading: string; body: preact.ComponentChildren } {
  const { guide, listed, now, zone, view, act } = props;
  switch (moment.kind) {
    case 'before': {
      const [first] = moment.first;
      const start = first?.start ?? now;
      const isToday = moment.days === 0;
      return {
        heading: isToday ? t('now.beginsIn', { time: durationText(start - now) }) : daysText(moment.days),
        body: (
          <>
            {isToday ? (
              <SessionList sessions={moment.first} note={() => t('now.at', { time: timeOfDay(start, zone) })} />
            ) : (
              <p>{t('now.begins', { day: dayName(start, zone), time: timeOfDay(start, zone) })}</p>
            )}
            <button type="button" class="go" onClick={() => act.show({ ...view, days: [moment.plan] })}>
              {t('now.plan', { day: dayName(start, zone) })}
            </button>
          </>
        ),
      };
    }
    case 'on':
      return {
        heading: t('now.on'),
        body: (
          <>
            <SessionList sessions={moment.on} note={({ end }) => t('now.left', { time: durationText(end - now) })} />
            <Following sessions={moment.next} now={now} zone={zone} />
          </>
        ),
      };
    case 'between':
      return { heading: t('now.pause'), body: <Following sessions={moment.next} now={now} zone={zone} /> };
    case 'overnight':
      return {
        heading: t('now.overnight'),
        body: <Following sessions={moment.next} now={now} zone={zone} days={moment.days} />,
      };
    case 'after':
      return {
        // Other sessions of the event may still run.
        heading: t(dayKey(now, guide.zone) > guide.lastDay ? 'now.after' : 'now.afterGuide'),
        body: <WatchNext listed={listed} view={view} act={act} />,
      };
    case 'odd': {
      const shown = Number.isFinite(now) && Math.abs(now) <= 8.64e15 ? now : 0;
      const year = new Date(shown).getUTCFullYear();
      return { heading: guide.name, body: <p>{t('now.odd', { day: dayName(shown, zone), year: String(year) })}</p> };
    }
  }
}

function daysText(days: number): string {
  return days === 1 ? t('now.tomorrow') : counted('now.countdown', days);
}

function Following({
  sessions,
  now,
  zone,
  days = 0,
}: {
  sessions: readonly Listed[];
  now: number;
  zone: string;
  days?: number;
}) {
  const [first] = sessions;
  if (!first) return <p>{t('now.last')}</p>;
  const time = timeOfDay(first.start, zone);
  const day = days === 1 ? t('now.tomorrow') : dayName(first.start, zone);
  return (
    <>
      <h3>{days > 0 ? t('now.atDay', { day, time }) : t('now.nextIn', { time: durationText(first.start - now) })}</h3>
      <SessionList sessions={sessions} note={() => (days > 0 ? '' : t('now.at', { time }))} />
    </>
  );
}

function SessionList({ sessions, note }: { sessions: readonly Listed[]; note: (session: Listed) => string }) {
  return (
    <ul>
      {sessions.map((one) => (
        <li key={one.id}>
          <a href={one.session.url} target="_blank" rel="noopener noreferrer">
            {one.session.title}
          </a>{' '}
          <span class="where">{[one.eventName, one.room, note(one)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** The reader's progress and what to watch next, after the event. */
function WatchNext({ listed, view, act }: Pick<Props, 'listed' | 'view' | 'act'>) {
  const seen = listed.filter(({ watched }) => watched).length;
  const progress = t('now.progress', { seen, all: listed.length });
  const next = nextToWatch(listed);
  return (
    <>
      <p class="progress">
        {progress} <progress aria-label={progress} max={listed.length} value={seen} />
      </p>
      <p class="acts">
        {next?.watch.url ? (
          <a class="go" href={next.watch.url} target="_blank" rel="noopener noreferrer">
            <Icon shape="play" />{' '}
            <span class="text" title={next.session.title}>
              {next.session.title}
            </span>
          </a>
        ) : (
          <span>{listed.some(({ watch }) => watch.url) ? t('now.allSeen') : t('now.none')}</span>
        )}
        <button type="button" class="plan" onClick={() => act.show({ ...view, tab: 'catch-up' })}>
          {t('now.catchUp')}
        </button>
      </p>
    </>
  );
}

/** The first session that the reader has not seen: with a recording, else in a playlist. */
function nextToWatch(listed: readonly Listed[]): Listed | undefined {
  const left = listed.filter(({ watched, watch }) => watch.url && !watched);
  return left.find(({ recorded }) => recorded) ?? left[0];
}
