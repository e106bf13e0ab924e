/**
 * Marks the guide's sessions and the mentions with attributes, for styles, tests and other extensions.
 *
 * Seen at `/` and in any other view that links to sessions.
 */
import { computedStyle } from '../../sched/dom.ts';
import type { Spot } from '../../sched/sessions.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';

export const marks: Feature = { runsOn: () => true, start: startMarks };

function startMarks({ index, signal, spots }: FeatureContext): Settle {
  signal.addEventListener('abort', () => removeMarks());

  return ({ found, lost, more }) => {
    // document.open() makes another root element.
    document.documentElement.dataset.csgGuide ??= index.guide;
    // A page may make a new session from a copy of another, which has its marks.
    for (const { element, link } of [...lost, ...found]) [element, link].forEach(unmark);
    const marked = () => [...spots].flatMap(({ element, link }) => [element, link]);
    if (!more) removeMarks(new Set([document.documentElement, ...marked()]));
    // Read before anything is written, because a read after a write recalculates the page's styles.
    const inline = found.filter(isInline);
    for (const { element, link, id, mark } of found) {
      element.dataset.csgSession = id;
      element.dataset.csgKind = mark.kind;
      link.dataset.csgLink = mark.kind === 'guide' ? mark.kind : mark.degree;
      if (mark.kind === 'mention') link.dataset.csgWords = mark.words.join(', ');
    }
    for (const { link } of inline) link.dataset.csgInline = '';
  };
}

/** Removes our attributes from the page, except from some elements. */
export function removeMarks(but?: ReadonlySet<Element>): void {
  const marked = '[data-csg-guide], [data-csg-session], [data-csg-link]';
  for (const element of document.querySelectorAll(marked)) if (!but?.has(element)) unmark(element);
}

function unmark(element: Element): void {
  for (const name of element.getAttributeNames()) if (name.startsWith('data-csg-')) element.removeAttribute(name);
}

/** Whether a mention's link is in running text. Its label then takes up room, to not cover the words beside it. */
function isInline({ link, mark }: Spot): boolean {
  return mark.kind === 'mention' && computedStyle(link, 'display') === 'inline';
}
