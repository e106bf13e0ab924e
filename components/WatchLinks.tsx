import type { GuideEvent, Session } from '../data/index.ts';
import { findWatchLinks } from '../lib/guide/watch.ts';
import type { SeenFacts } from '../lib/seen/seen.ts';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';
import type { SHAPES } from './shapes.ts';

interface Props {
  session: Session;
  event: GuideEvent | undefined;
  /** What was read from Sched's page. */
  seen?: SeenFacts | undefined;
}

/** Links to a session's recording, or to the playlist that contains it, and to its slides, as far as they are known. */
export function WatchLinks({ session, event, seen }: Props) {
  const { title } = session;
  const { how, url, slides } = findWatchLinks(session, event, seen);
  return (
    <>
      {how !== 'unknown' && url && <WatchLink shape="play" text={t(`agenda.watch.${how}`)} title={title} url={url} />}
      {slides && <WatchLink shape="slides" text={t('body.link.slides')} title={title} url={slides} />}
    </>
  );
}

interface LinkProps {
  shape: keyof typeof SHAPES;
  text: string;
  title: string;
  url: string;
}

function WatchLink({ shape, text, title, url }: LinkProps) {
  return (
    <a
      class="watch"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('agenda.named', { text, title })}
    >
      {/* A tooltip, because the word may be hidden. On the link, screen readers would read it twice. */}
      <span title={text}>
        <Icon shape={shape} />
      </span>{' '}
      <span class="word">{text}</span>
    </a>
  );
}
