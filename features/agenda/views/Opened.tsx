import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SessionBody } from '../../../components/SessionBody.tsx';
import type { SessionDetail } from '../../../lib/guide/detail.ts';
import { t } from '../../../lib/text.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions } from '../list/surface.ts';
import { googleUrl, outlookUrl } from '../share/calendar-links.ts';
import { NoteField } from './NoteField.tsx';

interface Props {
  detail: SessionDetail;
  listed: Listed;
  /** The reader's note, or ''. */
  note: string;
  /** Where the event is held. */
  place: string;
  /** Whether all sessions are over, so that nothing needs planning. */
  isAfter: boolean;
  act: Pick<Actions, 'watched' | 'note'>;
}

/** An open row of the agenda: all that the guide says, and the reader's seen mark and note. */
export function Opened({ detail, listed, note, place, isAfter, act }: Props) {
  const { session, eventName, room, watched } = listed;
  const { id, title } = session;
  const entry = { ...session, speakers: session.speakers.map(({ name }) => name), event: eventName, room };
  const calendars = [
    [t('mine.google'), googleUrl(entry, place)],
    [t('mine.outlook'), outlookUrl(entry, place)],
  ] as const;
  return (
    <>
      <SessionBody detail={isAfter ? { ...detail, overlaps: [] } : detail} />
      <div class="mine">
        <p class="acts">
          <button type="button" class="pill" aria-pressed={watched} onClick={() => act.watched(id)}>
            <Icon shape="check" /> {watched ? t('agenda.seen') : t('agenda.markSeen')}
          </button>
        </p>
        <details open={!isAfter}>
          <summary>
            {t('mine.calendars')} <Icon shape="chevron" />
          </summary>
          <p class="acts">
            {calendars.map(([calendar, href]) => (
              <ExternalLink key={calendar} href={href}>
                {calendar}
                <span class="unseen"> {t('mine.calendarHint', { calendar, title })}</span>
              </ExternalLink>
            ))}
          </p>
        </details>
        <NoteField
          id={id}
          text={note}
          recording={listed.recorded ? listed.watch.url : undefined}
          planned={session.end - session.start}
          onText={(text) => act.note(id, text)}
        />
      </div>
    </>
  );
}
