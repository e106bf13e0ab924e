/**
 * A card for every session of the guide, closed at the bottom of the session's bar until its button is pressed.
 *
 * Seen at `/list/simple` and `/list/descriptions`.
 */
import type { Bars } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { member } from '../../sched/dom.ts';
import { cardAnchor } from '../../sched/place.ts';
import type { Spot } from '../../sched/sessions.ts';
import { type Card, createCard, fitCards } from './card.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';
import { setStars } from './mount.ts';
import { restorer } from './restore.ts';

export const cards: Feature = { runsOn: ({ parts }) => parts.has('cards'), start: startCards };

function startCards(context: FeatureContext): Settle {
  const { loadList, picks, signal } = context;
  const shown = new Map<Spot, Card>();
  const cardByElement = new WeakMap<Element, Card>();

  // Runs when the page hides or shows a session, and when its bar grows.
  const sizes = new ResizeObserver((entries) => {
    fitCards(entries.flatMap(({ target }) => cardByElement.get(target) ?? []));
  });

  /** Sessions whose cards wait for the background's first answer. */
  const waiting = new Set<Spot>();
  let drawn: Bars | undefined;

  /** A session in unexpected markup must not cost the others their cards. */
  const add = (spot: Spot) => {
    try {
      addCard(spot);
    } catch (error) {
      report(error, 'cards');
    }
  };
  const addCard = (spot: Spot) => {
    const anchor = cardAnchor(spot);
    if (!anchor) return;
    if (!drawn) {
      waiting.add(spot);
      return;
    }
    const card = createCard(spot, anchor, drawn, context);
    shown.set(spot, card);
    cardByElement.set(spot.element, card);
    place(card);
    sizes.observe(spot.element);
  };

  const remove = (spot: Spot) => {
    waiting.delete(spot);
    sizes.unobserve(spot.element);
    shown.get(spot)?.remove();
    shown.delete(spot);
  };

  const restore = restorer(() => {
    for (const card of shown.values()) if (isAstray(card)) place(card);
  }, signal);

  picks.subscribe(() => {
    for (const [{ id }, { root }] of shown) setStars(root, picks.has(id));
  });

  signal.addEventListener('abort', () => {
    sizes.disconnect();
    for (const card of shown.values()) card.remove();
    shown.clear();
  });

  loadList().then(
    ({ bars }) => {
      if (signal.aborted) return;
      drawn = bars;
      for (const spot of waiting) add(spot);
      waiting.clear();
    },
    (error: unknown) => report(error, 'cards'),
  );

  return ({ found, lost }) => {
    for (const spot of lost) remove(spot);
    for (const spot of found) add(spot);
    if ([...shown.values()].some(isAstray)) restore();
  };
}

function isAstray({ host, anchor }: Card): boolean {
  return member(anchor, 'nextElementSibling') !== host;
}

function place({ host, anchor }: Card): void {
  Element.prototype.after.call(anchor, host);
}
