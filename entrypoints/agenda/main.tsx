/** The agenda in a tab. */
import { startAgenda } from '../../features/agenda/start.ts';
import './agenda.css';

startAgenda('page');
