/** Routes paths to a site's views, as on Sched. */
import { moment } from './clock.ts';
import { nameFromUrl } from './html.ts';
import { MAX_SIZE, programme } from './programme.ts';
import { type Page, shell } from './shell.ts';
import type { ReplicaSession, Reply, Visit } from './types.ts';
import { eventPage, notFound } from './views/event.ts';
import { expandedList } from './views/expanded.ts';
import { grid, venueList } from './views/grid.ts';
import { mobileView, mySchedule, popularView } from './views/other.ts';
import { printPage } from './views/print.ts';
import { searchView } from './views/search.ts';
import { scheduleHeader, simpleList } from './views/simple.ts';
import { speakerDirectory, speakerPage } from './views/speakers.ts';

type Sessions = readonly ReplicaSession[];

/** The page at a path, or the site's 404 page. */
export function sitePage(visit: Visit): Reply {
  const segments = visit.url.pathname.split('/').filter((part) => part !== '');
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = segments;
  if (first === '') return home(visit);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(first)) {
    return second === 'print'
      ? printPage(visit, onDay(visit, first))
      : list(visit, third === 'descriptions', filtered(onDay(visit, first), fourth, fifth));
  }
  switch (first) {
    case 'overview':
      return list(visit, false, filtered(visit.sessions, second, third));
    case 'list': {
      const sessions = filtered(visit.sessions, third, fourth);
      return third === '' && second !== 'descriptions'
        ? allDays(visit, 'list')
        : list(visit, second === 'descriptions', sessions);
    }
    case 'type':
      return third === 'print' ? printPage(visit, ofType(visit, second)) : list(visit, false, ofType(visit, second));
    case 'venue': {
      const inRoom = visit.sessions.filter((session) => session.venue === nameFromUrl(second));
      return third === 'print' ? printPage(visit, inRoom) : list(visit, false, inRoom);
    }
    case 'event':
      return event(visit, second);
    case 'speaker':
      return speakerPage(visit, nameFromUrl(second)) ?? notFound(visit);
    default:
      return other(visit, segments.join('/'));
  }
}

function other(visit: Visit, path: string): Reply {
  const page = (view: Page['view'], content: string): Reply =>
    shell(visit, { title: `${visit.site.name}: Schedule`, view, content });
  switch (path) {
    case 'grid':
      return page('grid', scheduleHeader(visit, 'grid') + grid(visit));
    case 'venues':
      return page('venues', scheduleHeader(visit, 'venues') + venueList(visit));
    case 'search':
      return page('search', searchView(visit));
    case 'directory/speakers':
      return page('speakers', speakerDirectory(visit));
    case 'my-schedule':
      return page('my-schedule', scheduleHeader(visit, 'mine') + mySchedule(visit));
    case 'print':
    case 'print/all':
    case 'print-grid':
    case 'print-venues':
      return printPage(visit, visit.sessions);
    case 'mobile-site':
      return page('mobile', mobileView(visit));
    case 'popular':
      return page('list', scheduleHeader(visit, 'simple') + popularView(visit));
    default:
      return notFound(visit);
  }
}

function home(visit: Visit): Reply {
  // The sidebar's search form goes to `/?searchstring=…`.
  if (visit.url.searchParams.has('searchstring')) {
    return shell(visit, { title: `${visit.site.name}: Search`, view: 'search', content: searchView(visit) });
  }
  return allDays(visit, 'home');
}

/** The simple list of the whole programme. */
function allDays(visit: Visit, view: 'home' | 'list'): Reply {
  const title = view === 'home' ? visit.site.name : `${visit.site.name}: Full Schedule`;
  return shell(visit, { title, view, content: scheduleHeader(visit, 'simple') + simpleList(visit, visit.sessions) });
}

/** Filters the sessions by the list's path: type, room or level (`company`). */
function filtered(sessions: Sessions, by: string, segment: string): Sessions {
  const name = nameFromUrl(segment);
  const isIn: Record<string, (session: ReplicaSession) => boolean> = {
    type: ({ type }) => type.name === name,
    venue: ({ venue }) => venue === name,
    company: ({ level }) => level === name,
  };
  return Object.hasOwn(isIn, by) ? sessions.filter((session) => isIn[by]?.(session)) : sessions;
}

function list(visit: Visit, expanded: boolean, sessions: Sessions): Reply {
  const content = expanded
    ? scheduleHeader(visit, 'expanded') + expandedList(visit, sessions)
    : scheduleHeader(visit, 'simple') + simpleList(visit, sessions);
  return shell(visit, { title: `${visit.site.name}: Full Schedule`, view: 'list', content });
}

function onDay(visit: Visit, day: string): Sessions {
  return visit.sessions.filter((session) => moment(session.start, visit.zone).day === day);
}

function ofType(visit: Visit, segment: string): Sessions {
  return visit.sessions.filter((session) => session.type.name === nameFromUrl(segment));
}

function event(visit: Visit, id: string): Reply {
  const session = sessionById(visit, id);
  return session ? eventPage(visit, session) : notFound(visit);
}

/** Finds a session by short id or hash. A list with `?sessions=30000` links to sessions beyond the default number. */
export function sessionById(visit: Visit, id: string): ReplicaSession | undefined {
  const is = (session: ReplicaSession): boolean => session.id === id || session.hash === id;
  return visit.sessions.find(is) ?? inventedById(visit, id, is);
}

function inventedById(visit: Visit, id: string, is: (session: ReplicaSession) => boolean): ReplicaSession | undefined {
  if (!/^(?:[0-9A-Za-z]{4,5}|[0-9a-f]{32})$/u.test(id)) return undefined;
  return programme(visit.guide, visit.site.id, MAX_SIZE).find((session) => !session.real && is(session));
}
