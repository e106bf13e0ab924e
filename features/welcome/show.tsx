/** The page that opens after the installation. */
import { render } from 'preact';
import { keepFocus } from '../../components/keep-focus.ts';
import { agendaGuide as guide } from '../../data/agenda.ts';
import { followSiteAccess } from '../../lib/platform/site-access.ts';
import { report } from '../../lib/report/report.ts';
import { Welcome } from './Welcome.tsx';
import '../../components/tokens.css';
import '../../components/ListPicture.css';
import './Welcome.css';

/** Shows the page in an element, until the signal aborts. */
export function showWelcome(root: HTMLElement, signal: AbortSignal): void {
  const failed = (error: unknown) => report(error, 'welcome');
  const build = import.meta.env.FIREFOX ? 'firefox' : 'chrome';
  const draw = (allowed: boolean) =>
    render(<Welcome guide={guide} build={build} allowed={allowed} onAllow={request} />, root);
  const look = () => access.check().then(draw, failed);
  const request = () => void access.request().then(look, failed);
  const access = followSiteAccess(guide.sites, look, signal);
  // The message replaces the “Allow” button.
  keepFocus(root, () => root.querySelector<HTMLElement>('.allowed'), signal);
  // Most browsers allow the sites at installation.
  draw(true);
  void look();
}
