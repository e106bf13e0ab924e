import { useState } from 'preact/hooks';
import type { AgendaGuide, AgendaSession } from '../data/agenda.ts';
import { overlapsOf, recordingOf } from '../lib/agenda.ts';
import type { SessionDetail } from '../lib/detail.ts';
import { timeOfDay } from '../lib/format.ts';
import { Icon } from './Icon.tsx';
import { SessionBody } from './SessionBody.tsx';
import { Star } from './Star.tsx';

/** What Sched's own page was seen to say of a session. */
export interface SeenSession {
  room?: string | undefined;
  /** The reader's star on Sched. */
  saved: boolean;
  /** Where the page differs from the guide, a line each. */
  changes: readonly string[];
}

interface Props {
  guide: AgendaGuide;
  session: AgendaSession;
  picked: boolean;
  seen: SeenSession | undefined;
  onPick: () => void;
  /** The longer texts, which are not there at the first paint. */
  detail: (id: string) => Promise<SessionDetail>;
}

/** One session of the agenda; its title opens the rest. */
export function AgendaRow({ guide, session, picked, seen, onPick, detail }: Props) {
  const [open, setOpen] = useState(false);
  const [texts, setTexts] = useState<SessionDetail>();
  const { id, title, start, end, speakers, takeaway } = session;
  const overlaps = overlapsOf(session, guide.sessions).length;
  const body = `about-${id}`;
  const toggle = async () => {
    setOpen(!open);
    if (!texts) setTexts(await detail(id));
  };
  return (
    <li class="row" data-session={id}>
      <p class="when">
        {timeOfDay(start, guide.zone)} <span class="end">to {timeOfDay(end, guide.zone)}</span>
      </p>
      <div class="what">
        <p class="tags">
          <span class="event">{guide.events.find((event) => event.id === session.event)?.name}</span>
          {recordingOf(session) && (
            <span class="recorded">
              <Icon shape="play" /> Recorded
            </span>
          )}
          {overlaps > 0 && (
            <span class="overlap">
              <Icon shape="overlap" /> Overlaps {overlaps === 1 ? '1 other' : `${overlaps} others`}
            </span>
          )}
        </p>
        <h3>
          <button type="button" aria-expanded={open} aria-controls={body} onClick={() => void toggle()}>
            {title}
            <Icon shape="chevron" />
          </button>
        </h3>
        <p class="speakers">{speakers.map(({ name }) => name).join(', ')}</p>
        {seen && (seen.room || seen.saved) && (
          <p class="seen">{[seen.room, seen.saved && 'in your Sched'].filter(Boolean).join(', ')}</p>
        )}
        {seen?.changes.map((change) => (
          <p class="changed" key={change}>
            Changed since the guide: {change}
          </p>
        ))}
        <p class="takeaway">{takeaway}</p>
      </div>
      <p class="tools">
        <Star title={title} picked={picked} onToggle={onPick} />
        <a class="sched" href={session.url} target="_blank" rel="noopener noreferrer" title="Open on Sched">
          <Icon shape="out" />
          <span class="unseen">Open on Sched: {title}</span>
        </a>
      </p>
      <div id={body} class="opened" hidden={!open}>
        {texts && <SessionBody detail={texts} />}
      </div>
    </li>
  );
}
