/** The top of the page: the guide's event, its source and its calendar; and what is wrong with it, if anything. */
import { type ComponentChild, h } from 'preact';
import type { Problem } from '../../../data/check.ts';
import type { GuideFile } from '../../../data/schema.ts';
import { dateWords, dayWords, zoneWords } from '../when.ts';
import { counted, facts, list, out, type Part, sessionLink, type View, written } from './parts.ts';

/** @param calendar the name of the calendar file beside the page; none for a draft */
export function banner({ guide }: View, calendar: string | undefined): ComponentChild {
  const { name, subject, place, source, zone, firstDay, lastDay, sessions, events, sites } = guide;
  const short = zoneWords(`${firstDay}T12:00`, zone);
  const contents = [
    `${counted(sessions.length, 'session')} of ${counted(events.length, 'event')}`,
    `on ${counted(sites.length, 'Sched site')}`,
  ];
  return h('header', { class: 'banner' }, [
    h('p', { class: 'kicker' }, [written(subject), ' Session Guide']),
    h('h1', null, written(name)),
    facts([
      ['Where', written(place)],
      ['When', [dayTime(firstDay), ' to ', dayTime(lastDay)]],
      ['Times', ['those of ', written(zone), short === zone ? '' : ` (${short})`]],
      ['Contains', contents.join(' ')],
      ['Source', sourceParts(source)],
    ]),
    calendar === undefined
      ? null
      : h('p', { class: 'watch' }, h('a', { href: calendar, download: calendar }, 'All sessions as a calendar file')),
    h('p', { class: 'quiet' }, [
      'Unofficial: not affiliated with Sched, the CNCF or ',
      written(subject),
      '. Written in our own words.',
    ]),
  ]);
}

function dayTime(date: string): ComponentChild {
  return h('time', { dateTime: date }, date === '' ? written(date) : dayWords(date));
}

function sourceParts({ title, url, author, organisation, published }: GuideFile['source']): ComponentChild[] {
  return [
    title === '' ? written(title) : out(url, title),
    ' by ',
    written(author),
    ', ',
    written(organisation),
    ', ',
    h('time', { dateTime: published }, published === '' ? written(published) : dateWords(published)),
  ];
}

/** Everything that keeps the guide from being built, by the session that it is in. */
export function problemsSection(view: View, problems: readonly Problem[]): Part | undefined {
  if (problems.length === 0) return undefined;
  const { sessions } = view.guide;
  const places = Map.groupBy(problems, ({ path }) => sessions[Number(/^sessions\[(\d+)\]/u.exec(path)?.[1])]);
  return {
    id: 'guide-problems',
    title: `Not ready: ${counted(problems.length, 'problem')}`,
    inside: [
      h('p', null, 'Mend these before the guide can be built. Texts that are still to be written are marked below.'),
      [...places].map(([session, inIt]) => [
        h('h3', null, session ? sessionLink(view, session) : 'The guide as a whole'),
        list(
          'plain',
          inIt.map(({ path, reason }) => [h('code', null, path), ` ${reason}`]),
        ),
      ]),
    ],
  };
}
