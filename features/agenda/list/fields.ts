/** The searchable texts of a session, in named fields. */
import type { Guide, Session } from '../../../data/index.ts';
import { kindName, linkName } from '../../../lib/guide/names.ts';
import { findWatchLinks, isRecorded } from '../../../lib/guide/watch.ts';
import type { SeenFacts } from '../../../lib/seen/seen.ts';
import { t } from '../../../lib/text.ts';
import { dayName } from '../../../lib/time/format.ts';
import { fold } from './search.ts';

export interface Field {
  name: 'title' | 'speaker' | 'event' | 'room' | Named;
  text: string;
}

/** The fields that a row of the agenda does not show in full. */
export type Named =
  | 'company'
  | 'topic'
  | 'takeaway'
  | 'summary'
  | 'why'
  | 'point'
  | 'term'
  | 'level'
  | 'kind'
  | 'day'
  | 'link'
  | 'recorded';

/** What was read from a session's page. */
export type Seen = Partial<SeenFacts>;

/** The fields of a session, the most obvious first. */
export function searchFields(session: Session, guide: Guide, seen: Seen = {}): Field[] {
  const { speakers, topics, terms, links } = session;
  const event = guide.events.find(({ id }) => id === session.event);
  const recorded = isRecorded(findWatchLinks(session, event, seen));
  const fields = (name: Field['name'], texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text ? { name, text } : []));
  return [
    ...fields('title', [session.title]),
    ...fields(
      'speaker',
      speakers.map(({ name }) => name),
    ),
    ...fields('event', [event?.name]),
    ...fields('room', [seen.room]),
    ...fields(
      'company',
      speakers.map(({ organisation }) => organisation),
    ),
    ...fields(
      'topic',
      guide.topics.filter(({ id }) => topics.includes(id)).map(({ name }) => name),
    ),
    ...fields('recorded', [recorded ? t('find.recorded') : undefined]),
    ...fields('day', [dayName(seen.start ?? session.start, guide.zone)]),
    ...fields('level', [t(`find.level.${session.level}`)]),
    ...fields('kind', [kindName(session.kind)]),
    ...fields('takeaway', [session.takeaway]),
    ...fields('summary', [session.summary]),
    ...fields('why', [session.why]),
    ...fields('point', session.points),
    ...fields(
      'term',
      guide.terms.filter(({ id }) => terms.includes(id)).flatMap(({ name, also }) => [name, ...also]),
    ),
    ...fields(
      'link',
      [...links, ...(event?.links ?? [])].map((link) => `${linkName(link)}, ${new URL(link.url).host}`),
    ),
  ];
}

/** The folded text of a session without its day, because “day” would find every Monday. */
export function searchText(fields: readonly Field[]): string {
  const texts = fields.filter(({ name }) => name !== 'day').map(({ text }) => text);
  return fold(texts.join(' '));
}
