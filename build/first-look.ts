/**
 * What the documents of the agenda show before any script of theirs runs: the agenda's head, without words of ours, which
 * have a language. A popup is on the screen as soon as a blank one is, and the agenda follows in the next frames.
 */
import type { Plugin } from 'vite';
import { SHAPES } from '../components/shapes.ts';
import type { GuideFile } from '../data/schema.ts';

/** Where a document wants the head. */
const PLACE = '<!-- head -->';

/** Puts the head of a guide's agenda into documents with a place for it, and their style sheets before their scripts. */
export function firstLook({ name, subject }: Pick<GuideFile, 'name' | 'subject'>): Plugin {
  const head = `<header class="head"><div class="name"><h1><svg class="icon icon-hexagon" viewBox="0 0 24 24" aria-hidden="true"><path d="${SHAPES.hexagon}"/></svg> ${asText(subject)}</h1><p>${asText(name)}</p></div></header>`;
  return {
    name: 'csg-first-look',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => sheetsFirst(html.replace(PLACE, () => head)),
    },
  };
}

/** What is asked for first comes first, and nothing is painted without its style. */
function sheetsFirst(html: string): string {
  const sheets = html.match(/^ *<link rel="stylesheet"[^>]*>\n/gmu) ?? [];
  const others = sheets.reduce((rest, sheet) => rest.replace(sheet, ''), html);
  return others.replace(/^ *<script/mu, (script) => sheets.join('') + script);
}

function asText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}
