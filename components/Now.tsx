import type { AgendaGuide } from '../data/agenda.ts';
import { recordingOf } from '../lib/agenda.ts';
import { Icon } from './Icon.tsx';
import { Out } from './SessionBody.tsx';

/** What leads the agenda when the event is over: the recordings. */
export function WatchFirst({ guide }: { guide: AgendaGuide }) {
  const recorded = guide.sessions.flatMap((session) => {
    const recording = recordingOf(session);
    return recording ? [{ title: session.title, url: recording.url }] : [];
  });
  const playlists = guide.events.flatMap((event) =>
    event.links.filter(({ kind }) => kind === 'playlist').map(({ url }) => ({ title: `All of ${event.name}`, url })),
  );
  const watchable = [...recorded, ...playlists];
  return (
    <section class="watch" aria-labelledby="watch">
      <h2 id="watch">The event is over: watch it now</h2>
      {watchable.length === 0 && <p>No recording is known yet.</p>}
      <ul>
        {watchable.map(({ title, url }) => (
          <li key={url}>
            <Out href={url}>
              <Icon shape="play" /> {title}
            </Out>
          </li>
        ))}
      </ul>
    </section>
  );
}
