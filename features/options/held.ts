/** All that the extension has stored, as one page holds it: read as a whole, and followed as any window changes it. */
import { browser } from 'wxt/browser';
import type { Patch } from '../../lib/own/own-changes.ts';
import { change, loadAccount, loadAll } from '../../lib/own/storage.ts';
import { FAILURES } from '../../lib/report/failures.ts';
import { report } from '../../lib/report/report.ts';

/** What the browser's storage areas hold, by storage key. */
export interface Held {
  local: Patch;
  account: Patch;
  session: Patch;
}

/** Follows the storage, and tells what it holds, until the signal aborts. */
export function heldStorage(tell: (held: Held) => void, signal: AbortSignal) {
  let held: Held | undefined;
  /** Counts what was asked of the storage: an answer that was overtaken by a change shows what no longer is. */
  let asked = 0;

  const show = (local: Patch) => {
    held = { account: {}, session: {}, ...held, local };
    if (!signal.aborted) tell(held);
  };
  /** Rejects where this device's storage can't be read. */
  const read = async () => {
    const turn = ++asked;
    const answers = [loadAll(), loadAccount().catch(none), browser.storage.session.get(null).catch(none)] as const;
    const [local, account, session] = await Promise.all(answers);
    if (turn !== asked) return;
    held = { local, account, session };
    show(local);
  };
  /** What can't be read keeps what is shown. */
  const readAgain = () => read().catch((error: unknown) => report(error, 'options'));
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const { [FAILURES]: failures, ...others } = changes;
    // Reading again may fail, which is kept as a failure: that must not ask to be read again.
    if (area !== 'session' || Object.keys(others).length > 0) void readAgain();
    else if (held) {
      held.session = { ...held.session, [FAILURES]: failures?.newValue };
      show(held.local);
    }
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen), { once: true });

  return {
    read,
    readAgain,
    /** What this device's storage holds, or nothing before it has answered. */
    local: () => held?.local,
    /**
     * Tells a change and stores it.
     * @param expected leaves out what another window has changed meanwhile (see change() of lib/storage.ts)
     * @returns what takes it back; rejects where the browser refused, and tells what was before
     */
    async apply(patch: Patch, expected?: Patch): Promise<Patch> {
      asked++;
      const before = held?.local ?? {};
      // Of a storage that never answered nothing is known, and a change alone would pass for all of it.
      if (held) show(changed(before, patch));
      try {
        return await change(patch, expected);
      } catch (error) {
        const was = Object.fromEntries(Object.keys(patch).map((key) => [key, before[key]]));
        if (held) show(changed(held.local, was));
        throw error;
      } finally {
        await readAgain();
      }
    },
  };
}

/** What can't be read of what is no more than a copy counts as nothing. */
export function none(error: unknown): Patch {
  report(error, 'options');
  return {};
}

function changed(values: Patch, patch: Patch): Patch {
  return Object.fromEntries(Object.entries({ ...values, ...patch }).filter(([, value]) => value !== undefined));
}
