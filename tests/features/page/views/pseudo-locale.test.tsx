// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Sentence } from '../../../../components/Sentence.tsx';
import { guide } from '../../../../data/index.ts';
import { About } from '../../../../features/page/views/About.tsx';
import { Briefing } from '../../../../features/page/views/Briefing.tsx';
import { CardBar, CardPanel } from '../../../../features/page/views/Card.tsx';
import { Strip } from '../../../../features/page/views/Strip.tsx';
import { buildDetail } from '../../../../lib/guide/detail.ts';
import type { SeenFacts } from '../../../../lib/seen/seen.ts';
import { t } from '../../../../lib/text.ts';
import { dateName, formatNames, shortDay } from '../../../../lib/time/format.ts';
import { draw, readText } from '../../../components/draw.ts';
import { guideTexts, pseudo, unmarkedTexts } from '../../../components/pseudo-locale.ts';
import { showTexts } from '../../../messages.ts';

beforeEach(() => showTexts(pseudo));
afterEach(() => showTexts());

const DAY = 86_400_000;
/** Facts on a page that differ from the guide, in words that the guide does not have. */
const SEEN = {
  room: 'Blue Room',
  roomBefore: 'Red Room',
  speakers: ['Ada Example', 'Bo Model'],
  slides: [{ name: 'Kelp.pdf', url: 'https://example.org/kelp.pdf' }],
  video: 'https://example.org/video',
  missing: true,
} satisfies Partial<SeenFacts>;

/** Each session as in the guide, and as on a page where every fact differs. */
const CASES = guide.sessions.flatMap(({ id, start, end, speakers }) => {
  const title = `Kelp in the Cluster - ${speakers.map(({ name }) => name).join(' & ')}, Kelp Ltd`;
  const seen: SeenFacts = { at: start, start: start + DAY, end: end + DAY, title, ...SEEN };
  return [
    { id, page: 'not seen', seen: undefined },
    { id, page: 'seen', seen },
  ];
});

const data = guideTexts(guide, [DAY]);
for (const text of ['Kelp in the Cluster', 'Kelp Ltd', 'Kelp.pdf', SEEN.room, SEEN.roomBefore]) data.add(text);
data.add(formatNames(SEEN.speakers));
for (const { start } of guide.sessions) data.add(shortDay(start, guide.zone));
for (const { start } of guide.sessions) data.add(dateName(new Date(start).toISOString().slice(0, 10)));
const unmarked = (root: Element) => unmarkedTexts(root, (text) => data.has(text));

describe('a pseudo-locale', () => {
  test.each(CASES)('translates every text on the cards and the briefing of $id ($page)', async ({ id, seen }) => {
    const detail = buildDetail(guide, id, seen);
    const { session } = detail;
    const what = new Set(detail.differences.map((one) => one.what));
    // Where the guide names a company, another one is a difference too.
    what.delete('company');
    expect([...what]).toEqual(seen ? ['missing', 'time', 'room', 'speakers', 'title'] : []);
    const root = await draw(
      <>
        <CardBar session={session} event={detail.event} seen={seen} />
        <CardPanel detail={detail} />
        <Briefing detail={detail} subject={guide.subject} />
      </>,
    );
    expect(readText(root)).toContain(`${pseudo('Why watch')} ${session.why}`);
    expect(unmarked(root)).toEqual([]);
  });

  test('translates every text on the strip and its about panel', async () => {
    const root = await draw(
      <>
        <Strip subject={guide.subject} hint mentions />
        <About guide={guide} hideable={[]} />
      </>,
    );
    expect(readText(root)).toContain(pseudo('The marks'));
    expect(unmarked(root)).toEqual([]);
  });
});

describe('the check for texts that are not from locales/', () => {
  test.each<[string, () => preact.ComponentChild, string[]]>([
    ['in an element', () => <p>Read on</p>, ['Read on']],
    ['in an attribute', () => <section title="Read on" aria-label="The rest" />, ['The rest', 'Read on']],
    ['joined to data', () => <p>{guide.subject} guide</p>, [`${guide.subject} guide`]],
    ['before an element', () => <p>by {<b>{guide.subject}</b>}</p>, ['by']],
    ['as a value in a translated text', () => <p>{t('page.aboutOf', { title: 'keynote' })}</p>, ['keynote']],
    [
      'in the markup of a translated sentence',
      () => (
        <p>
          <Sentence text={t('body.source', { source: '{source}' })} parts={{ source: <a href="/">the post</a> }} />
        </p>
      ),
      ['the post'],
    ],
    ['around a term', () => <p>Read {<span class="term">on</span>} here</p>, ['Read on here']],
  ])('finds one %s', async (_, drawn, expected) => {
    expect(unmarked(await draw(drawn()))).toEqual(expected);
  });

  test('finds one in a shadow root', async () => {
    const root = await draw(<div />);
    root.firstElementChild?.attachShadow({ mode: 'open' }).append('Read on');
    expect(unmarked(root)).toEqual(['Read on']);
  });

  test.each<[string, () => preact.ComponentChild]>([
    ['data', () => <p title={guide.subject}>{guide.name}</p>],
    ['a translated text, also in another', () => <p>{t('page.counts', { guide: t('body.why'), mentions: 7 })}</p>],
    ['a number, a numeric date or a sign', () => <p>2026-11-24, 7 ·</p>],
    ['a style sheet', () => <style>{'p { color: red }'}</style>],
  ])('ignores %s', async (_, drawn) => {
    expect(unmarked(await draw(drawn()))).toEqual([]);
  });
});

test('A sentence has its link where the language puts it, and keeps unknown {names} as text', async () => {
  const link = <a href="/">the post</a>;
  for (const [text, expected] of [
    ['Read {there}.', 'Read <a href="/">the post</a>.'],
    ['{there} is more', '<a href="/">the post</a> is more'],
    ['{other} {constructor} {there}', '{other} {constructor} <a href="/">the post</a>'],
    ['No link', 'No link'],
  ] as const) {
    expect((await draw(<Sentence text={text} parts={{ there: link }} />)).innerHTML).toBe(expected);
  }
});
