/** The toolbar's popup. */
import { startAgenda } from '../surface/show.tsx';

startAgenda('popup');
