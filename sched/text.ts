/** Reads the text of an element as people see it, up to a limit: a hostile page may have megabytes in a title. */
import { matches, member } from './dom.ts';

/** Code units to keep of a title, a name or a room, and of a description. */
const LINE_MAX = 1_000;
export const DESCRIPTION_MAX = 20_000;
/** Nodes to look at for one text; the longest description in the captures has about 200. */
const NODES_MAX = 5_000;

/** Elements that don't separate words; all others do. */
const INLINE = /^(?:A|ABBR|B|CODE|EM|FONT|I|MARK|SMALL|SPAN|STRONG|SUB|SUP|U)$/u;

/** Replaces labels and elements that are left out, so that brackets around them can be removed too. */
const LEFT_OUT = '\ufffc';

/** Sched's labels for seats, inside or beside elements. Each text node begins with `\0` here. */
const SEATS = /\0\s*[([]?(?:FULL|FILLING|LIMITED|WAITLIST(?:ED)?|SOLD[\s\0-]+OUT|SECRET)[)\]!]?\s*(?=\0|$)/gu;

const IN_BRACKETS = /[([][\s\0]*\ufffc[\s\0\ufffc]*[)\]]/gu;

/**
 * The text of an element with white space collapsed, or '' without one. Line breaks and block elements separate words,
 * inline elements don't.
 * @param without selects elements to leave out, besides seat labels, scripts and styles
 * @param max code units after which the text is cut
 */
export function readText(root: Element | null | undefined, without = 'script', max = LINE_MAX): string {
  if (!root) return '';
  let text = '';
  let nodes = NODES_MAX;
  // More than `max`, because white space is collapsed below.
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
  // A session's title may be such a label.
  return collapse(text.replace(SEATS, LEFT_OUT).replace(IN_BRACKETS, ''), max) || collapse(text, max);
}

function edge(element: Element): string {
  return INLINE.test(member(element, 'tagName')) ? '' : ' ';
}

function collapse(text: string, max: number): string {
  // Without half a surrogate pair at the end.
  return text
    .replace(/[\0\ufffc]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/u, '');
}
