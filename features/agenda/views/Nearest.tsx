import type { AgendaGuide } from '../../../data/agenda.ts';
import { t } from '../../../lib/text.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import { EVERYTHING } from '../list/view.ts';

interface Props {
  guide: AgendaGuide;
  state: SurfaceState;
  act: Pick<Actions, 'show'>;
}

/** Sessions close to a search that found nothing. A press searches for one of them. */
export function Nearest({ guide, state: { view, search }, act }: Props) {
  const near = search?.nearest(view.query) ?? [];
  const sessions = near.flatMap((id) => guide.sessions.find((session) => session.id === id) ?? []);
  if (sessions.length === 0) return null;
  return (
    <div class="nearest">
      <h3>{t('agenda.nearest')}</h3>
      <ul>
        {sessions.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => act.show({ ...EVERYTHING, tab: view.tab, query: title })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
