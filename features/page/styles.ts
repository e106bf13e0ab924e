/** Applies the settings to the manifest's style sheet, which marks sessions without a script. */
import { partsOn } from '../../lib/own/settings.ts';
import { choiceSheet } from '../../sched/highlight.ts';
import type { PageSettings } from './context.ts';

/** Turns parts of the style sheet off and sets its colour, by a constructed sheet that does not change the markup. */
export function followStyles(settings: PageSettings, signal: AbortSignal): void {
  const sheet = new CSSStyleSheet();
  const apply = () => {
    const now = settings.now();
    const on = partsOn(now, location.host);
    const off = (['highlights', 'cards'] as const).filter((part) => !on.has(part));
    const coloured = on.size > 0 && now.accent !== 'amber';
    sheet.replaceSync(choiceSheet(off, now.accent));
    const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
    if (off.length > 0 || coloured) document.adoptedStyleSheets = [...others, sheet];
    else if (others.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
  };
  settings.subscribe(apply, signal);
  apply();
}
