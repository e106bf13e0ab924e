/** Renders a session with everything in the guide. */
import { type ComponentChild, h } from 'preact';
import type { Change, Related, SessionFile } from '../../../data/schema.ts';
import { findWatchLinks } from '../../../lib/guide/watch.ts';
import { timeWords, zoneWords } from '../when.ts';
import {
  basisSentence,
  date,
  facts,
  kindName,
  links,
  list,
  listed,
  named,
  out,
  sessionLink,
  unwritten,
  type View,
  written,
} from './parts.ts';

const CHANGES: Record<string, string> = {
  title: 'Title changed',
  time: 'Time changed',
  room: 'Room',
  speakers: 'Speakers changed',
  unpublished: 'No longer published',
} satisfies Record<Change['kind'], string>;

export function sessionArticle(view: View, session: SessionFile): ComponentChild {
  const { title, takeaway, summary, points, why, changes, event, site, kind, level } = session;
  const anchor = view.anchors.get(session);
  const { zone, terms } = view.guide;
  const used = terms.filter(({ id }) => session.terms.includes(id));
  const speakers = session.speakers.map(({ name, organisation }) => [
    name || unwritten(),
    organisation === undefined ? null : [' (', organisation || unwritten(), ')'],
  ]);
  const tags = [
    named(view, 'event', event),
    named(view, 'site', site),
    kind || unwritten('kind'),
    level || unwritten('level'),
  ];
  const keyPoints = points.map((point) => written(point, undefined, used));
  return h('article', { id: anchor, class: 'session', 'aria-labelledby': `${anchor}-title` }, [
    h('p', { class: 'when' }, [times(session), ' ', h('span', { class: 'quiet' }, zoneWords(session.start, zone))]),
    h('h3', { id: `${anchor}-title` }, h('a', { href: `#${anchor}` }, title || unwritten('title'))),
    h('p', { class: 'speakers' }, speakers.length > 0 ? listed(speakers) : unwritten('speakers')),
    h('p', { class: 'tags' }, listed(tags)),
    h('p', { class: 'takeaway' }, written(takeaway, 'takeaway')),
    changes.map(changeText),
    h('p', { class: 'summary' }, written(summary, 'summary', used)),
    points.length > 0 && [h('h4', null, 'Key points'), list('points', keyPoints)],
    h('p', { class: 'why' }, [h('strong', null, 'Why watch'), ' ', written(why, undefined, used)]),
    h('p', { class: 'watch' }, watchLink(view, session)),
    sessionFacts(view, session),
    relatedSessions(view, session),
    h('p', { class: 'quiet basis' }, basisSentence(session)),
  ]);
}

/** A link to the session's recording, else to its event's recordings; null if there are none. */
export function watchLink({ guide }: View, session: SessionFile): ComponentChild {
  const event = guide.events.find(({ id }) => id === session.event);
  const { how, url = '' } = findWatchLinks(session, event);
  if (how === 'unknown') return null;
  return out(url, ['▶ ', kindName('link', how === 'playlist' ? how : 'recording')]);
}

function times({ start, end }: SessionFile): ComponentChild[] {
  // AM and PM stay with their times.
  const [from, to] = timeWords(start, end)
    .replace(/ (?=[AP]M)/gu, '\u00a0')
    .split(' – ');
  return [h('time', { dateTime: start }, from), ' – ', h('time', { dateTime: end }, to)];
}

function changeText({ kind, asOf, text }: Change): ComponentChild {
  return h('p', { class: 'change', 'data-kind': kind }, [
    h('strong', null, [CHANGES[kind] ?? unwritten(), ', as of ', date(asOf)]),
    ' ',
    written(text),
  ]);
}

function sessionFacts(view: View, { id, site, topics, terms, links: own }: SessionFile): ComponentChild {
  const host = view.guide.sites.find((one) => one.id === site)?.host;
  const all = (kind: 'topic' | 'term', ids: readonly string[]) => listed(ids.map((one) => named(view, kind, one)));
  return facts([
    ['Topics', topics.length > 0 ? all('topic', topics) : unwritten()],
    ...(terms.length > 0 ? [['Terms', all('term', terms)] as const] : []),
    ...(own.length > 0 ? [['Links', links(own)] as const] : []),
    ['On Sched', host && id ? out(`https://${host}/event/${id}`, `${host}/event/${id}`) : unwritten()],
  ]);
}

/** Related sessions, in both directions. */
function relatedSessions(view: View, session: SessionFile): ComponentChild {
  const back = (how: Related['how']) =>
    how === 'continues' ? 'Continues from' : kindName('relation', how === 'background' ? 'background-for' : how);
  const items = [
    ...session.related.map((one) => relation(kindName('relation', one.how), one, named(view, 'session', one.id))),
    ...view.guide.sessions.flatMap((other) =>
      other.related
        .filter(({ id }) => id === session.id && !session.related.some((one) => one.id === other.id))
        .map((one) => relation(back(one.how), one, sessionLink(view, other))),
    ),
  ];
  return items.length === 0 ? null : [h('h4', null, 'Related sessions'), list('related', items)];
}

function relation(name: ComponentChild, { how, reason }: Related, other: ComponentChild): ComponentChild {
  return [
    h('span', { class: 'how', 'data-how': how }, name),
    ' ',
    other,
    h('span', { class: 'quiet' }, [' ', written(reason)]),
  ];
}
