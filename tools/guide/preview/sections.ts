/** What follows the sessions on the page. A section is left out where the guide has nothing for it. */
import { type ComponentChild, h } from 'preact';
import type { GuideFile, SessionFile } from '../../../data/schema.ts';
import {
  counted,
  facts,
  links,
  list,
  listed,
  namedEntry,
  out,
  type Part,
  sessionLink,
  type View,
  written,
} from './parts.ts';

type Section = (view: View) => Part | undefined;

/** All sections, in the order of the page. */
export const SECTIONS: readonly Section[] = [
  eventsSection,
  goalsSection,
  topicsSection,
  contextSection,
  termsSection,
  mentionsSection,
  linkHostsSection,
  peopleSection,
];

/** One entry of a section, with its anchor and its heading. */
function entry(id: string, name: ComponentChild, ...inside: ComponentChild[]): ComponentChild {
  return h('div', { id, class: 'entry' }, [h('h3', null, name), ...inside]);
}

/** The sessions that meet a condition, as links. */
function sessionList(view: View, meets: (session: SessionFile) => boolean): ComponentChild {
  const met = view.guide.sessions.filter(meets);
  if (met.length === 0) return h('p', { class: 'fault' }, 'no session');
  return list(
    'sessions',
    met.map((session) => sessionLink(view, session)),
  );
}

function eventsSection(view: View): Part {
  const { events, sites, sessions } = view.guide;
  const siteEntry = ({ id, name, host }: GuideFile['sites'][number]) => {
    const count = sessions.filter(({ site }) => site === id).length;
    const address = host === '' ? written(host) : out(`https://${host}/`, host);
    return h('span', { id: `site-${id}` }, [written(name), ': ', address, `, ${counted(count, 'session')}`]);
  };
  return {
    id: 'guide-events',
    title: 'Events and sites',
    inside: [
      events.map(({ id, name, sentence, links: all }) =>
        entry(
          `event-${id}`,
          written(name),
          h('p', null, written(sentence)),
          links(all),
          sessionList(view, ({ event }) => event === id),
        ),
      ),
      h('h3', null, 'Sched sites'),
      list('plain', sites.map(siteEntry)),
    ],
  };
}

function goalsSection(view: View): Part | undefined {
  const { goals, topics } = view.guide;
  if (goals.length === 0) return undefined;
  return {
    id: 'guide-goals',
    title: 'Goals to catch up on',
    inside: goals.map((goal) => {
      const by = [
        ...goal.topics.map((id) => namedEntry(topics, 'topic', id)),
        ...goal.levels.map((level) => `level ${level}`),
      ];
      const meets = (session: SessionFile) =>
        goal.levels.includes(session.level) || session.topics.some((topic) => goal.topics.includes(topic));
      return entry(
        `goal-${goal.id}`,
        written(goal.label),
        h('p', { class: 'quiet' }, ['By ', listed(by)]),
        sessionList(view, meets),
      );
    }),
  };
}

function topicsSection(view: View): Part {
  return {
    id: 'guide-topics',
    title: 'Topics',
    inside: view.guide.topics.map(({ id, name }) =>
      entry(
        `topic-${id}`,
        written(name),
        sessionList(view, ({ topics }) => topics.includes(id)),
      ),
    ),
  };
}

function contextSection({ guide: { context } }: View): Part | undefined {
  if (context.length === 0) return undefined;
  return {
    id: 'guide-context',
    title: 'Around the event',
    inside: context.map(({ id, title, text, links: all }) =>
      entry(`context-${id}`, written(title), h('p', null, written(text)), links(all)),
    ),
  };
}

function termsSection(view: View): Part | undefined {
  const terms = view.guide.terms.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  if (terms.length === 0) return undefined;
  return {
    id: 'guide-terms',
    title: 'Glossary',
    inside: terms.map(({ id, name, also, meaning }) =>
      entry(
        `term-${id}`,
        [written(name), also.length > 0 ? h('small', null, ` also: ${also.join(', ')}`) : null],
        h('p', null, written(meaning)),
        sessionList(view, (session) => session.terms.includes(id)),
      ),
    ),
  };
}

function mentionsSection({ guide: { mentions, subject } }: View): Part {
  const words = (some: readonly string[]) => (some.length > 0 ? some.map((word) => `“${word}”`).join(', ') : 'none');
  const beside = (mentions?.beside ?? []).map(({ word, near }): [string, ComponentChild] => [
    `Marked for “${word}”`,
    `next to one of these: ${words(near)}`,
  ]);
  const known = `On Sched’s pages, the extension also marks sessions whose titles or descriptions mention ${subject}:`;
  return {
    id: 'guide-mentions',
    title: 'Other sessions',
    inside: [
      h('p', null, mentions ? known : 'The extension marks no session on Sched’s pages that is not in this guide.'),
      mentions &&
        facts([
          ['Marked for', words(mentions.strong)],
          ...beside,
          ['Marked quietly for', words(mentions.quiet)],
          ['Never marked, by title', words(mentions.except ?? [])],
        ]),
    ],
  };
}

function linkHostsSection({ guide: { linkHosts } }: View): Part | undefined {
  if (linkHosts.length === 0) return undefined;
  return {
    id: 'guide-hosts',
    title: 'Hosts of its links',
    inside: [
      h('p', null, 'Links of this guide also lead to these hosts:'),
      list(
        'plain',
        linkHosts.map(({ host, reason }) => [written(host), ': ', written(reason)]),
      ),
    ],
  };
}

function peopleSection(view: View): Part | undefined {
  const { sessions } = view.guide;
  const names = [...new Set(sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name)))].filter(Boolean);
  if (names.length === 0) return undefined;
  const lastName = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  names.sort((a, b) => lastName(a).localeCompare(lastName(b), 'en') || a.localeCompare(b, 'en'));
  return {
    id: 'guide-people',
    title: 'Index of speakers',
    inside: [
      list(
        'plain',
        names.map((name) => {
          const theirs = sessions.filter(({ speakers }) => speakers.some((one) => one.name === name));
          return [h('strong', null, name), ' ', listed(theirs.map((one) => sessionLink(view, one)))];
        }),
      ),
    ],
  };
}
