import { agendaFeatures } from './agenda.ts';
import { highlight } from './highlight.ts';
import { network } from './network.ts';
import { pageFeatures } from './page.ts';
import { toolbar } from './toolbar.ts';
import { startWorld } from './world.ts';

const world = startWorld('firefox');
highlight(world);
pageFeatures(world);
agendaFeatures(world);
toolbar(world);
network(world);
