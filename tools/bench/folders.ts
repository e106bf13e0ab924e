/** Where the benchmark reads and writes. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds, invented guides and the report: of no use to anybody after a run, and in no commit. */
export const OUTPUT = join(PROJECT, '.output/bench');
