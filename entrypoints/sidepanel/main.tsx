/** The agenda beside the page: Chrome's side panel, Firefox's sidebar. */
import { startAgenda } from '../surface/show.tsx';

startAgenda('panel');
