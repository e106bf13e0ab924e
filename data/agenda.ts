/** The guide without the longer texts, for the agenda's first paint. */
import agenda from 'virtual:csg/agenda';
import type { AgendaGuide } from './compile.ts';

export type { AgendaGuide, AgendaSession } from './compile.ts';

export const agendaGuide: Readonly<AgendaGuide> = agenda;
