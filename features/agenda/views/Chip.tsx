import { counted } from '../../../lib/text.ts';

interface Props {
  name: string;
  /** How many sessions a press shows. */
  count: number;
  pressed: boolean;
  onPress: () => void;
}

/** One filter. One that would show nothing can't be pressed, unless it is, so that it can be taken back. */
export function Chip({ name, count, pressed, onPress }: Props) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} disabled={count === 0 && !pressed} onClick={onPress}>
      {name} <span aria-hidden="true">{count}</span>
      <span class="unseen">, {counted('agenda.sessions', count)}</span>
    </button>
  );
}
