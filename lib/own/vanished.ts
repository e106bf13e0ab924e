import type { Own } from './own.ts';

/** The reader's records of a session that the guide no longer has. */
interface Vanished {
  id: string;
  title?: string;
  picked: boolean;
  watched: boolean;
  /** The note's text. */
  note?: string;
}

/** The records of sessions that the guide does not have, sorted by title, or by id if there is none. */
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
