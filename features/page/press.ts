/** Which presses count. The shadow roots are open, so a page's script can press the buttons too. */
import { getHelper } from './helper.ts';

/**
 * Whether a press may run its button's action. A script, such as a keyboard extension's, may open, close and pick, but not
 * change a setting.
 */
export function mayPress({ isTrusted }: Event, button: Element): boolean {
  if (button.hasAttribute('data-setting') && !isTrusted) return false;
  return !isFramedElsewhere() || getHelper()?.wasVisible(button) === true;
}

/** Whether a page of another origin has this one in a frame. It could cover the frame or make it transparent. */
export function isFramedElsewhere(): boolean {
  try {
    for (let at: Window = window; at !== top; at = at.parent) {
      if (at.parent.location.origin !== location.origin) return true;
    }
    return false;
  } catch {
    // The browser throws for a page of another origin.
    return true;
  }
}
