/** The panel that the strip opens: the meaning of the marks, and the community around the guide's subject. */
import type { Ask } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { drawPanel, loadPanel } from './panel.ts';

export interface About {
  isOpen(): boolean;
  /** Opens the panel in the strip's shadow root, or closes it. */
  setOpen(open: boolean): void;
}

/** The panel of a strip, closed. */
export function createAbout(root: ShadowRoot, ask: Ask): About {
  let open = false;
  const setOpen = (now: boolean) => {
    open = now;
    root.querySelector('[data-action=about]')?.setAttribute('aria-expanded', String(open));
    root.querySelector('.about')?.remove();
    if (open) load().catch(failed);
  };
  const load = async () => {
    const panel = await loadPanel(ask, 'about');
    if (!open || root.querySelector('.about')) return;
    root.querySelector('.strip')?.append(drawPanel(panel, root));
  };
  const failed = (error: unknown) => {
    setOpen(false);
    report(error, 'strip');
  };
  return { isOpen: () => open, setOpen };
}
