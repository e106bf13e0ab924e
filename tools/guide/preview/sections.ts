/** The sections after the sessions. Empty ones are omitted. */
import { type ComponentChild, h } from 'preact';
import type { SessionFile } from '../../../data/schema.ts';
import { counted } from '../when.ts';
import { facts, links, list, listed, named, out, type Part, sessionLink, type View, written } from './parts.ts';

/** All sections, in page order. */
const SECTIONS: readonly [id: string, title: string, inside: (view: View) => ComponentChild[]][] = [
  ['guide-events', 'Events and sites', eventsAndSites],
  ['guide-goals', 'Goals to catch up on', goals],
  ['guide-topics', 'Topics', topics],
  ['guide-context', 'Around the event', context],
  ['guide-terms', 'Glossary', terms],
  ['guide-mentions', 'Other sessions', mentions],
  ['guide-hosts', 'Hosts of its links', linkHosts],
  ['guide-people', 'Index of speakers', people],
];

/** The non-empty sections of a guide. */
export function guideSections(view: View): Part[] {
  return SECTIONS.map(([id, title, inside]) => ({ id, title, inside: inside(view) })).filter(
    ({ inside }) => inside.length > 0,
  );
}

/** One entry of a section, with its anchor and its heading. */
function entry(id: string, name: ComponentChild, ...inside: ComponentChild[]): ComponentChild {
  return h('div', { id, class: 'entry' }, [h('h3', null, name), ...inside]);
}

/** The sessions that meet a condition, as links. */
function sessionList(view: View, meets: (session: SessionFile) => boolean): ComponentChild {
  const met = view.guide.sessions.filter(meets).map((session) => sessionLink(view, session));
  return met.length > 0 ? list('sessions', met) : h('p', { class: 'fault' }, 'no session');
}

function eventsAndSites(view: View): ComponentChild[] {
  const { events, sites, sessions } = view.guide;
  const siteEntries = sites.map(({ id, name, host }) => {
    const address = host === '' ? written(host) : out(`https://${host}/`, host);
    const count = counted(sessions.filter(({ site }) => site === id).length, 'session');
    return h('span', { id: `site-${id}` }, [written(name), ': ', address, `, ${count}`]);
  });
  return [
    ...events.map(({ id, name, sentence, links: its }) => {
      const list = sessionList(view, ({ event }) => event === id);
      return entry(`event-${id}`, written(name), h('p', null, written(sentence)), links(its), list);
    }),
    h('h3', null, 'Sched sites'),
    list('plain', siteEntries),
  ];
}

function goals(view: View): ComponentChild[] {
  return view.guide.goals.map(({ id, label, topics, levels }) => {
    const by = [...topics.map((topic) => named(view, 'topic', topic)), ...levels.map((level) => `level ${level}`)];
    const met = sessionList(
      view,
      (session) => levels.includes(session.level) || session.topics.some((topic) => topics.includes(topic)),
    );
    return entry(`goal-${id}`, written(label), h('p', { class: 'quiet' }, ['By ', listed(by)]), met);
  });
}

function topics(view: View): ComponentChild[] {
  return view.guide.topics.map(({ id, name }) => {
    const met = sessionList(view, (session) => session.topics.includes(id));
    return entry(`topic-${id}`, written(name), met);
  });
}

function context({ guide }: View): ComponentChild[] {
  return guide.context.map(({ id, title, text, links: its }) =>
    entry(`context-${id}`, written(title), h('p', null, written(text)), links(its)),
  );
}

function terms(view: View): ComponentChild[] {
  const sorted = view.guide.terms.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return sorted.map(({ id, name, also, meaning }) => {
    const spelt = also.length > 0 && h('small', null, ` also: ${also.join(', ')}`);
    const met = sessionList(view, (session) => session.terms.includes(id));
    return entry(`term-${id}`, [written(name), spelt], h('p', null, written(meaning)), met);
  });
}

function mentions({ guide }: View): ComponentChild[] {
  if (!guide.mentions)
    return [h('p', null, 'The extension marks no session on Sched’s pages that is not in this guide.')];
  const { strong, beside, quiet, except = [] } = guide.mentions;
  const words = (some: readonly string[]) => (some.length > 0 ? some.map((word) => `“${word}”`).join(', ') : 'none');
  const rows = beside.map(
    ({ word, near }) => [`Marked for “${word}”`, `next to one of these: ${words(near)}`] as const,
  );
  const known = `On Sched’s pages, the extension also marks sessions whose titles or descriptions mention ${guide.subject}:`;
  return [
    h('p', null, known),
    facts([
      ['Marked for', words(strong)],
      ...rows,
      ['Marked quietly for', words(quiet)],
      ['Never marked, by title', words(except)],
    ]),
  ];
}

function linkHosts({ guide }: View): ComponentChild[] {
  const hosts = guide.linkHosts.map(({ host, reason }) => [written(host), ': ', written(reason)]);
  if (hosts.length === 0) return [];
  return [h('p', null, 'Links of this guide also lead to these hosts:'), list('plain', hosts)];
}

function people(view: View): ComponentChild[] {
  const spoken = view.guide.sessions.flatMap((session) => session.speakers.map(({ name }) => ({ name, session })));
  const lastName = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  const sorted = [...Map.groupBy(spoken, ({ name }) => name)]
    .filter(([name]) => name !== '')
    .sort(([a], [b]) => lastName(a).localeCompare(lastName(b), 'en') || a.localeCompare(b, 'en'));
  const items = sorted.map(([name, its]) => {
    const sessions = new Set(its.map(({ session }) => session));
    return [h('strong', null, name), ' ', listed([...sessions].map((session) => sessionLink(view, session)))];
  });
  return items.length > 0 ? [list('plain', items)] : [];
}
