/** The guide as one page of HTML that needs nothing else: no script, no other file, no network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComponentChild, h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { SessionFile } from '../../../data/schema.ts';
import type { Draft } from '../read.ts';
import { dayWords, timeWords } from '../when.ts';
import { banner, problemsSection } from './head.ts';
import { lengthsSection } from './lengths.ts';
import { counted, type Part, sessionLink, type View, viewOf } from './parts.ts';
import {
  contextSection,
  eventsSection,
  goalsSection,
  linkHostsSection,
  mentionsSection,
  peopleSection,
  termsSection,
  topicsSection,
} from './sections.ts';
import { sessionArticle } from './session.ts';

/** The browser is told that nothing may be fetched or run, so that this holds whatever a guide's texts are. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The product's own look, then the page's. */
const STYLES = ['../../../components/tokens.css', 'page.css'];

const AFTER = [
  eventsSection,
  goalsSection,
  topicsSection,
  contextSection,
  termsSection,
  mentionsSection,
  linkHostsSection,
  peopleSection,
  lengthsSection,
];

/** The page of a guide, as the text of an HTML file. */
export function pageOf({ guide, problems }: Draft): string {
  const view = viewOf(guide);
  const trouble = problemsSection(view, problems);
  const days = daysOf(view);
  const after = AFTER.flatMap((part) => part(view) ?? []);
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    renderToStaticMarkup(h('title', null, `${guide.name || guide.id}: ${guide.subject} Session Guide`)),
    // Our own files, with no text of a guide in them.
    `<style>\n${STYLES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')}</style>`,
  ];
  const body = h('body', { class: 'surface' }, [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the sessions'),
    banner(view),
    h('div', { class: 'frame' }, [
      contents(view, [...(trouble ? [trouble] : []), ...days.map(({ part }) => part), ...after], days),
      h('main', { id: 'main', tabIndex: -1 }, [
        trouble && section(trouble),
        days.map(({ part }) => section(part)),
        after.map(section),
      ]),
    ]),
    h('footer', null, [
      h('p', null, [
        'Guide ',
        h('code', null, guide.id),
        `, version ${guide.schema} of its format. `,
        h('a', { href: '#top' }, 'Back to the top'),
      ]),
    ]),
  ]);
  const html = [
    '<!doctype html>',
    '<html lang="en" id="top">',
    '<head>',
    ...head,
    '</head>',
    renderToStaticMarkup(body),
    '</html>',
  ];
  return `${html.join('\n')}\n`;
}

interface Day {
  part: Part;
  sessions: readonly SessionFile[];
}

/** The sessions by day, each day's in order of time. */
function daysOf(view: View): Day[] {
  const sorted = [...view.guide.sessions].sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  const days = Map.groupBy(sorted, ({ start }) => start.slice(0, 10));
  return [...days].map(([date, sessions], index) => ({
    sessions,
    part: {
      id: `day-${/^[\d-]+$/u.test(date) ? date : index}`,
      title: dayWords(date) || 'Without a day',
      inside: sessions.map((session) => sessionArticle(view, session)),
    },
  }));
}

function section({ id, title, inside }: Part): ComponentChild {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, [h('h2', { id: `${id}-title` }, title), inside]);
}

/** The way to every part and every session. */
function contents(view: View, parts: readonly Part[], days: readonly Day[]): ComponentChild {
  const entries = parts.map((part) => {
    const sessions = days.find((day) => day.part === part)?.sessions ?? [];
    return h('li', null, [
      h('a', { href: `#${part.id}` }, part.title),
      sessions.length > 0
        ? h(
            'ol',
            null,
            sessions.map((session) => h('li', null, entry(view, session))),
          )
        : null,
    ]);
  });
  return h('nav', { 'aria-labelledby': 'contents' }, [h('h2', { id: 'contents' }, 'Contents'), h('ul', null, entries)]);
}

function entry(view: View, session: SessionFile): ComponentChild[] {
  const empty = [session.takeaway, session.summary, session.why].filter((text) => text === '').length;
  return [
    h('span', { class: 'at' }, timeWords(session.start, session.end)),
    ' ',
    sessionLink(view, session),
    empty > 0 ? h('span', { class: 'unwritten' }, counted(empty, 'text to write', 'texts to write')) : null,
  ];
}
