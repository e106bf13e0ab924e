import type { Part } from '../lib/own/settings.ts';

/** What the picture shows: the whole extension, one part, or how it dims other sessions. */
export type Pictured = 'all' | Part | 'others';

/** The top of each of the three sessions in a list. */
const TOPS = [6, 21, 36];
/** The same if the first session has a card. */
const TOPS_WITH_CARD = [6, 36];

/** A picture of a list of three sessions, with what the extension adds to the first. */
export function ListPicture({ of }: { of: Pictured }) {
  const isMarked = of === 'highlights' || of === 'all' || of === 'others';
  const hasCard = of === 'cards' || of === 'all';
  return (
    <svg class={`picture picture-${of}`} viewBox="0 0 96 56" aria-hidden="true">
      <rect class="sheet" x="0.5" y="0.5" width="95" height="55" rx="4" />
      {(hasCard ? TOPS_WITH_CARD : TOPS).map((top, index) => (
        <rect key={top} class={index > 0 ? 'bar other' : 'bar'} x="8" y={top} width="80" height="12" rx="2" />
      ))}
      {isMarked && <rect class="ring" x="8" y="6" width="80" height="12" rx="2" />}
      {isMarked && <rect class="label" x="12" y="9" width="16" height="6" rx="1.5" />}
      {hasCard && <rect class="card" x="8" y="18" width="80" height="14" rx="2" />}
      {hasCard && <path class="lines" d="M13 23h56M13 27h42" />}
      {(of === 'mentions' || of === 'quiet') && <rect class="word" x="58" y="18" width="26" height="8" rx="2" />}
      {of === 'strip' && <rect class="tools" x="46" y="3" width="46" height="11" rx="3" />}
      {of === 'strip' && <path class="lines" d="M52 8.5h16M74 8.5h4M83 8.5h4" />}
    </svg>
  );
}
