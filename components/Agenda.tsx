import type { AgendaGuide } from '../data/agenda.ts';
import { daysOf, phaseOf } from '../lib/agenda.ts';
import type { SessionDetail } from '../lib/detail.ts';
import { dayName, zoneName } from '../lib/format.ts';
import type { Settings, Switch } from '../lib/settings.ts';
import { AgendaRow, type SeenSession } from './AgendaRow.tsx';
import { Icon } from './Icon.tsx';
import { Out } from './SessionBody.tsx';
import { Switches } from './Switches.tsx';
import { WatchFirst } from './WatchFirst.tsx';

interface Props {
  guide: AgendaGuide;
  /** Milliseconds since the epoch. */
  now: number;
  picked: ReadonlySet<string>;
  /** What Sched's pages were seen to say, by session id. */
  seen: ReadonlyMap<string, SeenSession>;
  /** What went wrong and what became of it; shown until the reader dismisses it. */
  notice?: string | undefined;
  settings: Settings;
  onTurn: (which: Switch, on: boolean) => void;
  onDismiss: () => void;
  onPick: (id: string) => void;
  /** The longer texts of a session. */
  detail: (id: string) => Promise<SessionDetail>;
}

/** One list over all Sched sites of the guide, by day. */
export function Agenda({ guide, now, picked, seen, notice, settings, onTurn, onDismiss, onPick, detail }: Props) {
  const over = phaseOf(guide.sessions, now) === 'after';
  return (
    <>
      <header class="head">
        <h1>
          <Icon shape="hexagon" /> {guide.subject} Session Guide
        </h1>
        <p>{guide.name}</p>
      </header>
      {notice && (
        <div class="notice" role="alert">
          <p>{notice}</p>
          <button type="button" onClick={onDismiss}>
            Understood
          </button>
        </div>
      )}
      {over && <WatchFirst guide={guide} />}
      {daysOf(guide.sessions, guide.zone).map(({ key, sessions }) => (
        <section class="day" key={key} aria-labelledby={`day-${key}`}>
          <h2 id={`day-${key}`}>
            {dayName(sessions[0]?.start ?? 0, guide.zone)}
            <span class="count">
              {sessions.length === 1 ? '1 session' : `${sessions.length} sessions`}, times in{' '}
              {zoneName(sessions[0]?.start ?? 0, guide.zone)}
            </span>
          </h2>
          <ul>
            {sessions.map((session) => (
              <AgendaRow
                key={session.id}
                guide={guide}
                session={session}
                picked={picked.has(session.id)}
                seen={seen.get(session.id)}
                onPick={() => onPick(session.id)}
                detail={detail}
              />
            ))}
          </ul>
        </section>
      ))}
      <footer class="foot">
        <Switches settings={settings} sites={guide.sites} subject={guide.subject} onTurn={onTurn} />
        <p>
          Unofficial: not affiliated with Sched, the CNCF or {guide.subject}. Made from{' '}
          <Out href={guide.source.url}>the community’s post</Out>, in our own words.
        </p>
      </footer>
    </>
  );
}
