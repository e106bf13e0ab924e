/** Starts the agenda: shows what its document contains, then loads the script that renders the rest. */
import { readFirstCopy } from '../../lib/own/first-copy.ts';
import { report } from '../../lib/report/report.ts';
import type { Surface } from './list/surface.ts';
import '../../lib/report/early.ts';
import { showColours } from './colours.ts';
import { painted } from './painted.ts';
import '../../components/tokens.css';
import '../../components/SessionBody.css';
import './views/Agenda.css';
import './views/AgendaRow.css';
import './views/DayRow.css';
import './views/ListHead.css';
import './catch-up/CatchUp.css';
import './catch-up/CatchUpItems.css';
import './catch-up/CatchUpStop.css';
import './views/Find.css';
import './views/Now.css';
import './views/Opened.css';
import '../../components/Controls.css';
import '../../components/Switches.css';
import './share/Share.css';
import './popup.css';
import './late.css';

/** Shows the document of a surface in the reader's colours, and renders the agenda after the first paint. */
export function startAgenda(surface: Surface): void {
  showColours(readFirstCopy().settings);
  painted()
    .then(showSessions)
    .then(() => import('./show.tsx'))
    .then(({ showAgenda }) => showAgenda(surface))
    .catch((error: unknown) => report(error, surface));
}

/** Shows the document's sessions one frame after its header: with them, the first frame would be later. */
async function showSessions(): Promise<void> {
  const sessions = document.querySelector<HTMLElement>('#agenda .columns');
  if (!sessions) return;
  sessions.hidden = false;
  await painted();
}
