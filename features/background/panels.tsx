/** Draws panels as data: their texts, components and styles are not in the content script, which every page pays for. */

import bodyCss from '../../components/SessionBody.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { guide, sessionById } from '../../data/index.ts';
import { detailOf } from '../../lib/guide/detail.ts';
import type { Bars, Panel, PanelKind } from '../../lib/messages.ts';
import { loadSeen } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { asTree } from '../page/tree/to-node.ts';
import aboutCss from '../page/views/About.css?inline';
import { About } from '../page/views/About.tsx';
import briefingCss from '../page/views/Briefing.css?inline';
import { Briefing } from '../page/views/Briefing.tsx';
import cardCss from '../page/views/Card.css?inline';
import { CardBar, CardPanel } from '../page/views/Card.tsx';
import panelCss from '../page/views/Panel.css?inline';
import stripCss from '../page/views/Strip.css?inline';
import { Strip } from '../page/views/Strip.tsx';
import { pageTexts } from './page-texts.ts';

/** The closed cards of all sessions of the guide. */
export function bars(): Bars {
  const trees = guide.sessions.map(({ id, title, takeaway }) => [
    id,
    asTree(<CardBar title={title} takeaway={takeaway} />),
  ]);
  return { trees: Object.fromEntries(trees), css: tokensCss + cardCss, texts: pageTexts() };
}

/** A panel of the guide, or undefined when the guide (of a newer version, perhaps) no longer has the session. */
export async function panelOf(kind: PanelKind, id: string): Promise<Panel | undefined> {
  if (kind === 'strip')
    return { tree: asTree(<Strip subject={guide.subject} />), css: tokensCss + stripCss, texts: pageTexts() };
  if (kind === 'about') return { tree: asTree(<About guide={guide} />), css: tokensCss + aboutCss };
  if (!sessionById(id)) return undefined;
  const seen = await loadSeen().catch((error: unknown) => report(error, 'seen'));
  const detail = detailOf(guide, id, seen?.get(id));
  return kind === 'card'
    ? { tree: asTree(<CardPanel detail={detail} />), css: tokensCss + bodyCss + panelCss }
    : { tree: asTree(<Briefing detail={detail} subject={guide.subject} />), css: tokensCss + bodyCss + briefingCss };
}
