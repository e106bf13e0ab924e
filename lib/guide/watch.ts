/** Finds recordings and slides of a session, in the guide and in what was read from Sched's page. */
import type { Link } from '../../data/index.ts';

export interface Watch {
  /**
   * `recorded`: it has a recording; `video`: Sched's page had one; `playlist`: among the event's recordings;
   * `unknown`: neither the guide nor a page names a recording.
   */
  how: 'recorded' | 'video' | 'playlist' | 'unknown';
  /** Where to watch it. */
  url?: string | undefined;
  /** Where its slides are. */
  slides?: string | undefined;
}

/** The links of a session or an event. */
interface Linking {
  links: readonly Pick<Link, 'kind' | 'url'>[];
}

/** Where to watch a session, and its slides. */
export function findWatchLinks(
  session: Linking,
  event: Linking | undefined,
  seen?: { video?: string | undefined; slides?: readonly { url: string }[] | undefined },
): Watch {
  const slides = session.links.find(({ kind }) => kind === 'slides')?.url ?? seen?.slides?.[0]?.url;
  const more = slides === undefined ? {} : { slides };
  const recording = findRecording(session);
  if (recording) return { how: 'recorded', url: recording.url, ...more };
  if (seen?.video) return { how: 'video', url: seen.video, ...more };
  const playlist = event && findPlaylist(event);
  return playlist ? { how: 'playlist', url: playlist.url, ...more } : { how: 'unknown', ...more };
}

/** Whether there is a recording of this session alone: a playlist does not count. */
export function isRecorded({ how }: Watch): boolean {
  return how === 'recorded' || how === 'video';
}

/** The playlist of an event's recordings, or undefined. */
export function findPlaylist<L extends Pick<Link, 'kind'>>(event: { links: readonly L[] }): L | undefined {
  return event.links.find(({ kind }) => kind === 'playlist');
}

/** The session's own recording, or undefined where none is known. */
export function findRecording<L extends Pick<Link, 'kind'>>(session: { links: readonly L[] }): L | undefined {
  return session.links.find(({ kind }) => kind === 'recording');
}
