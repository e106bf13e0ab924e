/** The toolbar's popup. */
import { showAgenda } from '../surface/show.tsx';
import './popup.css';

showAgenda('popup');
