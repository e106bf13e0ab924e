import type { AgendaGuide } from '../../../data/agenda.ts';
import type { Own } from '../../../lib/own/own.ts';
import { vanishedSessions } from '../../../lib/own/vanished.ts';
import { t } from '../../../lib/text.ts';
import type { Actions } from '../list/surface.ts';

interface Props {
  guide: AgendaGuide;
  own: Own;
  act: Pick<Actions, 'forget'>;
}

/** The reader's records of sessions that the guide no longer has. */
export function Gone({ guide, own, act }: Props) {
  const gone = vanishedSessions(own, new Set(guide.sessions.map(({ id }) => id)));
  if (gone.length === 0) return null;
  return (
    <section class="day gone" aria-labelledby="gone">
      <h2 id="gone">{t('gone.title')}</h2>
      <p class="hint">{t('gone.hint')}</p>
      <ul>
        {gone.map(({ id, title, picked, watched, note }) => {
          const name = title ?? t('gone.unnamed', { id });
          const was = [picked && t('gone.picked'), watched && t('gone.watched')].filter(Boolean).join(', ');
          return (
            <li class="row" key={id} data-session={id}>
              <div class="what">
                <h3>{name}</h3>
                {was && <p class="who">{was}</p>}
                {note && <p class="takeaway">{t('gone.note', { text: note })}</p>}
              </div>
              <button
                type="button"
                class="quiet"
                aria-label={t('gone.forget', { title: name })}
                onClick={() => act.forget(id)}
              >
                {t('gone.remove')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
