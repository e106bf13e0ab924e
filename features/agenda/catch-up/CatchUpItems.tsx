import { Icon } from '../../../components/Icon.tsx';
import { Out } from '../../../components/SessionBody.tsx';
import type { GuideEvent } from '../../../data/index.ts';
import { counted, t } from '../../../lib/text.ts';
import { listed } from '../../../lib/time/format.ts';
import { Stop } from './CatchUpStop.tsx';
import type { CatchUpList } from './plan.ts';

/** Titles are long: more of them in a sentence are read by nobody. */
const NAMED = 3;

interface Props {
  list: CatchUpList;
  /** The label of the goal; undefined where everything fits. */
  goal: string | undefined;
  events: readonly GuideEvent[];
  onWatched: (id: string) => void;
  /** Makes the list that follows on this one. */
  onMore: () => void;
  onAgain: () => void;
}

/** A list that fits the time, how far one is in it, and where to go on. */
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
          <Out href={next.url} strong>
            <Icon shape={next.how === 'watch' ? 'play' : 'note'} />
            {t(seen > 0 ? 'catchUp.next' : 'catchUp.first', { title: next.session.title })}
          </Out>
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
      {skipped.length > 0 && (
        <p class="hint">{t('catchUp.skipped', { titles: inWords(skipped.map(({ title }) => title)) })}</p>
      )}
    </section>
  );
}

/** Titles in a sentence, the first few of them. */
function inWords(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED).map((title) => t('catchUp.quoted', { title }));
  const others = titles.length - named.length;
  if (others > 0) named.push(counted('catchUp.others', others));
  return listed(named);
}
