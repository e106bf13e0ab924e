/** What stands on the page besides the sessions: each list of the guide, and an index of people. */
import { type ComponentChild, h } from 'preact';
import { type Goal, MEANING_MAX, SENTENCE_MAX, type SessionFile, SUMMARY_MAX } from '../../../data/schema.ts';
import { counted, links, listed, namedEntry, out, type Part, sessionLink, type View, written } from './parts.ts';

/** The sessions that meet a condition, as links. */
function sessionsOf(view: View, meets: (session: SessionFile) => boolean): ComponentChild {
  const met = view.guide.sessions.filter(meets);
  if (met.length === 0) return h('p', { class: 'sessions fault' }, 'no session');
  return h(
    'ul',
    { class: 'sessions' },
    met.map((session) => h('li', null, sessionLink(view, session))),
  );
}

export function eventsSection(view: View): Part | undefined {
  const { events, sites } = view.guide;
  return {
    id: 'guide-events',
    title: 'Events and sites',
    inside: [
      events.map(({ id, name, sentence, links: all }) =>
        h('div', { id: `event-${id}`, class: 'entry' }, [
          h('h3', null, written(name)),
          h('p', null, written(sentence, SENTENCE_MAX)),
          links(all),
          sessionsOf(view, ({ event }) => event === id),
        ]),
      ),
      h('h3', null, 'Sched sites'),
      h(
        'ul',
        { class: 'plain' },
        sites.map(({ id, name, host }) => {
          const sessions = view.guide.sessions.filter(({ site }) => site === id).length;
          const address = host === '' ? written(host) : out(`https://${host}/`, host);
          return h('li', { id: `site-${id}` }, [written(name), ': ', address, `, ${counted(sessions, 'session')}`]);
        }),
      ),
    ],
  };
}

export function goalsSection(view: View): Part | undefined {
  const { goals, topics } = view.guide;
  if (goals.length === 0) return undefined;
  const meets = (goal: Goal) => (session: SessionFile) =>
    goal.levels.includes(session.level) || session.topics.some((topic) => goal.topics.includes(topic));
  return {
    id: 'guide-goals',
    title: 'Goals to catch up on',
    inside: [
      goals.map((goal) =>
        h('div', { id: `goal-${goal.id}`, class: 'entry' }, [
          h('h3', null, written(goal.label)),
          h('p', { class: 'known' }, [
            'By ',
            listed([
              ...goal.topics.map((id) => namedEntry(topics, 'topic', id)),
              ...goal.levels.map((level) => `level ${level}`),
            ]),
          ]),
          sessionsOf(view, meets(goal)),
        ]),
      ),
    ],
  };
}

export function topicsSection(view: View): Part | undefined {
  return {
    id: 'guide-topics',
    title: 'Topics',
    inside: [
      view.guide.topics.map(({ id, name }) =>
        h('div', { id: `topic-${id}`, class: 'entry' }, [
          h('h3', null, written(name)),
          sessionsOf(view, ({ topics }) => topics.includes(id)),
        ]),
      ),
    ],
  };
}

export function contextSection({ guide: { context } }: View): Part | undefined {
  if (context.length === 0) return undefined;
  return {
    id: 'guide-context',
    title: 'Around the event',
    inside: [
      context.map(({ id, title, text, links: all }) =>
        h('div', { id: `context-${id}`, class: 'entry' }, [
          h('h3', null, written(title)),
          h('p', null, written(text, SUMMARY_MAX)),
          links(all),
        ]),
      ),
    ],
  };
}

export function termsSection(view: View): Part | undefined {
  if (view.guide.terms.length === 0) return undefined;
  const terms = [...view.guide.terms].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return {
    id: 'guide-terms',
    title: 'Glossary',
    inside: [
      h(
        'dl',
        { class: 'glossary' },
        terms.map(({ id, name, also, meaning }) =>
          h('div', { id: `term-${id}`, class: 'entry' }, [
            h('dt', null, [
              written(name),
              also.length > 0 ? h('span', { class: 'also' }, ` also: ${also.join(', ')}`) : null,
            ]),
            h('dd', null, written(meaning, MEANING_MAX)),
            h(
              'dd',
              null,
              sessionsOf(view, (session) => session.terms.includes(id)),
            ),
          ]),
        ),
      ),
    ],
  };
}

export function mentionsSection({ guide: { mentions, subject } }: View): Part | undefined {
  const words = (list: readonly string[]) => (list.length > 0 ? list.map((word) => `“${word}”`).join(', ') : 'none');
  const rows: [string, ComponentChild][] = mentions
    ? [
        ['Marked for', words(mentions.strong)],
        ...mentions.beside.map(({ word, near }): [string, ComponentChild] => [
          `Marked for “${word}”`,
          `where one of these stands in the same texts: ${words(near)}`,
        ]),
        ['Marked quietly for', words(mentions.quiet)],
      ]
    : [];
  return {
    id: 'guide-mentions',
    title: 'Other sessions',
    inside: [
      h(
        'p',
        null,
        mentions
          ? `On Sched’s pages, sessions that are not in this guide are marked where their titles or descriptions mention ${subject}:`
          : 'No session that is not in this guide is marked on Sched’s pages.',
      ),
      rows.length > 0
        ? h(
            'dl',
            { class: 'facts' },
            rows.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]),
          )
        : null,
    ],
  };
}

export function peopleSection(view: View): Part | undefined {
  const names = new Set(view.guide.sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
  names.delete('');
  if (names.size === 0) return undefined;
  return {
    id: 'guide-people',
    title: 'Index of speakers',
    inside: [
      h(
        'ul',
        { class: 'people' },
        [...names]
          .sort((a, b) => lastName(a).localeCompare(lastName(b), 'en') || a.localeCompare(b, 'en'))
          .map((name) => {
            const theirs = view.guide.sessions.filter(({ speakers }) => speakers.some((one) => one.name === name));
            return h('li', null, [h('strong', null, name), ' ', listed(theirs.map((one) => sessionLink(view, one)))]);
          }),
      ),
    ],
  };
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

export function linkHostsSection({ guide: { linkHosts } }: View): Part | undefined {
  if (linkHosts.length === 0) return undefined;
  return {
    id: 'guide-hosts',
    title: 'Hosts of its links',
    inside: [
      h('p', null, 'Links also lead to these hosts, which are this guide’s own:'),
      h(
        'ul',
        { class: 'plain' },
        linkHosts.map(({ host, reason }) => h('li', null, [written(host), ': ', written(reason, SENTENCE_MAX)])),
      ),
    ],
  };
}
