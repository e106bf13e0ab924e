/** The tab “Catch up”, which needs the whole guide. */
import { guide } from '../../../data/index.ts';
import type { Actions } from '../list/surface.ts';
import type { LaterTab } from '../views/Agenda.tsx';
import { CatchUp } from './CatchUp.tsx';

export function catchUpTab(act: Pick<Actions, 'prefer' | 'watched'>): LaterTab {
  return ({ state }) => (
    <CatchUp
      guide={guide}
      plan={state.settings.plan}
      watched={state.own.watched}
      seen={state.pages}
      now={state.now}
      // Not state.now, which is up to a minute old: sessions marked as seen since then are not part of this plan.
      onPlan={(plan) => act.prefer('plan', plan && { ...plan, at: Date.now() })}
      onWatched={act.watched}
    />
  );
}
