/** The settings on a page, in step with every other window. */
import type { LiveCopy } from '../../lib/own/live.ts';
import { isPageSettingKey, readPageSettings, switchPatch } from '../../lib/own/settings.ts';
import type { PageSettings } from './context.ts';
import { storeChange } from './own.ts';

/** The settings of a page. */
export function pageSettings(own: LiveCopy): PageSettings {
  return {
    now: () => readPageSettings(own.values()),
    turn(which, on) {
      storeChange(own, switchPatch(which, on), 'settings');
    },
    subscribe: (changed, until) => own.subscribe(isPageSettingKey, changed, until),
  };
}
