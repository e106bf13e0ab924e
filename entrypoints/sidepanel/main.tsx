/** The agenda beside the page: Chrome's side panel, Firefox's sidebar. */
import { showAgenda } from '../surface/show.tsx';

showAgenda('panel');
