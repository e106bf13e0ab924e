/** What of a session can be watched or looked at, from the guide and from what Sched's page was seen to say. */
import type { Link } from '../../data/index.ts';

export interface Watch {
  /**
   * `recorded`: a recording of its own; `video`: Sched's page had one; `playlist`: among the event's recordings;
   * `unknown`: no recording that the guide or a page told of.
   */
  how: 'recorded' | 'video' | 'playlist' | 'unknown';
  /** Where to watch it. */
  url?: string | undefined;
  /** Whether slides are known. */
  slides: boolean;
}

/** A session or an event, as far as it leads elsewhere. */
interface Linking {
  links: readonly Pick<Link, 'kind' | 'url'>[];
}

/** What can be watched of a session of an event. */
export function watchOf(
  session: Linking,
  event: Linking | undefined,
  seen?: { video?: string | undefined; slides?: readonly unknown[] | undefined },
): Watch {
  const slides = session.links.some(({ kind }) => kind === 'slides') || (seen?.slides?.length ?? 0) > 0;
  const recording = recordingOf(session);
  if (recording) return { how: 'recorded', url: recording.url, slides };
  if (seen?.video) return { how: 'video', url: seen.video, slides };
  const playlist = event && playlistOf(event);
  return playlist ? { how: 'playlist', url: playlist.url, slides } : { how: 'unknown', slides };
}

/** The recordings of an event as a whole, or undefined. */
export function playlistOf<L extends Pick<Link, 'kind'>>(event: { links: readonly L[] }): L | undefined {
  return event.links.find(({ kind }) => kind === 'playlist');
}

/** The session's own recording, or undefined where none is known. */
export function recordingOf<L extends Pick<Link, 'kind'>>(session: { links: readonly L[] }): L | undefined {
  return session.links.find(({ kind }) => kind === 'recording');
}
