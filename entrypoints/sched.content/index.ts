/** In every page and frame of the guide's Sched sites: finds its sessions and hands them to the features. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { type Ahead, askingAhead } from '../../features/page/ahead.ts';
import type { PageSettings } from '../../features/page/context.ts';
import { panelMessage, type Send } from '../../features/page/panel.ts';
import { whenSched } from '../../features/page/ready.ts';
import { onEventPage, startFeatures } from '../../features/page/run.ts';
import { ask as askBackground } from '../../features/page/send.ts';
import { pageSettings } from '../../features/page/settings.ts';
import { accentProperties } from '../../lib/own/accents.ts';
import { type Part, partsOn } from '../../lib/own/settings.ts';
import { keepReports } from '../../lib/report/report.ts';
import { tell } from '../../lib/report/tell.ts';
import { offSheet } from '../../sched/highlight.ts';
import 'virtual:csg/highlight.css';
import './style.css';

export default defineContentScript({
  matches: pageIndex.hosts.map((host) => `https://${host}/*`),
  allFrames: true,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,

  async main({ signal }) {
    keepReports(tell);
    const { ask, send } = askingAhead(askBackground);
    // Before the settings are known, which a page that is being drawn has to wait for: so the answers are there in its first frame.
    if (!onEventPage()) askForList(ask);
    const settings = await pageSettings(signal);
    followStyles(settings, signal);
    if (await whenSched(document, onEventPage(), signal)) followParts(settings, send, signal);
  },
});

/** What a list needs of the background as soon as it is there, if it is switched on. */
function askForList(ask: Ahead['ask']): void {
  ask({ type: 'bars' });
  ask(panelMessage('strip'));
}

/** What the manifest's style sheet does needs no script: a sheet that no document shows switches it off part by part, or colours it. */
function followStyles(settings: PageSettings, signal: AbortSignal): void {
  const sheet = new CSSStyleSheet();
  const apply = () => {
    const now = settings.now();
    const on = partsOn(now, location.host);
    const off = (['highlights', 'cards'] as const).filter((part) => !on.has(part));
    const coloured = on.size > 0 && now.accent !== 'amber';
    sheet.replaceSync(offSheet(off) + (coloured ? `:root { ${accentProperties(now.accent)} }` : ''));
    const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
    if (off.length > 0 || coloured) document.adoptedStyleSheets = [...others, sheet];
    else if (others.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
  };
  settings.subscribe(apply, signal);
  apply();
}

/**
 * Runs the features that are on; after a change all of them end and those that are on begin anew. So they do when a script of
 * the page has gone to another address of its own: what stands there is another page.
 */
function followParts(settings: PageSettings, send: Send, signal: AbortSignal): void {
  let run: AbortController | undefined;
  let running = '';
  let redrawn = false;
  const apply = () => {
    const parts: ReadonlySet<Part> = partsOn(settings.now(), location.host);
    const wanted = [...parts, location.pathname].join();
    if (wanted === running) return;
    running = wanted;
    run?.abort();
    run = new AbortController();
    if (parts.size > 0) startFeatures(parts, settings, send, run.signal, redrawn);
  };
  const gone = () => {
    redrawn = true;
    apply();
  };
  globalThis.navigation?.addEventListener('currententrychange', gone, { signal });
  settings.subscribe(apply, signal);
  // Not `AbortSignal.any`: Firefox keeps every signal that it made, and with it all that the run had (153, 2026-11).
  signal.addEventListener('abort', () => run?.abort(), { once: true });
  apply();
}
