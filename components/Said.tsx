import { useEffect, useRef } from 'preact/hooks';
import type { Done } from '../lib/own/changes.ts';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

/** Milliseconds for which undo is offered; the star and the field that made the change undo it later too. */
const SAID_FOR = 12_000;

/** What was just done, said for a while, and the way back. The element that is read aloud is always there. */
export function Said({ done, act }: { done: Done | undefined; act: { said: (done: Done | undefined) => void } }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!done) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(hide, SAID_FOR);
    };
    // It stays while somebody is about to press it.
    const hide = () => (bar.current?.matches(':hover, :focus-within') ? wait() : act.said(undefined));
    wait();
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <div class={done ? 'said' : 'said nothing'} ref={bar}>
      <p role="status">{done?.text}</p>
      {done?.undo && (
        <button type="button" class="undo" onClick={done.undo}>
          {t('done.undo')}
        </button>
      )}
      {done && (
        <button type="button" aria-label={t('done.close')} onClick={() => act.said(undefined)}>
          <Icon shape="cross" />
        </button>
      )}
    </div>
  );
}
