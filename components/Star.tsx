import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

interface Props {
  title: string;
  picked: boolean;
  /** Left out on Sched's pages, where `data-action` names the action. */
  onToggle?: () => void;
}

/** The button that picks a session, on Sched's pages and in the agenda. */
export function Star({ title, picked, onToggle }: Props) {
  return (
    <button
      type="button"
      class="star"
      aria-pressed={picked ? 'true' : 'false'}
      title={t('body.pick', { title })}
      data-action="pick"
      onClick={onToggle}
    >
      <Icon shape="star" />
    </button>
  );
}
