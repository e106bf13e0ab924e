/** The agenda in a tab of its own, with room for filters beside the list, and fit to print. */
import { showAgenda } from '../surface/show.tsx';
import './agenda.css';

showAgenda('page');
