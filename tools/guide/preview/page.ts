/** Renders the guide as one self-contained HTML page, without scripts, other files or network requests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComponentChild, h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Problem } from '../../../data/check.ts';
import type { SessionFile } from '../../../data/schema.ts';
import type { Draft } from '../files.ts';
import { counted, dayWords, timeWords, zoneWords } from '../when.ts';
import { createView, date, facts, list, listed, out, type Part, sessionLink, type View, written } from './parts.ts';
import { guideSections } from './sections.ts';
import { sessionArticle, watchLink } from './session.ts';

/** Prevents the browser from fetching or running anything, whatever the guide's texts contain. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The product's colours and fonts, then the page's own styles. */
const STYLES = ['../../../components/tokens.css', 'page.css'];

/**
 * Renders the page of a guide as HTML text.
 * @param calendar the name of the calendar file beside the page, if any
 */
export function renderPage({ guide, problems }: Draft, calendar?: string): string {
  const view = createView(guide);
  const days = groupDays(view);
  const trouble = problemsSection(view, problems);
  const after = guideSections(view);
  const body = h('body', { class: 'surface' }, [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the sessions'),
    banner(view, calendar),
    contents(view, days, [...(trouble ? [trouble] : []), ...after]),
    h('main', { id: 'main', tabIndex: -1 }, [
      trouble && sectionElement(trouble),
      days.map(({ id, title, sessions }) => {
        const inside = sessions.map((session) => sessionArticle(view, session));
        return sectionElement({ id, title, inside });
      }),
      after.map(sectionElement),
    ]),
    h('footer', null, h('p', null, [`Guide ${guide.id}. `, h('a', { href: '#top' }, 'Back to the top')])),
  ]);
  return `<!doctype html>
<html lang="en" id="top">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${renderToStaticMarkup(h('title', null, `${guide.name || guide.id}: ${guide.subject} Session Guide`))}
<style>
${STYLES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')}</style>
</head>
${renderToStaticMarkup(body)}
</html>
`;
}

const UNOFFICIAL = 'Unofficial: not affiliated with Sched, the CNCF or ';

/** The guide's event, its source and its calendar. */
function banner({ guide }: View, calendar: string | undefined): ComponentChild {
  const { name, subject, place, source, zone, firstDay, lastDay, sessions, events, sites } = guide;
  const short = zoneWords(`${firstDay}T12:00`, zone);
  const sourceLink = source.title === '' ? written('') : out(source.url, source.title);
  const day = (one: string) => h('time', { dateTime: one }, written(dayWords(one)));
  return h('header', { class: 'banner' }, [
    h('p', { class: 'kicker' }, [written(subject), ' Session Guide']),
    h('h1', null, written(name)),
    facts([
      ['Where', written(place)],
      ['When', [day(firstDay), ' to ', day(lastDay)]],
      ['Times', ['those of ', written(zone), short === zone ? '' : ` (${short})`]],
      [
        'Contains',
        `${counted(sessions.length, 'session')} of ${counted(events.length, 'event')} on ${counted(sites.length, 'Sched site')}`,
      ],
      [
        'Source',
        [sourceLink, ' by ', listed([written(source.author), written(source.organisation), date(source.published)])],
      ],
    ]),
    calendar &&
      h('p', { class: 'watch' }, h('a', { href: calendar, download: calendar }, 'All sessions as a calendar file')),
    h('p', { class: 'quiet' }, [UNOFFICIAL, written(subject), '. Written in our own words.']),
  ]);
}

/** Lists the problems that prevent a build, grouped by session. */
function problemsSection(view: View, problems: readonly Problem[]): Part | undefined {
  if (problems.length === 0) return undefined;
  const { sessions } = view.guide;
  const bySession = Map.groupBy(problems, ({ path }) => sessions[Number(/^sessions\[(\d+)\]/u.exec(path)?.[1])]);
  return {
    id: 'guide-problems',
    title: `Not ready: ${counted(problems.length, 'problem')}`,
    inside: [
      h('p', null, 'Fix these before the guide can be built. Missing texts are marked below.'),
      [...bySession].map(([session, some]) => [
        h('h3', null, session ? sessionLink(view, session) : 'The guide as a whole'),
        list(
          'plain',
          some.map(({ path, reason }) => [h('code', null, path), ` ${reason}`]),
        ),
      ]),
    ],
  };
}

/** The sessions by day and time. */
function groupDays({ guide }: View) {
  const sorted = guide.sessions.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  return [...Map.groupBy(sorted, ({ start }) => start.slice(0, 10))].map(([date, sessions], index) => ({
    id: `day-${/^[\d-]+$/u.test(date) ? date : index}`,
    title: dayWords(date) || 'Without a day',
    sessions,
  }));
}

function sectionElement({ id, title, inside }: Part): ComponentChild {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, [h('h2', { id: `${id}-title` }, title), inside]);
}

/** The programme at a glance, with links to recordings and to the other parts of the page. */
function contents(view: View, days: ReturnType<typeof groupDays>, parts: readonly Part[]): ComponentChild {
  return h('nav', { 'aria-labelledby': 'contents' }, [
    h('h2', { id: 'contents' }, 'Sessions'),
    days.map(({ id, title, sessions }) => [
      h('h3', null, h('a', { href: `#${id}` }, title)),
      list(
        'programme',
        sessions.map((session) => contentsEntry(view, session)),
      ),
    ]),
    list(
      'parts',
      parts.map(({ id, title }) => h('a', { href: `#${id}` }, title)),
    ),
  ]);
}

function contentsEntry(view: View, session: SessionFile): ComponentChild[] {
  const empty = [session.takeaway, session.summary, session.why].filter((text) => text === '').length;
  return [
    h('span', { class: 'at' }, timeWords(session.start, session.end)),
    ' ',
    h('span', null, [sessionLink(view, session), ' ', watchLink(view, session)]),
    empty > 0 ? h('span', { class: 'unwritten' }, counted(empty, 'text to write', 'texts to write')) : null,
  ];
}
