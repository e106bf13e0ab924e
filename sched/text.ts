/** The text of an element as a reader sees it. Bounded: a hostile page may hold megabytes where a title is expected. */
import { matches, member } from './dom.ts';

/** Code units that are kept of a title, a name or a room, and of a description. */
const LINE_MAX = 1_000;
export const DESCRIPTION_MAX = 20_000;
/** Nodes that are looked at for one text; the longest description of a capture has some 200. */
const NODES_MAX = 5_000;

/** Elements that leave a word whole; every other element begins and ends one. */
const INLINE = /^(?:A|ABBR|B|CODE|EM|FONT|I|MARK|SMALL|SPAN|STRONG|SUB|SUP|U)$/u;

/** In the text for each label and each element that is left out, so that brackets around it are left out too. */
const LEFT_OUT = '\ufffc';

/** Sched's labels for seats, in whatever element or beside one. Each text node begins with `\0` here. */
const SEATS = /\0\s*[([]?(?:FULL|FILLING|LIMITED|WAITLIST(?:ED)?|SOLD[\s\0-]+OUT|SECRET)[)\]!]?\s*(?=\0|$)/gu;

const IN_BRACKETS = /[([][\s\0]*\ufffc[\s\0\ufffc]*[)\]]/gu;

/**
 * Text as it is read, white space collapsed, '' of no element: a line break or a new item parts words, bold letters don't.
 * @param without selects what is left out, besides seat labels, scripts and styles
 * @param max code units after which the text is cut
 */
export function readText(root: Element | null | undefined, without = 'script', max = LINE_MAX): string {
  if (!root) return '';
  let text = '';
  let nodes = NODES_MAX;
  // White space is collapsed below, so more than `max` is taken.
  const enough = () => text.length > 4 * max || --nodes < 0;
  for (let node: Node | null = root; node && !enough(); ) {
    let inside: Node | null = null;
    if (node instanceof Element) {
      if (node === root || !matches(node, `${without}, script, style`)) inside = member(node, 'firstChild');
      else text += LEFT_OUT;
      text += edge(node);
    } else if (node.nodeType === Node.TEXT_NODE) {
      text += `\0${(node.nodeValue ?? '').slice(0, 4 * max)}`;
    }
    while (!inside && node && node !== root) {
      inside = member(node, 'nextSibling');
      if (!inside) {
        node = member(node, 'parentNode');
        if (node instanceof Element) text += edge(node);
      }
    }
    node = inside;
  }
  // A session may be called so.
  return collapse(text.replace(SEATS, LEFT_OUT).replace(IN_BRACKETS, ''), max) || collapse(text, max);
}

function edge(element: Element): string {
  return INLINE.test(member(element, 'tagName')) ? '' : ' ';
}

function collapse(text: string, max: number): string {
  // Without half of a pair at the end.
  return text
    .replace(/[\0\ufffc]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/u, '');
}
