/** Apart from patches.ts, because the agenda needs it for its first paint. */
import type { Own } from './own.ts';

/** What the reader made of a session that the guide no longer has. */
interface Vanished {
  id: string;
  title?: string;
  picked: boolean;
  watched: boolean;
  /** The note's text. */
  note?: string;
}

/** What is kept of sessions that are not among the ids of the guide, by title; those without one by their id. */
export function vanishedSessions({ picks, watched, notes }: Own, ids: ReadonlySet<string>): Vanished[] {
  const gone = new Set([...picks.keys(), ...watched.keys(), ...notes.keys()].filter((id) => !ids.has(id)));
  return [...gone]
    .map((id) => {
      const note = notes.get(id);
      const title = picks.get(id)?.title ?? watched.get(id)?.title ?? note?.title;
      return {
        id,
        ...(typeof title === 'string' && { title }),
        picked: picks.has(id),
        watched: watched.has(id),
        ...(note && { note: note.text }),
      };
    })
    .sort((a, b) => (a.title ?? a.id).localeCompare(b.title ?? b.id, 'en') || (a.id < b.id ? -1 : 1));
}
