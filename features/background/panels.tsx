/** Renders panels as data, so that the content script, which every page loads, needs no components and no styles. */
import type { VNode } from 'preact';
import bodyCss from '../../components/SessionBody.css?inline';
import { listSwitches, switchName } from '../../components/Switches.tsx';
import tokensCss from '../../components/tokens.css?inline';
import { guide, sessionById } from '../../data/index.ts';
import { buildDetail } from '../../lib/guide/detail.ts';
import type { ListPanels, Panel, PanelKind, TreeNode } from '../../lib/messages.ts';
import { parseOwnKey } from '../../lib/own/own.ts';
import type { Values } from '../../lib/own/patches.ts';
import {
  choiceKey,
  HINT_KEY,
  PARTS,
  partsOn,
  readHours,
  readSwitches,
  type Switch,
  switchKey,
} from '../../lib/own/settings.ts';
import { read } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { readSeen, seenKey } from '../../lib/seen/seen.ts';
import { t } from '../../lib/text.ts';
import { writeHours } from '../../lib/time/format.ts';
import { treesFromVNode } from '../page/tree/from-vnode.ts';
import aboutCss from '../page/views/About.css?inline';
import { About } from '../page/views/About.tsx';
import briefingCss from '../page/views/Briefing.css?inline';
import { Briefing } from '../page/views/Briefing.tsx';
import cardCss from '../page/views/Card.css?inline';
import { CardBar, CardPanel } from '../page/views/Card.tsx';
import chipCss from '../page/views/Chip.css?inline';
import panelCss from '../page/views/Panel.css?inline';
import stripCss from '../page/views/Strip.css?inline';
import { Strip } from '../page/views/Strip.tsx';
import undoCss from '../page/views/Undo.css?inline';
import { Undo } from '../page/views/Undo.tsx';
import { pageTexts } from './page-texts.ts';

/** The strip, and the closed cards of all sessions of the guide. */
export async function drawList(): Promise<ListPanels> {
  const stored = await load([...guide.sessions.map(({ id }) => seenKey(id)), HINT_KEY]);
  const seen = readSeen(stored);
  const trees = guide.sessions.map((session) => {
    const event = guide.events.find(({ id }) => id === session.event);
    return [session.id, draw(<CardBar session={session} event={event} seen={seen.get(session.id)} />)];
  });
  return {
    bars: { trees: Object.fromEntries(trees), css: tokensCss + cardCss },
    strip: {
      tree: draw(<Strip subject={guide.subject} hint={stored[HINT_KEY] !== true} mentions={Boolean(guide.mentions)} />),
      css: tokensCss + chipCss + stripCss,
    },
    texts: pageTexts(),
  };
}

/** A panel for a page of a host, or false if the guide has no such session. */
export async function drawPanel(kind: PanelKind, id: string, host: string): Promise<Panel | false> {
  if (kind === 'about') return drawAbout(host);
  if (kind === 'undo') return drawUndo(id);
  if (!sessionById(id)) return false;
  const seen = readSeen(await load([seenKey(id)])).get(id);
  const detail = buildDetail(guide, id, seen);
  if (kind === 'briefing')
    return { tree: draw(<Briefing detail={detail} subject={guide.subject} />), css: tokensCss + bodyCss + briefingCss };
  return { tree: draw(<CardPanel detail={detail} />), css: bodyCss + panelCss };
}

async function drawAbout(host: string): Promise<Panel> {
  const stored = await read('local').catch((error: unknown) => report(error, 'settings'));
  const on = partsOn(readSwitches(stored ?? {}), host);
  // Not the strip: it has its own close button.
  const hideable = PARTS.filter(
    (part) => part !== 'strip' && on.has(part) && (part !== 'quiet' || guide.mentions?.quiet.length),
  );
  return { tree: draw(<About guide={guide} hideable={hideable} />), css: chipCss + aboutCss };
}

/** The line that offers undo, or false for a key that no page changes. */
function drawUndo(key: string): Panel | false {
  const pick = parseOwnKey(key);
  const text = pick ? unpickedText(pick.id) : switchedText(key);
  if (!text) return false;
  return { tree: draw(<Undo text={text} isSetting={!pick} />), css: tokensCss + undoCss };
}

function unpickedText(id: string): string | undefined {
  const session = sessionById(id);
  return session && t('done.unpicked', { title: session.title });
}

function switchedText(key: string): string | undefined {
  const { sites, subject, mentions } = guide;
  const names = { sites, subject, quiet: mentions?.quiet ?? [] };
  const atSites: Switch[] = sites.flatMap(({ host }) => PARTS.map((part) => ({ part, host })));
  const which = [...listSwitches(sites, names.quiet), ...atSites].find((one) => switchKey(one) === key);
  if (!which) return undefined;
  return 'others' in which ? t('page.dimmed') : t('options.turnedOff', { name: switchName(which, names) });
}

/** Reads keys, or nothing if the storage can't be read, and sets the clock that the reader chose for all times. */
async function load(keys: readonly string[]): Promise<Values> {
  const stored = await read('local', [...keys, choiceKey('hours')]).catch((error: unknown) => report(error, 'seen'));
  writeHours(readHours(stored ?? {}));
  return stored ?? {};
}

/** Renders a component that returns one element. */
function draw(node: VNode): TreeNode {
  const [tree] = treesFromVNode(node);
  if (typeof tree !== 'object') throw new Error('a panel is not an element');
  return tree;
}
