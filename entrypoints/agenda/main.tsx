/** The agenda in a tab of its own, with room for filters beside the list, and fit to print. */
import { startAgenda } from '../../features/agenda/start.ts';
import './agenda.css';

startAgenda('page');
