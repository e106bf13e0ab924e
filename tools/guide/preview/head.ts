/** The top of the page: what the guide is, of what, when, where and from where; and what is wrong with it, if anything. */
import { type ComponentChild, h } from 'preact';
import type { Problem } from '../../../data/check.ts';
import type { GuideFile } from '../../../data/schema.ts';
import { dateWords, dayWords, zoneWords } from '../when.ts';
import { counted, out, type Part, sessionLink, type View, written } from './parts.ts';

export function banner({ guide }: View): ComponentChild {
  const { name, subject, place, source, zone, firstDay, lastDay, sessions, events, sites } = guide;
  const short = zoneWords(`${firstDay}T12:00`, zone);
  const rows: [string, ComponentChild][] = [
    ['Where', written(place)],
    ['When', [day(firstDay), ' to ', day(lastDay)]],
    ['Times', ['those of ', written(zone), short === zone ? '' : ` (${short})`]],
    [
      'Contains',
      [
        counted(sessions.length, 'session'),
        ' of ',
        counted(events.length, 'event'),
        ' on ',
        counted(sites.length, 'Sched site'),
      ].join(''),
    ],
    ['Source', sourceParts(source)],
  ];
  return h('header', { class: 'banner' }, [
    h('p', { class: 'kicker' }, [hexagon(), ' ', written(subject), ' Session Guide']),
    h('h1', null, written(name)),
    h(
      'dl',
      { class: 'facts' },
      rows.map(([term, value]) => [h('dt', null, term), h('dd', null, value)]),
    ),
    h('p', { class: 'known' }, [
      'Unofficial: not affiliated with Sched, the CNCF or ',
      written(subject),
      '. The texts are our own words.',
    ]),
  ]);
}

function day(date: string): ComponentChild {
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

/** The hexagon of the extension's marks. */
function hexagon(): ComponentChild {
  const path = h('path', { d: 'M12 2l8.7 5v10L12 22l-8.7-5V7z', fill: 'currentColor' });
  return h('svg', { viewBox: '0 0 24 24', width: 18, height: 18, 'aria-hidden': 'true' }, path);
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
      h(
        'p',
        null,
        'The guide can’t be built before these are mended. Places that are still to be written are marked in the page.',
      ),
      [...places].map(([session, inIt]) => [
        h('h3', null, session ? sessionLink(view, session) : 'The guide as a whole'),
        h(
          'ul',
          null,
          inIt.map(({ path, reason }) => h('li', null, [h('code', null, path), ` ${reason}`])),
        ),
      ]),
    ],
  };
}
