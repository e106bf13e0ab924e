/** The part of the guide that runs in Sched's pages: ids, and words to look for. */
import index from 'virtual:csg/page-index';
import type { PageIndex } from './compile.ts';

export type { PageIndex } from './compile.ts';

export const pageIndex: Readonly<PageIndex> = index;
