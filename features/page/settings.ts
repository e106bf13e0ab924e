/** What the reader switched off: followed in every window, with all on until the storage has answered. */

import { readSettings, type Settings } from '../../lib/own/settings.ts';
import { loadSettings, setSwitch, watchSettings } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import type { PageSettings } from './context.ts';

/** The settings of a page. Resolves when they have been read, or with all on when they can't be. */
export async function pageSettings(signal: AbortSignal): Promise<PageSettings> {
  const failed = (error: unknown) => report(error, 'settings');
  const subscribers = new Set<() => void>();
  let settings: Settings = readSettings({});
  const update = (now: Settings) => {
    settings = now;
    for (const subscriber of subscribers) subscriber();
  };

  watchSettings(update, signal);
  // A page that comes back from the back/forward cache has heard of nothing meanwhile.
  const read = () => loadSettings().then(update, failed);
  addEventListener('pageshow', ({ persisted }) => persisted && read(), { signal });
  await read();
  return {
    now: () => settings,
    turn: (which, on) => void setSwitch(which, on).catch(failed),
    subscribe(changed, until) {
      subscribers.add(changed);
      until.addEventListener('abort', () => subscribers.delete(changed), { once: true });
    },
  };
}
