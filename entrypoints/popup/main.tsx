/** The toolbar's popup. */
import { startAgenda } from '../../features/agenda/start.ts';

startAgenda('popup');
