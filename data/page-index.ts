/** The door to the guide for code that runs in a Sched page: ids and words to look for, and nothing that weighs more. */
import index from 'virtual:csg/page-index';
import type { PageIndex } from './compile.ts';

export type { PageIndex } from './compile.ts';

export const pageIndex: Readonly<PageIndex> = index;
