import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import { counted, t } from '../../../lib/text.ts';
import { dayName, zoneName } from '../../../lib/time/format.ts';
import { splitNow } from '../../../lib/time/moment.ts';
import type { Listed } from '../list/listed.ts';
import { rowsOf } from '../list/rows.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import { isFiltered } from '../list/view.ts';
import { DayRow } from './DayRow.tsx';

/** Rows that are drawn at once: a popup shows six. A tall page has room for more, which follow in its next frame. */
const FIRST = 20;
/** Rows that are added when the reader comes near the end. */
const FURTHER = 200;
/** On paper. */
const EVERYTHING = Number.POSITIVE_INFINITY;

interface Props {
  guide: AgendaGuide;
  /** What the view shows, in order of time. */
  shown: readonly Listed[];
  state: SurfaceState;
  zone: string;
  act: Actions;
}

/** One list over all Sched sites, by day; during the event what is over stands at its end. */
export function Days(props: Props) {
  const { shown, state } = props;
  const [limit, end] = useLimit(shown.length);
  const { ahead, over } = splitNow(shown, state.now);
  if (shown.length === 0) return <Nothing view={state.view} />;
  // Where the drawn rows end; in the closed part nothing comes near it.
  const more = (
    <p ref={end} class="wait">
      {t('agenda.more')}
    </p>
  );
  return (
    <>
      <ByDay {...props} of={ahead.slice(0, limit)} />
      {limit < ahead.length && more}
      {over.length > 0 && (
        <details class="over" open={limit === EVERYTHING}>
          <summary>
            {counted('agenda.over', over.length)} <Icon shape="chevron" />
          </summary>
          <ByDay {...props} of={over.slice(0, Math.max(0, limit - ahead.length))} was />
          {ahead.length <= limit && limit < shown.length && more}
        </details>
      )}
    </>
  );
}

/** How many rows are drawn: more when the mark at their end comes near, all for printing. */
function useLimit(all: number) {
  const [limit, setLimit] = useState(FIRST);
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const everything = () => setLimit(EVERYTHING);
    addEventListener('beforeprint', everything);
    return () => removeEventListener('beforeprint', everything);
  }, []);
  useEffect(() => {
    if (!end.current) return;
    const further = ([entry]: IntersectionObserverEntry[]) => entry?.isIntersecting && setLimit(limit + FURTHER);
    const near = new IntersectionObserver(further, { rootMargin: '1000px' });
    near.observe(end.current);
    return () => near.disconnect();
  }, [limit, all]);
  return [limit, end] as const;
}

function ByDay({ of, was = false, ...props }: Props & { of: readonly Listed[]; was?: boolean }) {
  const { zone } = props;
  const days = Map.groupBy(of, ({ day }) => day);
  return (
    <>
      {[...days].map(([day, listed]) => {
        const start = listed[0]?.start ?? 0;
        const heading = `${was ? 'was' : 'day'}-${day}`;
        return (
          <section class="day" key={day} aria-labelledby={heading}>
            <h2 id={heading}>
              {dayName(start, zone)}{' '}
              <span class="count">{counted('agenda.day', listed.length, { zone: zoneName(start, zone) })}</span>
            </h2>
            <ul>
              {rowsOf(listed).map((row) => (
                <DayRow key={row.sessions[0]?.id} {...props} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Nothing({ view }: { view: SurfaceState['view'] }) {
  const picksOnly = view.only.join() === 'picked' && !isFiltered({ ...view, only: [] });
  return (
    <div class="none">
      <p>{picksOnly ? t('agenda.nonePicked') : t('agenda.none')}</p>
      {!picksOnly && <p>{t('agenda.noneHint')}</p>}
    </div>
  );
}
