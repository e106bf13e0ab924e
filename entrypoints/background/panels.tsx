/** Draws panels as data: their texts, components and styles are not in the content script, which every page pays for. */

import aboutCss from '../../components/page/About.css?inline';
import { About } from '../../components/page/About.tsx';
import briefingCss from '../../components/page/Briefing.css?inline';
import { Briefing } from '../../components/page/Briefing.tsx';
import cardCss from '../../components/page/Card.css?inline';
import { CardBar, CardPanel } from '../../components/page/Card.tsx';
import panelCss from '../../components/page/Panel.css?inline';
import stripCss from '../../components/page/Strip.css?inline';
import { Strip } from '../../components/page/Strip.tsx';
import bodyCss from '../../components/SessionBody.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { asTree } from '../../components/tree/to-node.ts';
import { guide, sessionById } from '../../data/index.ts';
import { detailOf } from '../../lib/detail.ts';
import type { Bars, Panel, PanelKind } from '../../lib/messages.ts';
import { pageTexts } from '../../lib/page-texts.ts';
import { report } from '../../lib/report.ts';
import { loadSeen } from '../../lib/storage.ts';

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
