import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { counted, language, t } from '../../../lib/text.ts';
import { durationText } from '../../../lib/time/duration.ts';
import type { Item } from './plan.ts';

interface Props {
  item: Item;
  /** Its position in the list, from 1. */
  number: number;
  /** Whether it is the next to watch or read. */
  next: boolean;
  /** The label of the goal; undefined for everything. */
  goal: string | undefined;
  /** The name of the session's event. */
  event: string;
  onWatched: () => void;
}

/** A session of the list: what to do with it, why, and whether it is done. */
export function Stop({ item, number, next, goal, event, onWatched }: Props) {
  const { session, how, minutes, url, because, done } = item;
  const reason =
    because.kind === 'background'
      ? t('catchUp.background', { title: because.for.title })
      : goal && t('catchUp.fits', { goal });
  const mark = t(done ? 'agenda.seen' : 'agenda.markSeen');
  return (
    <li class={done ? 'stop done' : next ? 'stop next' : 'stop'} data-session={session.id} tabIndex={-1}>
      <span class="node" aria-hidden="true">
        {done ? <Icon shape="check" /> : number.toLocaleString(language())}
      </span>
      <div class="what">
        <h3>
          <ExternalLink href={session.url}>{session.title}</ExternalLink>
        </h3>
        <p class="way">
          {how === 'watch' ? (
            <ExternalLink href={url}>
              <Icon shape="play" /> {describeWay(item, event)}
              <span class="unseen"> {session.title}</span>
            </ExternalLink>
          ) : (
            <>
              <Icon shape="note" /> {describeWay(item, event)}
            </>
          )}
        </p>
        {reason && <p class="fits">{reason}</p>}
        {how === 'read' && <p class="text">{session.summary}</p>}
        <p class="worth">{session.why}</p>
      </div>
      <div class="did">
        <span class="long">{counted('time.minutes', minutes)}</span>
        <button
          type="button"
          class="tick"
          aria-pressed={done ? 'true' : 'false'}
          aria-label={t('agenda.named', { text: mark, title: session.title })}
          onClick={onWatched}
        >
          {done && <Icon shape="check" />} {mark}
        </button>
      </div>
    </li>
  );
}

/** Says how to watch a session, or why to read its summary instead. */
function describeWay({ session, how, recording }: Item, event: string): string {
  if (recording === 'unknown') return t('catchUp.read');
  if (how === 'read') return t('catchUp.readInstead', { time: durationText(session.end - session.start) });
  return recording === 'playlist' ? t('catchUp.watch.playlist', { event }) : t(`catchUp.watch.${recording}`);
}
