// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { guide } from '../../data/index.ts';
import { CatchUp } from '../../features/agenda/catch-up/CatchUp.tsx';
import { About } from '../../features/page/views/About.tsx';
import { Briefing } from '../../features/page/views/Briefing.tsx';
import { CardBar, CardPanel } from '../../features/page/views/Card.tsx';
import { Strip } from '../../features/page/views/Strip.tsx';
import { buildDetail } from '../../lib/guide/detail.ts';
import { interpret } from '../../lib/seen/page-facts.ts';
import { mergeSeen } from '../../lib/seen/seen.ts';
import { drawTab } from '../features/agenda/share/share-tab.tsx';
import { AFTER, DURING, doing, drawAgenda, IDS, row } from '../features/agenda/views/agenda.tsx';
import { drawOptions } from '../features/options/views/options-page.tsx';
import { draw } from './draw.ts';

const readHost = (url: string) => new URL(url).hostname;
/** Hosts that a link may lead to: the guide's sites, links and source, calendars, and hosts of slides and videos. */
const ALLOWED = new Set([
  ...guide.sites.map(({ host }) => host),
  ...[...guide.events, ...guide.context, ...guide.sessions].flatMap(({ links }) =>
    links.map(({ url }) => readHost(url)),
  ),
  readHost(guide.source.url),
  'calendar.google.com',
  'outlook.live.com',
  'hosted-files.sched.co',
  'www.youtube.com',
]);

/** Facts from a hostile page: only the first two files and the YouTube video may be linked. */
const HOSTILE = interpret(
  {
    title: '<a href="https://evil.example">A title</a>',
    files: [
      { name: 'Slides', url: 'https://hosted-files.sched.co/x/slides.pdf' },
      { name: '<img src=x onerror=alert(1)>', url: 'https://hosted-files.sched.co/x/two.pdf' },
      { name: 'Elsewhere', url: 'https://evil.example/slides.pdf' },
      { name: 'Script', url: 'javascript:alert(1)' },
      { name: 'Data', url: 'data:text/html,<script>alert(1)</script>' },
    ],
    frames: ['https://evil.example/embed', 'https://www.youtube.com/embed/abcdefghijk'],
  },
  { event: guide.zone },
);

/** The unsafe links of a document, and the number of all. */
function faultsIn(root: Element): { links: number; faults: string[] } {
  const links = [...root.querySelectorAll('a, area, [href], [action], [formaction], [src]')];
  const faults = links.filter((link) => {
    const href = link.getAttribute('href') ?? '';
    if (link.localName !== 'a') return true;
    // A link within the document.
    if (/^#[\w-]+$/u.test(href)) return false;
    const url = URL.parse(href);
    const safe = url?.protocol === 'https:' && url.port === '' && url.username === '' && ALLOWED.has(url.hostname);
    const apart = link.getAttribute('rel') === 'noopener noreferrer' && link.getAttribute('target') === '_blank';
    return !safe || !apart;
  });
  return { links: links.length, faults: faults.map((link) => link.outerHTML) };
}

const safe = (root: Element, atLeast: number) => {
  const { links, faults } = faultsIn(root);
  expect(faults).toEqual([]);
  expect(links).toBeGreaterThanOrEqual(atLeast);
};

describe('links open allowed https hosts in a new tab, without opener or referrer:', () => {
  test.each(IDS)('in the card and briefing of %s, even with facts from a hostile page', async (id) => {
    for (const seen of [undefined, mergeSeen(undefined, HOSTILE, AFTER)]) {
      const detail = buildDetail(guide, id, seen);
      safe(await draw(<CardPanel detail={detail} />), seen ? 4 : 1);
      safe(await draw(<Briefing detail={detail} subject={guide.subject} />), seen ? 4 : 1);
    }
  });

  test('in card bars, the strip and its panel', async () => {
    for (const id of IDS) {
      const { session, event, seen } = buildDetail(guide, id, mergeSeen(undefined, HOSTILE, AFTER));
      safe(await draw(<CardBar session={session} event={event} seen={seen} />), 0);
    }
    safe(await draw(<Strip subject={guide.subject} hint mentions />), 0);
    safe(await draw(<About guide={guide} hideable={[]} />), 5);
  });

  test.each([
    ['popup during the event', 'popup', DURING],
    ['tab after the event', 'tab', AFTER],
  ] as const)('in the agenda’s %s, with each row open', async (_, surface, now) => {
    const { root } = await drawAgenda({ surface: surface as never, now });
    for (const id of IDS) {
      await doing(() => row(root, id).querySelector<HTMLElement>('h3 button')?.click());
      safe(row(root, id), 3);
    }
    safe(root, IDS.length);
  });

  test.each([undefined, { minutes: 480, at: AFTER }, { minutes: 60, goal: 'ipv6', at: AFTER }])(
    'in the catch-up tab with the plan %j',
    async (plan) => {
      const watched = new Map(IDS.slice(0, 2).map((id) => [id, { at: AFTER }]));
      const seen = new Map(IDS.map((id) => [id, HOSTILE]));
      const tab = (
        <CatchUp
          guide={guide}
          plan={plan}
          watched={watched}
          seen={seen}
          now={AFTER}
          onPlan={() => {}}
          onWatched={() => {}}
        />
      );
      safe(await draw(tab), plan ? 2 : 0);
    },
  );

  test('in the share tab and the options', async () => {
    safe(await drawTab(), 0);
    safe(await drawOptions(), 1);
  });

  test('the check finds unsafe links', async () => {
    const wrong = [
      'https://evil.example/',
      `http://${guide.sites[0]?.host}/`,
      'javascript:alert(1)',
      '/relative',
      `https://user@${guide.sites[0]?.host}/`,
    ];
    for (const href of wrong) {
      const root = await draw(
        <a href={href} target="_blank" rel="noopener noreferrer">
          Elsewhere
        </a>,
      );
      expect(faultsIn(root).faults, href).toHaveLength(1);
    }
    expect(faultsIn(await draw(<a href={guide.source.url}>Elsewhere</a>)).faults).toHaveLength(1);
  });
});
