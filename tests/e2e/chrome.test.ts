import { agendaFeatures } from './agenda.ts';
import { highlight } from './highlight.ts';
import { listFeatures } from './list.ts';
import { network } from './network.ts';
import { pageFeatures } from './page.ts';
import { switches } from './switches.ts';
import { toolbar } from './toolbar.ts';
import { truth } from './truth.ts';
import { startWorld } from './world.ts';

const world = startWorld('chrome');
highlight(world);
pageFeatures(world);
listFeatures(world);
truth(world);
switches(world);
agendaFeatures(world);
toolbar(world);
network(world);
