/** The whole guide, for the extension's pages and the background. The content script uses page-index.ts. */
import rest from 'virtual:csg/rest';
import { agendaGuide } from './agenda.ts';
import { type Guide, joinGuide, type Session } from './compile.ts';

export type { Guide, Session } from './compile.ts';
export type {
  Change,
  Goal,
  GuideEvent,
  Link,
  Related,
  RestsOn,
  Site,
  Term,
} from './schema.ts';

export const guide: Readonly<Guide> = joinGuide(agendaGuide, rest);

const byId = new Map(guide.sessions.map((session) => [session.id, session]));

/** The session with exactly this id, or undefined: ids are case-sensitive. */
export function sessionById(id: string): Session | undefined {
  return byId.get(id);
}
