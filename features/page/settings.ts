/** What the reader switched off, as every window has it; all on until the storage has answered. */
import type { LiveCopy } from '../../lib/own/live.ts';
import { isPageSettingKey, readPageSettings, switchPatch } from '../../lib/own/settings.ts';
import { report } from '../../lib/report/report.ts';
import type { PageSettings } from './context.ts';

/** The settings of a page. */
export function pageSettings(own: LiveCopy): PageSettings {
  return {
    now: () => readPageSettings(own.values()),
    turn(which, on) {
      own.apply(switchPatch(which, on)).catch((error: unknown) => report(error, 'settings'));
    },
    subscribe: (changed, until) => own.subscribe(isPageSettingKey, changed, until),
  };
}
