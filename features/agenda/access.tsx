/** Warns above the agenda if the extension may not run on the guide's Sched sites. The agenda works without them. */
import { render } from 'preact';
import { keepFocus } from '../../components/keep-focus.ts';
import type { AgendaGuide } from '../../data/agenda.ts';
import { followSiteAccess } from '../../lib/platform/site-access.ts';
import { report } from '../../lib/report/report.ts';
import { Access } from './views/Access.tsx';

/** Shows the warning, with a button that asks for the sites, until the signal aborts. */
export function followAccess(root: HTMLElement, { sites }: Pick<AgendaGuide, 'sites'>, signal: AbortSignal): void {
  const place = document.createElement('div');
  root.before(place);
  signal.addEventListener('abort', () => place.remove());
  const failed = (error: unknown) => report(error, 'access');
  const look = () =>
    access.check().then((allowed) => {
      if (!signal.aborted) render(allowed ? null : <Access onAsk={ask} />, place);
    }, failed);
  const ask = () => void access.request().then(look, failed);
  const access = followSiteAccess(sites, look, signal);
  // The “Allow” button disappears with the warning.
  keepFocus(place, () => root.querySelector<HTMLElement>('[role=searchbox], nav [aria-current]'), signal);
  void look();
}
