/** The page that opens once after the installation. */
import { showWelcome } from '../../features/welcome/show.tsx';
import { sendFailure } from '../../lib/messages.ts';
import { keepReports } from '../../lib/report/report.ts';

const root = document.querySelector<HTMLElement>('#welcome');
if (!root) throw new Error('no #welcome');
keepReports(sendFailure);
showWelcome(root, new AbortController().signal);
