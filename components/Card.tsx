import type { SessionDetail } from '../lib/agenda.ts';
import { Icon } from './Icon.tsx';
import { SessionBody } from './SessionBody.tsx';
import { Star } from './Star.tsx';

interface BarProps {
  title: string;
  takeaway: string;
  picked: boolean;
  onPick: () => void;
  onToggle: () => void;
}

/** A closed card: one line in the session's own bar, with the star and the button that opens the rest. */
export function CardBar({ title, takeaway, picked, onPick, onToggle }: BarProps) {
  return (
    <div class="surface bar">
      <span class="takeaway">{takeaway}</span>
      <Star title={title} picked={picked} onToggle={onPick} />
      <button type="button" class="toggle" aria-expanded="false" aria-label={`About: ${title}`} onClick={onToggle}>
        <span class="word">About</span> <Icon shape="chevron" />
      </button>
    </div>
  );
}

interface PanelProps {
  detail: SessionDetail;
}

/** What an open card shows. */
export function CardPanel({ detail }: PanelProps) {
  return (
    <section class="surface panel" aria-labelledby="heading">
      <h3 id="heading" class="lead">
        {detail.session.takeaway}
      </h3>
      <SessionBody detail={detail} />
    </section>
  );
}

/** Stands where a panel should, when its content could not be had. */
export function CardFailure() {
  return (
    <section class="surface panel">
      <p role="alert">
        The guide could not be read: it may have been updated while this page was open. Reload the page.
      </p>
    </section>
  );
}
