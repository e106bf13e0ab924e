/** The door to the guide for what is painted at once: the agenda without the longer texts. */
import agenda from 'virtual:csg/agenda';
import type { AgendaGuide } from './compile.ts';

export type { AgendaGuide, AgendaSession } from './compile.ts';

export const agendaGuide: Readonly<AgendaGuide> = agenda;
