/** The tab that plans what to watch and read, which needs the whole guide. */

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
      // The clock of the surface moves on by the minute; what was watched since belongs to no plan made now.
      onPlan={(plan) => act.prefer('plan', plan && { ...plan, at: Date.now() })}
      onWatched={act.watched}
    />
  );
}
