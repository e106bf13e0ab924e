import { useMemo, useRef } from 'preact/hooks';
import type { Guide } from '../../../data/index.ts';
import type { Plan } from '../../../lib/own/settings.ts';
import { counted, t } from '../../../lib/text.ts';
import { durationText } from '../../../lib/time/duration.ts';
import { CatchUpAsk } from './CatchUpAsk.tsx';
import { CatchUpItems } from './CatchUpItems.tsx';
import { CatchUpPath } from './CatchUpPath.tsx';
import { makePlan } from './plan.ts';

interface Props {
  guide: Guide;
  /** What the reader wants to catch up on; undefined at first. */
  plan: Plan | undefined;
  /** When sessions were watched, by id; instants are milliseconds since the epoch. */
  watched: ReadonlyMap<string, { at: number }>;
  /** What was read from Sched's pages, by session id. */
  seen: ReadonlyMap<string, { video?: string | undefined }>;
  onPlan: (plan: Plan | undefined) => void;
  /** Adds or removes a seen mark. */
  onWatched: (id: string) => void;
  /** Milliseconds since the epoch. */
  now: number;
}

/** A list to watch and read in the time available, and the learning path through all sessions. */
export function CatchUp({ guide, plan, watched, seen, onPlan, onWatched, now }: Props) {
  const list = useMemo(() => plan && makePlan(guide, plan, watched, seen), [guide, plan, watched, seen]);
  const top = useRef<HTMLHeadingElement>(null);
  /** Starts another plan. The button for it disappears with its list, so the focus moves to the heading. */
  const begin = (another: Plan | undefined) => {
    top.current?.focus();
    onPlan(another);
  };
  const goal = guide.goals.find(({ id }) => id === plan?.goal);
  let status = t('catchUp.hint');
  if (plan && list) {
    if (list.items.length > 0)
      status = counted('catchUp.made', list.items.length, { time: formatDuration(list.minutes) });
    else if (list.skipped.length > 0) status = t('catchUp.tooShort', { time: formatDuration(plan.minutes) });
    else status = t('catchUp.nothing');
  }
  return (
    <section class="catch-up" aria-labelledby="catch-up">
      <h2 id="catch-up" ref={top} tabIndex={-1}>
        {t('catchUp.label')}
      </h2>
      <CatchUpAsk goals={guide.goals} plan={plan} goal={goal?.id} onPlan={(asked) => onPlan({ ...asked, at: now })} />
      {/* Announces a new list, not progress: the buttons announce that. */}
      <p class="made" role="status">
        {status}
      </p>
      {plan && list && list.items.length > 0 && (
        <CatchUpItems
          list={list}
          goal={goal?.label}
          events={guide.events}
          onWatched={onWatched}
          onMore={() => begin({ ...plan, at: now })}
          onAgain={() => begin(undefined)}
        />
      )}
      <CatchUpPath guide={guide} watched={watched} />
    </section>
  );
}

function formatDuration(minutes: number): string {
  return durationText(minutes * 60_000);
}
