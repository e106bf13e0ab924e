import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { Icon } from '../../../components/Icon.tsx';
import type { GuideEvent } from '../../../data/index.ts';
import { counted, t } from '../../../lib/text.ts';
import { Stop } from './CatchUpStop.tsx';
import type { CatchUpList, Item } from './plan.ts';

interface Props {
  list: CatchUpList;
  /** The label of the goal; undefined for everything. */
  goal: string | undefined;
  events: readonly GuideEvent[];
  onWatched: (id: string) => void;
  /** Makes another list, once this one is done. */
  onMore: () => void;
  onAgain: () => void;
}

/** The list, the progress in it, and the next session. */
export function CatchUpItems({ list, goal, events, onWatched, onMore, onAgain }: Props) {
  const { items, minutes, done, next, skipped } = list;
  const seen = items.filter((item) => item.done).length;
  const progress = counted('catchUp.progress', minutes, { done, seen, all: items.length });
  return (
    <section class="planned" aria-labelledby="catch-up-list">
      <h2 id="catch-up-list">{t('catchUp.list')}</h2>
      <div class="measure">
        <label for="catch-up-progress">{progress}</label>
        <progress id="catch-up-progress" max={minutes} value={done} />
      </div>
      <div class="onward">
        {next ? (
          <Onward item={next} text={t(seen > 0 ? 'catchUp.next' : 'catchUp.first', { title: next.session.title })} />
        ) : (
          <p>{t('catchUp.complete')}</p>
        )}
        {!next && (
          <button type="button" class="more" onClick={onMore}>
            {t('catchUp.more')}
          </button>
        )}
        <button type="button" class="again" onClick={onAgain}>
          {t('catchUp.again')}
        </button>
      </div>
      {items.every(({ recording }) => recording === 'unknown') && <p class="hint">{t('catchUp.notRecorded')}</p>}
      <ol class="stops">
        {items.map((item, index) => (
          <Stop
            key={item.session.id}
            item={item}
            number={index + 1}
            next={item === next}
            goal={goal}
            event={events.find(({ id }) => id === item.session.event)?.name ?? ''}
            onWatched={() => onWatched(item.session.id)}
          />
        ))}
      </ol>
      {skipped.length > 0 && <p class="hint">{counted('catchUp.skipped', skipped.length)}</p>}
    </section>
  );
}

/** Leads to the next session: to its recording, or to its summary in the list. */
function Onward({ item: { how, url, session }, text }: { item: Item; text: string }) {
  return how === 'watch' ? (
    <ExternalLink href={url} strong>
      <Icon shape="play" /> <span>{text}</span>
    </ExternalLink>
  ) : (
    <button type="button" class="strong" onClick={({ currentTarget }) => showStop(currentTarget, session.id)}>
      <Icon shape="note" /> <span>{text}</span>
    </button>
  );
}

function showStop(from: Element, id: string): void {
  const stop = from.closest('.planned')?.querySelector<HTMLElement>(`[data-session="${id}"]`);
  stop?.focus({ preventScroll: true });
  stop?.scrollIntoView({ block: 'nearest' });
}
