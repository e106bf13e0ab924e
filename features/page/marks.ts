/**
 * Marks the guide's sessions and the mentions with attributes, for styles, tests and other extensions.
 *
 * Seen at `/` and in any other view that links to sessions.
 */
import { computedStyle } from '../../sched/dom.ts';
import type { Spot } from '../../sched/sessions.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';

export const marks: Feature = { runsOn: () => true, start: startMarks };

function startMarks({ index, signal }: FeatureContext): Settle {
  signal.addEventListener('abort', removeAllMarks);

  return ({ found, lost }) => {
    // document.open() makes another root element.
    document.documentElement.dataset.csgGuide ??= index.guide;
    for (const { element, link } of lost) [element, link].forEach(removeMarks);
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

/** Selects the elements with marks. */
export const MARKED = '[data-csg-guide], [data-csg-session], [data-csg-link]';

/** Removes all of our attributes from the page. */
export function removeAllMarks(): void {
  for (const element of document.querySelectorAll(MARKED)) removeMarks(element);
}

/** Removes our attributes from an element. */
export function removeMarks(element: Element): void {
  for (const name of element.getAttributeNames()) if (name.startsWith('data-csg-')) element.removeAttribute(name);
}

/**
 * Whether a mention's link is in running text. Its label then takes up room, to not cover the words beside it. Sched's own
 * bars are blocks, and reading their style would lay out a long list twice.
 */
function isInline({ link, mark, form }: Spot): boolean {
  return mark.kind === 'mention' && form === 'words' && computedStyle(link, 'display') === 'inline';
}
