// @vitest-environment happy-dom
/** Checks every icon, button and link in the agenda, the options, the welcome page, and on Sched's pages. */
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../data/agenda.ts';
import { guide } from '../../data/index.ts';
import { CatchUp } from '../../features/agenda/catch-up/CatchUp.tsx';
import { About } from '../../features/page/views/About.tsx';
import { Briefing } from '../../features/page/views/Briefing.tsx';
import { CardBar, CardPanel } from '../../features/page/views/Card.tsx';
import { Strip } from '../../features/page/views/Strip.tsx';
import { Welcome } from '../../features/welcome/Welcome.tsx';
import { buildDetail } from '../../lib/guide/detail.ts';
import { drawTab } from '../features/agenda/share/share-tab.tsx';
import { AFTER, BEFORE, drawAgenda, IDS, openRow, ownWith } from '../features/agenda/views/agenda.tsx';
import { drawOptions } from '../features/options/views/options-page.tsx';
import { draw, readName, readText } from './draw.ts';

const recorded = guide.sessions.find(({ links }) => links.some(({ kind }) => kind === 'recording'));
const detail = buildDetail(guide, recorded?.id ?? '');
const nothing = () => {};

/** An agenda in which every session is picked, watched and has a note, with one row open. */
async function fullAgenda(now: number): Promise<Element> {
  const notes = Object.fromEntries(IDS.map((id) => [id, 'A note']));
  const { root } = await drawAgenda({ now, own: ownWith({ picked: IDS, watched: IDS, notes }) });
  await openRow(root, detail.session.id);
  return root;
}

const SURFACES: [where: string, () => Promise<Element>][] = [
  ['the agenda before the event', () => fullAgenda(BEFORE)],
  ['the agenda after the event', () => fullAgenda(AFTER)],
  [
    'the catch-up tab',
    () =>
      draw(
        <CatchUp
          guide={guide}
          plan={{ minutes: 480, at: AFTER }}
          watched={new Map(IDS.slice(0, 2).map((id) => [id, { at: AFTER + 1 }]))}
          seen={new Map()}
          now={AFTER}
          onPlan={nothing}
          onWatched={nothing}
        />,
      ),
  ],
  ['the share tab', () => drawTab()],
  ['the options', () => drawOptions()],
  ['the welcome page', () => draw(<Welcome guide={agendaGuide} build="firefox" allowed={true} onAllow={nothing} />)],
  ['a closed card', () => draw(<CardBar {...detail} />)],
  ['an open card', () => draw(<CardPanel detail={detail} />)],
  ['a briefing', () => draw(<Briefing detail={detail} subject={guide.subject} />)],
  ['the strip', () => draw(<Strip subject={guide.subject} hint={true} mentions={true} />)],
  ['the panel of the strip', () => draw(<About guide={guide} hideable={[]} />)],
];

function isText(node: Node | null): node is Text {
  return node?.nodeType === Node.TEXT_NODE;
}

describe.each(SURFACES)('in %s', (_, drawn) => {
  test('no icon touches its text', async () => {
    const touching = [...(await drawn()).querySelectorAll('.icon')].filter(
      ({ previousSibling: before, nextSibling: after }) =>
        (isText(before) && /\S$/u.test(before.data)) || (isText(after) && /^\S/u.test(after.data)),
    );
    expect(touching.map(({ parentElement }) => readText(parentElement))).toEqual([]);
  });

  // A title becomes the description if the element has a name without it.
  test('no control or link repeats its name as its description', async () => {
    const repeated = [...(await drawn()).querySelectorAll('button, a, summary, input, select')].filter((element) => {
      const description = element.getAttribute('aria-description') ?? element.getAttribute('title') ?? '';
      const named = readText(element.getAttribute('aria-label') ?? element.textContent) !== '';
      return named && description !== '' && readName(element).includes(description);
    });
    expect(repeated.map(readName)).toEqual([]);
  });
});
