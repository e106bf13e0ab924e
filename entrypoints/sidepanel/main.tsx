/** The agenda beside the page: Chrome's side panel, Firefox's sidebar. */
import { startAgenda } from '../../features/agenda/start.ts';

startAgenda('panel');
