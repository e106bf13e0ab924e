/**
 * A card for every session of the guide, closed at the bottom of the session's bar until its button is pressed.
 *
 * Seen at `/list/simple` and `/list/descriptions`.
 */
import type { Bars } from '../../lib/messages.ts';
import { report, safely } from '../../lib/report/report.ts';
import { cardAnchor } from '../../sched/place.ts';
import type { Spot } from '../../sched/sessions.ts';
import { type Card, createCard, fitCards } from './card.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';
import { placeBeside, setStars } from './mount.ts';
import { restorer } from './restore.ts';

export const cards: Feature = { runsOn: ({ parts }) => parts.has('cards'), start: startCards };

function startCards(context: FeatureContext): Settle {
  const { loadList, picks, signal, spots } = context;
  const shown = new Map<Spot, Card>();

  // Runs when the page hides or shows a session, and when its bar grows.
  const sizes = new ResizeObserver(() => fitCards([...shown.values()]));

  /** The background's answer; no card is created before. */
  let drawn: Bars | undefined;

  const add = (spot: Spot) => {
    const anchor = cardAnchor(spot);
    if (!anchor || !drawn) return;
    const card = createCard(spot, anchor, drawn, context);
    shown.set(spot, card);
    placeBeside(anchor, card.host);
    sizes.observe(spot.element);
  };
  /** A session in unexpected markup must not cost the others their cards. */
  const addAll = (spots: Iterable<Spot>) => {
    for (const spot of spots) safely('cards', () => add(spot));
  };

  const remove = (spot: Spot) => {
    sizes.unobserve(spot.element);
    shown.get(spot)?.remove();
    shown.delete(spot);
  };

  const restore = restorer(() => {
    for (const card of shown.values()) if (isAstray(card)) placeBeside(card.anchor, card.host);
  }, signal);

  picks.subscribe(() => {
    for (const [{ id }, { root }] of shown) setStars(root, picks.has(id));
  });

  signal.addEventListener('abort', () => {
    sizes.disconnect();
    for (const card of shown.values()) card.remove();
  });

  loadList().then(
    ({ bars }) => {
      if (signal.aborted) return;
      drawn = bars;
      addAll(spots);
    },
    (error: unknown) => report(error, 'cards'),
  );

  return ({ found, lost }) => {
    for (const spot of lost) remove(spot);
    addAll(found);
    if ([...shown.values()].some(isAstray)) restore();
  };
}

function isAstray({ host, anchor }: Card): boolean {
  return anchor.nextElementSibling !== host;
}
