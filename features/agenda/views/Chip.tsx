import { counted } from '../../../lib/text.ts';

interface Props {
  name: string;
  /** How many sessions it would show. */
  count: number;
  pressed: boolean;
  onPress: () => void;
}

/** A filter button. Disabled if it would show nothing, unless it is pressed. */
export function Chip({ name, count, pressed, onPress }: Props) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} disabled={count === 0 && !pressed} onClick={onPress}>
      {name} <span aria-hidden="true">{count}</span>
      <span class="unseen">, {counted('agenda.sessions', count)}</span>
    </button>
  );
}
