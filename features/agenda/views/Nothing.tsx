import type { AgendaGuide } from '../../../data/agenda.ts';
import { t } from '../../../lib/text.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import { clearFilters, isFiltered } from '../list/view.ts';
import { Nearest } from './Nearest.tsx';

interface Props {
  guide: AgendaGuide;
  state: SurfaceState;
  act: Actions;
}

/** Says that nothing was found, and offers what to do. */
export function Nothing({ state, act, guide }: Props) {
  const { view } = state;
  if (view.only.join() === 'picked' && !isFiltered({ ...view, only: [] })) {
    return (
      <div class="none">
        <p>{t('agenda.nonePicked')}</p>
      </div>
    );
  }
  return (
    <div class="none">
      <p>{t('agenda.none')}</p>
      <button type="button" class="pill" onClick={() => act.show(clearFilters(view))}>
        {t('agenda.clearAll')}
      </button>
      {view.query.trim() !== '' && state.search && <Nearest guide={guide} state={state} act={act} />}
    </div>
  );
}
