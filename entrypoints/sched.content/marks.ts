/**
 * Marks the sessions of the guide for styles, tests and other extensions. The highlight itself needs none of it.
 *
 * https://kccncna2025.sched.com/ and any other view that links to sessions
 */
import type { Feature, FeatureContext } from './context.ts';

export function marks({ index, signal }: FeatureContext): Feature {
  const root = document.documentElement;
  const marked = new Set<HTMLElement>();
  root.dataset.csgGuide = index.guide;

  const unmark = (element: HTMLElement) => {
    delete element.dataset.csgSession;
    delete element.dataset.csgKind;
    marked.delete(element);
  };

  signal.addEventListener('abort', () => {
    delete root.dataset.csgGuide;
    for (const element of marked) unmark(element);
    for (const link of document.querySelectorAll<HTMLElement>('[data-csg-link]')) delete link.dataset.csgLink;
  });

  return ({ found, lost }) => {
    for (const { element, link } of lost) {
      unmark(element);
      delete link.dataset.csgLink;
    }
    for (const { element, link, id } of found) {
      element.dataset.csgSession = id;
      element.dataset.csgKind = 'guide';
      link.dataset.csgLink = '';
      marked.add(element);
    }
  };
}
