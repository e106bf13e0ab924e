/** The panel that the strip opens. It explains the marks and the community around the guide's subject. */
import type { Ask } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { drawPanel, loadPanel } from './panel.ts';

/** Returns a function that toggles the panel in the strip's shadow root, or opens (true) or closes it (false). */
export function createAbout(root: ShadowRoot, ask: Ask): (force?: boolean) => void {
  let open = false;
  const toggle = (force = !open) => {
    open = force;
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
    toggle(false);
    report(error, 'strip');
  };
  return toggle;
}
