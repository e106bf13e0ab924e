import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

interface Props {
  title: string;
  picked: boolean;
  /** Left out where `data-action` says what happens: on a page. */
  onToggle?: () => void;
}

/** The one star: saves a session, the same on a page, an event page and in the agenda. */
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
