/** Which presses on our buttons count. Shadow roots are open, so the script of a page can press them too. */
import { getHelper } from './helper.ts';

/**
 * Whether a press may do what its button says. A script, such as a keyboard extension's, may open, close and pick, but
 * changes no setting.
 */
export function mayPress({ isTrusted }: Event, button: Element): boolean {
  if (button.hasAttribute('data-setting') && !isTrusted) return false;
  return !isFramedElsewhere() || getHelper()?.wasVisible(button) === true;
}

/** Whether a page of another origin has this one in a frame: it can make the frame transparent, or lay something over it. */
export function isFramedElsewhere(): boolean {
  try {
    for (let at: Window = window; at !== top; at = at.parent) {
      if (at.parent.location.origin !== location.origin) return true;
    }
    return false;
  } catch {
    // The browser lets nobody read the address of another origin's page.
    return true;
  }
}
