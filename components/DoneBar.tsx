import { useEffect, useRef } from 'preact/hooks';
import type { Done } from '../lib/own/changes.ts';
import { afterOffer } from '../lib/own/offered.ts';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

/** Says what was just done and offers undo, for a while. The live region is always in the document. */
export function DoneBar({
  done,
  act,
}: {
  done: Done | undefined;
  act: { showDone: (done: Done | undefined) => void };
}) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!done) return;
    return afterOffer(
      () => bar.current,
      () => act.showDone(undefined),
    );
  }, [done]);
  return (
    <div class={done ? 'done-bar' : 'done-bar nothing'} ref={bar}>
      <p role="status">{done?.text}</p>
      {done?.undo && (
        <button type="button" class="undo" onClick={done.undo}>
          {t('done.undo')}
        </button>
      )}
      {done && (
        <button type="button" aria-label={t('done.close')} onClick={() => act.showDone(undefined)}>
          <Icon shape="cross" />
        </button>
      )}
    </div>
  );
}
