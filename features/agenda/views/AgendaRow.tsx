import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon.tsx';
import { Star } from '../../../components/Star.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import type { SessionDetail } from '../../../lib/guide/detail.ts';
import { counted, t } from '../../../lib/text.ts';
import { durationText } from '../../../lib/time/duration.ts';
import { isSameDay, shortDay, startAndEnd } from '../../../lib/time/format.ts';
import { dayShift } from '../../../lib/time/zones.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import { Later } from './Later.tsx';

const opened = () => import('./Opened.tsx').then(({ Opened }) => Opened);

/** What every row of the agenda needs. */
export interface RowProps {
  guide: AgendaGuide;
  state: SurfaceState;
  zone: string;
  /** Whether all sessions are over. */
  isAfter: boolean;
  act: Actions;
}

interface Props extends RowProps {
  listed: Listed;
  /** Whether to show its day, because the heading above has none. */
  dated?: boolean;
}

/** A session of the agenda. Its title opens the details. */
export function AgendaRow({ guide, listed, state, zone, isAfter, dated = false, act }: Props) {
  const [open, setOpen] = useState(false);
  const [detail, setDetail] = useState<SessionDetail>();
  const { session, picked, watched } = listed;
  const { id, title, speakers } = session;
  const body = `about-${id}`;
  const toggle = async () => {
    setOpen(!open);
    if (!detail) setDetail(await act.detail(id));
  };
  const names = speakers.map(({ name }) => name).join(', ');
  // Kept, because a key in the search changes only the marks and the gist.
  const [meta, tags, tools] = useMemo(
    () => [
      <p class="meta">
        {dated && <span class="date">{shortDay(session.start, zone)}</span>}
        <When session={session} zone={zone} eventZone={guide.zone} />
        <span class="event">{listed.eventName}</span>
      </p>,
      <Tags listed={listed} isAfter={isAfter} />,
      <p class="tools">
        <Star title={title} picked={picked} onToggle={() => act.pick(id)} />
        <a
          class="sched"
          href={session.url}
          target="_blank"
          rel="noopener noreferrer"
          title={t('agenda.onSched', { title })}
        >
          <Icon shape="out" />
        </a>
      </p>,
    ],
    [guide, listed, zone, isAfter, dated, act, state.settings.hours],
  );
  return (
    <li class={['row', picked && 'picked', watched && 'watched'].filter(Boolean).join(' ')} data-session={id}>
      <div class="what">
        {meta}
        <h3>
          <button type="button" aria-expanded={open} aria-controls={body} onClick={() => void toggle()}>
            {/* Not on the button, where the tooltip would be read out as its description. */}
            <span class="text" title={title}>
              <Hits text={title} state={state} />
            </span>
            <Icon shape="chevron" />
          </button>
        </h3>
        <p class="who">
          <span class="speakers" title={names}>
            <Hits text={names} state={state} />
          </span>
          {listed.room && (
            <span class="room" title={listed.room}>
              {listed.room}
            </span>
          )}
        </p>
        <Gist listed={listed} state={state} />
        {tags}
      </div>
      {tools}
      <div id={body} class="opened" hidden={!open}>
        {detail && open && (
          <Later
            load={opened}
            with={{ detail, listed, note: state.own.notes.get(id)?.text ?? '', place: guide.place, isAfter, act }}
          />
        )}
      </div>
    </li>
  );
}

/** Start and end in the zone, and how far its day is from the event's. */
function When({ session, zone, eventZone }: { session: Listed['session']; zone: string; eventZone: string }) {
  const { start, end } = session;
  const [from, to] = startAndEnd(start, end, zone);
  const shift = dayShift(start, zone, eventZone);
  return (
    <span class="when">
      {from}{' '}
      {shift !== 0 && (
        <span class="shift">{counted(shift > 0 ? 'time.shift' : 'time.shiftBack', Math.abs(shift))} </span>
      )}
      <span class="end">
        {t('agenda.until', { time: to })}
        {!isSameDay(start, end, zone) && <span> {t('time.nextDay')}</span>}
      </span>
    </span>
  );
}

/** The changes on Sched, else why the search found the session, else its takeaway. */
function Gist({ listed: { id, session, says }, state }: { listed: Listed; state: SurfaceState }) {
  const why = state.search?.why(id, state.view.query);
  if (says && says.changes.length > 0) {
    return (
      <>
        {says.changes.map(({ text, urgent }) => (
          <p class={urgent ? 'changed urgent' : 'changed'} key={text}>
            {t('agenda.changed', { change: text })}
          </p>
        ))}
      </>
    );
  }
  if (why) {
    return (
      <p class="reason" title={why.text}>
        <span class="label">{why.label}</span> <Hits text={why.text} state={state} />
      </p>
    );
  }
  return (
    <p class="takeaway" title={session.takeaway}>
      {session.takeaway}
    </p>
  );
}

function Tags({ listed, isAfter }: { listed: Listed; isAfter: boolean }) {
  const { watch, watched, noted, overlaps, session, says } = listed;
  return (
    <p class="tags">
      {watch.url ? (
        <TagLink
          class={`watch ${watch.how}`}
          href={watch.url}
          text={t(`agenda.watch.${watch.how}`)}
          to={session.title}
          play
        />
      ) : (
        isAfter && <span class="watch">{t('agenda.watch.unknown')}</span>
      )}
      {isAfter && <span class="long">{durationText(session.end - session.start)}</span>}
      {watch.slides && <TagLink class="slides" href={watch.slides} text={t('body.link.slides')} to={session.title} />}
      {watched && (
        <span class="done">
          <Icon shape="check" /> {t('agenda.seen')}
        </span>
      )}
      {noted && (
        <span class="noted">
          <Icon shape="note" /> {t('agenda.noted')}
        </span>
      )}
      {says?.saved && <span class="saved">{t('agenda.saved')}</span>}
      {session.changed && !says?.changes.length && <span class="changed">{t('body.changedPost')}</span>}
      {overlaps > 0 && !isAfter && (
        <span class="overlap">
          <Icon shape="overlap" /> {counted('agenda.overlaps', overlaps)}
        </span>
      )}
    </p>
  );
}

interface TagLinkProps {
  class: string;
  href: string;
  text: string;
  /** The title of the session. */
  to: string;
  play?: boolean;
}

/** A link to a recording or to slides, with the session in its accessible name. */
function TagLink({ href, text, to, play = false, ...more }: TagLinkProps) {
  return (
    <a
      {...more}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('agenda.named', { text, title: to })}
    >
      {play && <Icon shape="play" />} {text}
    </a>
  );
}

/** A text with the hits of the search marked. */
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
