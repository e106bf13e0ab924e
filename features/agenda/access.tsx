/**
 * Whether the browser lets the extension into the guide's Sched sites. Readers of Firefox may refuse or revoke that, those of Chrome may
 * keep it to a click; the agenda needs none of it, and says how to have the rest.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { AgendaGuide } from '../../data/agenda.ts';
import { report } from '../../lib/report/report.ts';
import { Access } from './views/Access.tsx';

/** Offers, above the agenda, to ask for the sites while they are out of reach, until the signal aborts. */
export function followAccess(root: HTMLElement, { sites }: Pick<AgendaGuide, 'sites'>, signal: AbortSignal): void {
  const wanted = { origins: sites.map(({ host }) => `https://${host}/*`) };
  const { permissions } = browser;
  const place = document.createElement('div');
  root.before(place);
  // Browsers ask the reader only in a press itself.
  const ask = () => void permissions.request(wanted).then(look, failed);
  const failed = (error: unknown) => report(error, 'access');
  const look = () =>
    permissions.contains(wanted).then((allowed) => {
      if (!signal.aborted) render(allowed ? null : <Access onAsk={ask} />, place);
    }, failed);

  permissions.onAdded.addListener(look);
  permissions.onRemoved.addListener(look);
  signal.addEventListener('abort', () => {
    permissions.onAdded.removeListener(look);
    permissions.onRemoved.removeListener(look);
    place.remove();
  });
  void look();
}
