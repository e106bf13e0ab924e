/**
 * Says what a press on a page has removed, with an undo button.
 *
 * Seen at `/list/simple`, after a session is no longer picked, or the strip is closed.
 */
import { type Ask, ask as askBackground } from '../../lib/messages.ts';
import { afterOffer } from '../../lib/own/offered.ts';
import { ownKey } from '../../lib/own/own.ts';
import type { Patch } from '../../lib/own/patches.ts';
import { HINT_KEY, isPageSettingKey } from '../../lib/own/settings.ts';
import { change } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { setHelper } from './helper.ts';
import { createMount, type Mount, onAction } from './mount.ts';
import { drawPanel, loadPanel } from './panel.ts';
import { isFramedElsewhere } from './press.ts';
import { followVisibility } from './visibility.ts';

/** Provides the helper for the first script, until the signal aborts. */
export function startHelper(signal: AbortSignal, ask: Ask = askBackground): void {
  let shown: Mount | undefined;
  let stopWaiting = () => {};
  const hide = () => {
    stopWaiting();
    shown?.host.remove();
    shown = undefined;
  };

  const offerUndo = async (patch: Patch, inverse: Patch) => {
    hide();
    const [key = ''] = Object.keys(patch);
    if (!isTakenAway(key, patch[key])) return;
    const mount = createMount('csg-undo', 'status', '', '', signal);
    shown = mount;
    insert(mount.host);
    const panel = await loadPanel(ask, 'undo', key);
    if (shown !== mount) return;
    mount.root.append(drawPanel(panel, mount.root));
    onAction(mount, {
      undo: () => {
        hide();
        change(inverse, patch).catch((error: unknown) => report(error, 'undo'));
      },
      close: hide,
    });
    // The closed strip had the focus.
    if (document.activeElement === document.body && isPageSettingKey(key))
      mount.root.querySelector<HTMLElement>('[data-action=undo]')?.focus({ preventScroll: true });
    stopWaiting = afterOffer(() => mount.host, hide);
  };
  signal.addEventListener('abort', hide);
  setHelper({
    offerUndo(patch, inverse) {
      offerUndo(patch, inverse).catch((error: unknown) => {
        hide();
        report(error, 'undo');
      });
    },
    // Only needed in such a frame.
    wasVisible: isFramedElsewhere() ? followVisibility(signal) : () => true,
  });
}

/** Whether a change removes something that the reader may want back: a pick, or a part of the pages. */
function isTakenAway(key: string, value: unknown): boolean {
  if (key.startsWith(ownKey('pick', ''))) return value === undefined;
  return value === true && key !== HINT_KEY;
}

/** Inserts the line after the element whose button was pressed, so that Tab leads to Undo. */
function insert(host: HTMLElement): void {
  const pressed = document.activeElement;
  const isBeside = pressed?.localName.startsWith('csg-') === true;
  if (isBeside) pressed.after(host);
  else document.body.append(host);
  // The bottom of a tall frame may be out of sight.
  if (isBeside && self !== top) host.dataset.place = 'here';
  else {
    host.popover = 'manual';
    host.showPopover();
  }
}
