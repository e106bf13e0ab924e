/** The toolbar's popup. */
import { startAgenda } from '../../features/agenda/show.tsx';

startAgenda('popup');
