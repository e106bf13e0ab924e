/** The options page, in a tab. */
import { look } from '../../features/agenda/look.ts';
import { openSurface } from '../../features/agenda/open.ts';
import { showOptions } from '../../features/options/show.tsx';
import { sendFailure } from '../../lib/messages.ts';
import { sendReports } from '../../lib/report/early.ts';
import '../../features/agenda/views/Agenda.css';

const root = document.querySelector<HTMLElement>('#options');
if (!root) throw new Error('no #options');
sendReports(sendFailure);
showOptions(root, {
  look,
  open: () => openSurface('page', 'page', ''),
});
