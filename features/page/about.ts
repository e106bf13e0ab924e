/** The panel that the strip opens: the meaning of the marks, and the community around the guide's subject. */
import type { Ask } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { drawPanel, loadPanel } from './panel.ts';

/** Returns a function that opens the panel in the strip's shadow root, or closes it. */
export function createAbout(root: ShadowRoot, ask: Ask): () => void {
  let open = false;
  const setOpen = (now: boolean) => {
    open = now;
    root.querySelector('[data-action=about]')?.setAttribute('aria-expanded', String(open));
  };
  return () => {
    setOpen(!open);
    root.querySelector('.about')?.remove();
    if (!open) return;
    loadPanel(ask, 'about')
      .then((panel) => {
        const drawn = drawPanel(panel, root);
        if (open && !root.querySelector('.about')) root.querySelector('.strip')?.append(drawn);
      })
      .catch((error: unknown) => {
        setOpen(false);
        report(error, 'strip');
      });
  };
}
