// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Star } from '../../../../components/Star.tsx';
import { guide } from '../../../../data/index.ts';
import { Briefing } from '../../../../features/page/views/Briefing.tsx';
import { CardBar, CardPanel } from '../../../../features/page/views/Card.tsx';
import { buildDetail } from '../../../../lib/guide/detail.ts';
import type { SeenFacts } from '../../../../lib/seen/seen.ts';
import { allByRole, byRole, draw, press, readName, readText, saidIn } from '../../../components/draw.ts';

const nothing = () => {};
const IDS = guide.sessions.map(({ id }) => id);

/** The text of the fact with this name. */
function fact(root: Element, name: string): string | undefined {
  const term = [...root.querySelectorAll('.facts dt')].find((dt) => dt.textContent === name);
  return term && readText(term.nextElementSibling);
}

describe('the star', () => {
  test('has the session in its name, shows whether it is picked, and calls back when pressed', async () => {
    const presses: string[] = [];
    const root = await draw(<Star title="Taming the LRU" picked={false} onToggle={() => presses.push('star')} />);
    const star = byRole(root, 'button', 'Pick: Taming the LRU');
    expect([star.getAttribute('aria-pressed'), star.getAttribute('type')]).toEqual(['false', 'button']);
    await press(star);
    expect(presses).toEqual(['star']);
    await draw(<Star title="Taming the LRU" picked={true} onToggle={nothing} />, root);
    expect(star.isConnected && star.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a closed card', () => {
  test('has the takeaway, a star, and a button that opens it', async () => {
    const [session] = guide.sessions;
    if (!session) throw new Error('the guide has no session');
    const shown = { ...session, title: 'T', takeaway: 'It is short.' };
    const root = await draw(<CardBar session={shown} event={undefined} />);
    expect(readText(root.querySelector('.takeaway'))).toBe('It is short.');
    const star = byRole(root, 'button', 'Pick: T');
    expect([star.getAttribute('aria-pressed'), star.dataset.action]).toEqual(['false', 'pick']);
    const toggle = byRole(root, 'button', 'Summary: T');
    expect(readText(toggle)).toBe('Summary');
    expect([toggle.getAttribute('aria-expanded'), toggle.dataset.action]).toEqual(['false', 'toggle']);
    expect(allByRole(root, 'button').map((button) => button.getAttribute('type'))).toEqual(['button', 'button']);
  });
});

describe('a closed card and a briefing', () => {
  const [session] = guide.sessions;
  if (!session) throw new Error('the guide has no session');
  const detail = buildDetail(guide, session.id);
  const event = { ...detail.event, links: [] };
  const link = (kind: 'recording' | 'slides' | 'playlist', path: string) => ({
    kind,
    url: `https://example.org/${path}`,
    asOf: '2025-11-20',
    foundAt: 'https://example.org/',
  });
  const seen = (facts: object) => ({ at: 1, ...facts }) as SeenFacts;
  const files = [{ name: 'a.pdf', url: 'https://example.org/a.pdf' }];
  const withPlaylist = { ...event, links: [link('playlist', 'list')] };

  test.each<[string, Pick<typeof detail, 'session' | 'event'> & { seen?: SeenFacts }, string[][]]>([
    [
      'the recording and the slides of the guide',
      { session: { ...session, links: [link('recording', 'watch'), link('slides', 'deck')] }, event: withPlaylist },
      [
        ['Recording', 'https://example.org/watch'],
        ['Slides', 'https://example.org/deck'],
      ],
    ],
    [
      'the video and the slides that were seen on the page',
      {
        session: { ...session, links: [] },
        event: withPlaylist,
        seen: seen({ video: 'https://example.org/v', slides: files }),
      },
      [
        ['Video on Sched', 'https://example.org/v'],
        ['Slides', 'https://example.org/a.pdf'],
      ],
    ],
    [
      'the playlist otherwise',
      { session: { ...session, links: [] }, event: withPlaylist },
      [['In the playlist', 'https://example.org/list']],
    ],
    ['nothing if no link is known', { session: { ...session, links: [] }, event }, []],
  ])('link to %s', async (_, facts, expected) => {
    const views = [
      <CardBar key="bar" {...facts} />,
      <Briefing key="briefing" detail={{ ...detail, ...facts }} subject="S" />,
    ];
    for (const view of views) {
      const links = [...(await draw(view)).querySelectorAll('a.watch')];
      expect(links.map((one) => [readText(one), one.getAttribute('href')])).toEqual(expected);
      expect(links.map(readName)).toEqual(expected.map(([text]) => `${text}: ${session.title}`));
      for (const one of links) expect(one.getAttribute('target')).toBe('_blank');
    }
  });
});

describe('an open card', () => {
  test.each(IDS)('of %s has the summary, the reason to watch, speakers, time and source', async (id) => {
    const detail = buildDetail(guide, id);
    const root = await draw(<CardPanel detail={detail} />);
    expect(byRole(root, 'region', detail.session.takeaway)).toBeDefined();
    expect(saidIn(root.querySelector('.summary'))).toBe(detail.session.summary);
    expect(saidIn(root.querySelector('.why'))).toBe(`Why watch ${detail.session.why}`);
    for (const { name } of detail.session.speakers) expect(fact(root, 'Speakers')).toContain(name);
    expect(fact(root, 'Time')).toMatch(/^(?:Monday|Tuesday|Wednesday), November 1[0-2], .* [AP]M EST$/u);
    expect(byRole(root, 'link', guide.source.title).getAttribute('href')).toBe(guide.source.url);
  });

  test('opens every link in a new tab, without opener and referrer', async () => {
    for (const id of IDS) {
      for (const link of allByRole(await draw(<CardPanel detail={buildDetail(guide, id)} />), 'link')) {
        expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
        expect(link.getAttribute('href')).toMatch(/^https:\/\//u);
        expect(readName(link)).not.toBe('');
      }
    }
  });

  test('lists the sessions at the same time, for exactly the five that overlap', async () => {
    const overlapping: Record<string, string[]> = {};
    for (const id of IDS) {
      const root = await draw(<CardPanel detail={buildDetail(guide, id)} />);
      const links = [...root.querySelectorAll('.facts .refs a')].map((link) => link.getAttribute('href') ?? '');
      if (fact(root, 'Same time') !== undefined) overlapping[id] = links;
    }
    const co = (id: string) => `https://colocatedeventsna2025.sched.com/event/${id}`;
    expect(overlapping).toEqual({
      '28D0g': [co('28D0X'), co('28D14')],
      '28D0X': [co('28D0g'), co('28D14')],
      '28D14': [co('28D0g'), co('28D0X')],
      '27FaR': ['https://kccncna2025.sched.com/event/27FaL'],
      '27FaL': ['https://kccncna2025.sched.com/event/27FaR'],
    });
  });

  test.each([
    ['27FbS', ['Recording checked Nov 27, 2026', 'Report in Japanese checked Nov 27, 2026']],
    [
      '28D2o',
      [
        'Pull request with the fix checked Nov 27, 2026',
        'Follow-up: kubectl-cilium, a tool from Kakao that finds full BPF maps checked Nov 27, 2026',
        'CiliumCon recordings checked Nov 27, 2026',
      ],
    ],
    ['28D14', ['Recording checked Nov 27, 2026', 'Case study checked Nov 27, 2026']],
    ['27FaL', ['No recording known']],
  ])('of %s lists recordings and links, or says that none is known', async (id, expected) => {
    const root = await draw(<CardPanel detail={buildDetail(guide, id)} />);
    expect([...root.querySelectorAll('[aria-label="Recordings and links"] > li')].map(readText)).toEqual(expected);
  });

  test('shows what changed since the post, if anything did', async () => {
    const changed = async (id: string) =>
      readText((await draw(<CardPanel detail={buildDetail(guide, id)} />)).querySelector('.change'));
    expect(await changed('27FaL')).toMatch(/^Changed since announced .*no longer on the published schedule/u);
    expect(await changed('27FbS')).toContain('TikTok');
    expect(await changed('28D1Y')).toBe('');
  });

  test('explains its terms, and has no empty glossary', async () => {
    const terms = async (id: string) =>
      (await draw(<CardPanel detail={buildDetail(guide, id)} />)).querySelector('details');
    const details = await terms('28D2o');
    expect(readText(details?.querySelector('summary'))).toBe('6 terms explained');
    expect([...(details?.querySelectorAll('dt') ?? [])].map(readText)).toContain('LRU map');
    expect(await terms('28F61')).toBeNull();
  });

  test('shows how sessions are related to it, and why', async () => {
    const root = await draw(<CardPanel detail={buildDetail(guide, '28D0X')} />);
    const related = [...root.querySelectorAll('.related > li')].map(readText);
    expect(
      related.map((text) => /^(?:Continues in|Same subject|Watch before|Background for)/u.exec(text)?.[0]),
    ).toEqual(['Continues in', 'Continues in', 'Same subject']);
    expect(related[0]).toMatch(/^Continues in Containing Wildfires.*Automates such rules/u);
  });
});

describe('the briefing', () => {
  const drawBriefing = (id: string) => draw(<Briefing detail={buildDetail(guide, id)} subject="Cilium" />);

  test('has the takeaway as its heading, the summary, the star and “Show all”', async () => {
    const root = await drawBriefing('28D2Q');
    const { session } = buildDetail(guide, '28D2Q');
    expect(byRole(root, 'heading', /^Cilium guide/u).textContent).toContain(session.takeaway);
    expect(saidIn(root.querySelector('.summary'))).toBe(session.summary);
    const star = byRole(root, 'button', `Pick: ${session.title}`);
    expect([star.getAttribute('aria-pressed'), star.dataset.action]).toEqual(['false', 'pick']);
    const all = byRole(root, 'button', 'Show all');
    expect([all.getAttribute('aria-expanded'), all.dataset.action]).toEqual(['false', 'all']);
  });

  test.each([
    ['28F61', [undefined, '28Czl']],
    ['28D2o', ['28D2Q', '27Nnr']],
    ['27FbS', ['27FaL', undefined]],
  ])('of %s links to the sessions before and after it', async (id, expected) => {
    const nav = (await drawBriefing(id)).querySelector('nav');
    expect(nav && readName(nav)).toBe('Cilium sessions before and after');
    const found = [...(nav?.querySelectorAll('p') ?? [])].map((p) => [
      readText(p.querySelector('.how')),
      p.querySelector('a')?.href,
    ]);
    const neighbours = Object.fromEntries(found) as Record<string, string>;
    const ids = ['Previous in the guide', 'Next in the guide'].map((label) => neighbours[label]?.split('/event/')[1]);
    expect(ids).toEqual(expected);
  });

  test('names the site of the next session only when that is another site', async () => {
    expect(readText((await drawBriefing('28D2o')).querySelector('nav'))).toContain(
      'KubeCon, on the site “KubeCon + CloudNativeCon”',
    );
    expect(readText((await drawBriefing('28D1Y')).querySelector('nav'))).not.toContain('on the site');
  });
});
