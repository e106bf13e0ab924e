import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon.tsx';
import type { ShownZone } from '../../../components/ZoneChoice.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import { counted, t } from '../../../lib/text.ts';
import { dayName, zoneName } from '../../../lib/time/format.ts';
import { splitNow } from '../../../lib/time/moment.ts';
import type { Listed } from '../list/listed.ts';
import { toRows } from '../list/rows.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import type { Order, View } from '../list/view.ts';
import { AgendaRow } from './AgendaRow.tsx';
import { DayRow } from './DayRow.tsx';
import { Later } from './Later.tsx';

const zones = () => import('../../../components/ZoneChoice.tsx').then(({ ZoneChoice }) => ZoneChoice);
const nothing = () => import('./Nothing.tsx').then(({ Nothing }) => Nothing);

/** Rows to render at once. Tall pages have room for more, which follow in the next frame. */
const FIRST = 20;
/** Rows to add when the reader gets near the end. */
const FURTHER = 200;
/** The limit for printing. */
const EVERYTHING = Number.POSITIVE_INFINITY;

interface Props {
  guide: AgendaGuide;
  /** The sessions that the view shows, in order of time. */
  shown: readonly Listed[];
  state: SurfaceState;
  zone: string;
  /** How the zone was chosen. */
  choice: ShownZone;
  order: Order;
  /** Whether to show overlaps and gaps: before and during the event, if whole days are shown. */
  plans: boolean;
  /** Whether all sessions are over. */
  isAfter: boolean;
  /** Rows to render at once. */
  rows?: number | undefined;
  act: Actions;
}

/** The list over all Sched sites, by day or recordings first. During the event, sessions that are over come last. */
export function Days(props: Props) {
  const { shown, state, rows = FIRST } = props;
  const [limit, end] = useLimit(rows, shown.length, state.view);
  if (shown.length === 0) return <Later load={nothing} with={props} />;
  const isFirst = props.order === 'recorded';
  const recorded = isFirst ? shown.filter((one) => one.recorded) : [];
  const { ahead, over } = splitNow(isFirst ? shown.filter((one) => !one.recorded) : shown, state.now);
  const rest = Math.max(0, limit - recorded.length);
  // The end of the rendered rows. Inside closed details it is never near, so it loads nothing there.
  const more = (
    <p ref={end} class="wait">
      {t('agenda.more')}
    </p>
  );
  return (
    <>
      {recorded.length > 0 && <Recorded {...props} sessions={recorded} limit={limit} />}
      <ByDay {...props} sessions={ahead} limit={rest} isSecond={recorded.length > 0} />
      {limit < recorded.length + ahead.length && more}
      {over.length > 0 && (
        <details class="over" open={limit === EVERYTHING}>
          <summary>
            {counted('agenda.over', over.length)} <Icon shape="chevron" />
          </summary>
          <ByDay
            {...props}
            sessions={over}
            limit={Math.max(0, rest - ahead.length)}
            isOver
            isSecond={ahead.length > 0}
          />
          {recorded.length + ahead.length <= limit && limit < shown.length && more}
        </details>
      )}
    </>
  );
}

/** How many rows to render: more when their end is near the viewport, all for printing, and the first ones of a new view. */
function useLimit(first: number, all: number, view: View) {
  const [last, setLast] = useState({ view, limit: first });
  const limit = last.view === view ? last.limit : first;
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const show = (rows: number) => setLast({ view, limit: rows });
    const everything = () => show(EVERYTHING);
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && show(limit + FURTHER), {
      rootMargin: '1000px',
    });
    if (end.current) near.observe(end.current);
    addEventListener('beforeprint', everything);
    return () => {
      near.disconnect();
      removeEventListener('beforeprint', everything);
    };
  }, [limit, all, view]);
  return [limit, end] as const;
}

interface PartProps extends Props {
  /** The sessions of this part. */
  sessions: readonly Listed[];
  /** How many of them to render. Headings count all. */
  limit: number;
}

/** The sessions with a recording, of all days. */
function Recorded({ sessions, limit, ...props }: PartProps) {
  return (
    <section class="day" aria-labelledby="recorded">
      <ListHead {...props} id="recorded" name={t('find.recorded')} sessions={sessions} isFirst />
      <ul>
        {sessions.slice(0, limit).map((listed) => (
          <AgendaRow key={listed.id} {...props} listed={listed} dated />
        ))}
      </ul>
    </section>
  );
}

function ByDay({
  sessions,
  limit,
  isOver = false,
  isSecond,
  ...props
}: PartProps & { isOver?: boolean; isSecond: boolean }) {
  const { zone, plans } = props;
  let left = limit;
  return (
    <>
      {[...Map.groupBy(sessions, ({ day }) => day)].map(([day, whole], index) => {
        const listed = whole.slice(0, left);
        left = Math.max(0, left - whole.length);
        if (listed.length === 0) return null;
        const heading = `${isOver ? 'over' : 'day'}-${day}`;
        return (
          <section class="day" key={day} aria-labelledby={heading}>
            <ListHead
              {...props}
              id={heading}
              name={dayName(listed[0]?.start ?? 0, zone)}
              sessions={whole}
              isFirst={index === 0 && !isSecond}
            />
            <ul>
              {plans
                ? toRows(listed).map((row) => <DayRow key={row.sessions[0]?.id} {...props} row={row} />)
                : listed.map((one) => <AgendaRow key={one.id} {...props} listed={one} />)}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** The heading of a part of the list. The first one also has the buttons for order, time zone and printing. */
function ListHead({
  sessions,
  id,
  name,
  isFirst,
  order,
  zone,
  choice,
  state,
  guide,
  act,
}: Omit<PartProps, 'limit'> & { id: string; name: string; isFirst: boolean }) {
  // Opens at once if the browser does not know the chosen zone.
  const [open, setOpen] = useState(choice.unknown !== undefined);
  // Two if clocks change between the first session and the last.
  const names = new Set([sessions[0], sessions.at(-1)].map((one) => zoneName(one?.start ?? 0, zone)));
  const times = t('agenda.times', { zone: [...names].join(' / ') });
  return (
    <div class="list-head">
      <h2 id={id}>
        {name} <span class="count">{counted('agenda.sessions', sessions.length)}</span>
      </h2>
      {isFirst ? (
        <p class="controls">
          <button
            type="button"
            onClick={() => act.show({ ...state.view, order: order === 'recorded' ? 'day' : 'recorded' })}
          >
            {t(order === 'recorded' ? 'agenda.byDay' : 'agenda.recordedFirst')}
          </button>
          <button type="button" aria-expanded={open} aria-controls="zone" onClick={() => setOpen(!open)}>
            {times} <Icon shape="chevron" />
          </button>
          <button type="button" onClick={() => act.open('print')}>
            {t('agenda.print')}
          </button>
        </p>
      ) : (
        <span class="count">{times}</span>
      )}
      {isFirst && (
        <div id="zone" hidden={!open}>
          {open && <Later load={zones} with={{ event: guide.zone, zone: choice, act }} />}
        </div>
      )}
    </div>
  );
}
