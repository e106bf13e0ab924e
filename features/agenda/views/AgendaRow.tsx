import { useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon.tsx';
import { Star } from '../../../components/Star.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import type { SessionDetail } from '../../../lib/guide/detail.ts';
import { counted, t } from '../../../lib/text.ts';
import { timeOfDay } from '../../../lib/time/format.ts';
import { dayShift, endShift } from '../../../lib/time/zones.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import { Later } from './Later.tsx';

const opened = () => import('./Opened.tsx').then(({ Opened }) => Opened);

/** What every row of the agenda needs. */
export interface RowProps {
  guide: AgendaGuide;
  state: SurfaceState;
  zone: string;
  act: Actions;
}

interface Props extends RowProps {
  listed: Listed;
}

/** One session of the agenda; its title opens the rest. */
export function AgendaRow({ guide, listed, state, zone, act }: Props) {
  const [open, setOpen] = useState(false);
  const [detail, setDetail] = useState<SessionDetail>();
  const { session, picked, watched, says } = listed;
  const { id, title, speakers, takeaway } = session;
  const body = `about-${id}`;
  const toggle = async () => {
    setOpen(!open);
    if (!detail) setDetail(await act.detail(id));
  };
  return (
    <li class={['row', picked && 'picked', watched && 'watched'].filter(Boolean).join(' ')} data-session={id}>
      <When session={session} zone={zone} eventZone={guide.zone} />
      <div class="what">
        <Tags listed={listed} />
        <h3>
          <button type="button" aria-expanded={open} aria-controls={body} onClick={() => void toggle()}>
            <Hits text={title} state={state} />
            <Icon shape="chevron" />
          </button>
        </h3>
        <p class="speakers">
          <Hits text={speakers.map(({ name }) => name).join(', ')} state={state} />
        </p>
        {says && (says.room || says.saved) && (
          <p class="seen">{[says.room, says.saved && t('agenda.saved')].filter(Boolean).join(', ')}</p>
        )}
        {says?.changes.map((change) => (
          <p class="changed" key={change}>
            {t('agenda.changed', { change })}
          </p>
        ))}
        <p class="takeaway">{takeaway}</p>
      </div>
      <p class="tools">
        <Star title={title} picked={picked} onToggle={() => act.pick(id)} />
        <a class="sched" href={session.url} target="_blank" rel="noopener noreferrer" title={t('agenda.onSched')}>
          <Icon shape="out" />
          <span class="unseen">{t('agenda.onSchedOf', { title })}</span>
        </a>
      </p>
      <div id={body} class="opened" hidden={!open}>
        {detail && open && (
          <Later
            load={opened}
            with={{ detail, listed, note: state.own.notes.get(id)?.text ?? '', place: guide.place, act }}
          />
        )}
      </div>
    </li>
  );
}

/** Start and end on the zone's clocks, and the day where it is another one than at the event. */
function When({ session, zone, eventZone }: { session: Listed['session']; zone: string; eventZone: string }) {
  const { start, end } = session;
  const shift = dayShift(start, zone, eventZone);
  return (
    <p class="when">
      {timeOfDay(start, zone)}{' '}
      {shift !== 0 && (
        <span class="shift">{counted(shift > 0 ? 'time.shift' : 'time.shiftBack', Math.abs(shift))} </span>
      )}
      <span class="end">
        {t('agenda.until', { time: timeOfDay(end, zone) })}
        {endShift(start, end, zone) > 0 && <span> {t('time.nextDay')}</span>}
      </span>
    </p>
  );
}

function Tags({ listed: { eventName, watch, watched, noted, overlaps, session, says } }: { listed: Listed }) {
  const told = watch.how !== 'unknown';
  return (
    <p class="tags">
      <span class="event">{eventName}</span>
      {watched && (
        <span class="done">
          <Icon shape="check" /> {t('agenda.seen')}
        </span>
      )}
      <span class={told ? `watch ${watch.how}` : 'watch'}>
        {told && <Icon shape="play" />} {t(`agenda.watch.${watch.how}`)}
      </span>
      {watch.slides && <span class="slides">{t('agenda.slides')}</span>}
      {session.changed && !says?.changes.length && <span class="changed">{t('agenda.changedGuide')}</span>}
      {noted && (
        <span class="noted">
          <Icon shape="note" /> {t('agenda.noted')}
        </span>
      )}
      {overlaps > 0 && (
        <span class="overlap">
          <Icon shape="overlap" /> {counted('agenda.overlaps', overlaps)}
        </span>
      )}
    </p>
  );
}

/** A text with what the search found in it. */
function Hits({ text, state: { view, search } }: { text: string; state: SurfaceState }) {
  if (view.query === '' || !search) return <>{text}</>;
  let from = 0;
  const parts = search.hits(text, view.query).flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <mark>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
