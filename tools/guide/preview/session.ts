/** A session of the guide with everything that the guide says of it. */
import { type ComponentChild, h } from 'preact';
import {
  type Change,
  type Related,
  SENTENCE_MAX,
  type SessionFile,
  type Speaker,
  SUMMARY_MAX,
  TAKEAWAY_MAX,
  WHY_MAX,
} from '../../../data/schema.ts';
import { timeWords, zoneWords } from '../when.ts';
import { BACK, CHANGES, RELATIONS } from './names.ts';
import {
  called,
  links,
  listed,
  namedEntry,
  namedSession,
  out,
  sessionLink,
  unwritten,
  type View,
  written,
} from './parts.ts';

export function sessionArticle(view: View, session: SessionFile): ComponentChild {
  const anchor = view.anchors.get(session);
  const { zone, terms } = view.guide;
  const used = terms.filter(({ id }) => session.terms.includes(id));
  return h('article', { id: anchor, class: 'session', 'aria-labelledby': `${anchor}-title` }, [
    h('p', { class: 'when' }, [times(session), ' ', h('span', { class: 'zone' }, zoneWords(session.start, zone))]),
    h('div', { class: 'what' }, [
      h('p', { class: 'tags' }, tags(view, session)),
      h('h3', { id: `${anchor}-title` }, h('a', { href: `#${anchor}` }, session.title || unwritten('title'))),
      h(
        'p',
        { class: 'speakers' },
        session.speakers.length > 0 ? listed(session.speakers.map(speaker)) : unwritten('speakers'),
      ),
      h('p', { class: 'takeaway' }, written(session.takeaway, TAKEAWAY_MAX, [], 'takeaway')),
      session.changes.map(change),
      h('p', { class: 'summary' }, written(session.summary, SUMMARY_MAX, used, 'summary')),
      h('p', { class: 'why' }, [h('strong', null, 'Why watch'), ' ', written(session.why, WHY_MAX, used)]),
      facts(view, session),
      related(view, session),
    ]),
  ]);
}

function times({ start, end }: SessionFile): ComponentChild[] {
  // The halves of the day stay with their times.
  const [from, to] = timeWords(start, end)
    .replace(/ (?=[AP]M)/gu, '\u00a0')
    .split(' – ');
  return [h('time', { dateTime: start }, from), ' – ', h('time', { dateTime: end }, to)];
}

function tags({ guide }: View, { event, site, kind, level }: SessionFile): ComponentChild[] {
  return [
    h('span', null, namedEntry(guide.events, 'event', event)),
    h('span', null, namedEntry(guide.sites, 'site', site)),
    h('span', null, kind || unwritten('kind')),
    level ? h('span', { class: 'level' }, level) : unwritten('level'),
  ];
}

function speaker({ name, organisation }: Speaker): ComponentChild {
  return h('span', null, [
    name || unwritten(),
    organisation === undefined ? null : h('span', { class: 'organisation' }, [' (', organisation || unwritten(), ')']),
  ]);
}

function change({ kind, asOf, text }: Change): ComponentChild {
  return h('p', { class: 'change', 'data-kind': kind }, [
    h('strong', null, [called(CHANGES, kind), ', as of ', h('time', null, asOf)]),
    ' ',
    written(text, SENTENCE_MAX),
  ]);
}

function facts({ guide }: View, { id, site, topics, terms, links: own }: SessionFile): ComponentChild {
  const host = guide.sites.find((one) => one.id === site)?.host;
  const rows: [string, ComponentChild][] = [
    ['Topics', topics.length > 0 ? listed(topics.map((one) => namedEntry(guide.topics, 'topic', one))) : unwritten()],
    ['Terms', terms.length > 0 ? listed(terms.map((one) => namedEntry(guide.terms, 'term', one))) : 'none'],
    ['Links', own.length > 0 ? links(own) : 'none'],
    ['On Sched', host && id ? out(`https://${host}/event/${id}`, `${host}/event/${id}`) : unwritten()],
  ];
  return h(
    'dl',
    { class: 'facts' },
    rows.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]),
  );
}

/** Both ways: the sessions that this one names, and those that name it. */
function related(view: View, session: SessionFile): ComponentChild[] {
  const naming = view.guide.sessions.flatMap((other) =>
    other.related.filter(({ id }) => id === session.id).map((one) => relation(BACK, one, sessionLink(view, other))),
  );
  return [
    ...relations(
      'Related sessions',
      session.related.map((one) => relation(RELATIONS, one, namedSession(view, one.id))),
    ),
    ...relations('Named by', naming),
  ];
}

function relations(title: string, items: readonly ComponentChild[]): ComponentChild[] {
  return items.length === 0 ? [] : [h('h4', null, title), h('ul', { class: 'related' }, items)];
}

function relation(names: typeof RELATIONS, { how, reason }: Related, other: ComponentChild): ComponentChild {
  return h('li', { 'data-how': how }, [
    h('span', { class: 'how' }, called(names, how)),
    ' ',
    other,
    h('span', { class: 'reason' }, [' ', written(reason, SENTENCE_MAX)]),
  ]);
}
