/** The Vitest configuration for `npm run mutate`: only the unit tests of the mutated code. All of them would take ten times as long. */
import { defineConfig } from 'vitest/config';
import config from '../vitest.config.ts';

const isUnit = (project: unknown): project is object =>
  typeof project === 'object' && (project as { test?: { name?: unknown } }).test?.name === 'unit';
const unit = config.test?.projects?.find(isUnit) as { test: { env?: object } } | undefined;
if (!unit) throw new Error('vitest.config.ts has no project “unit”');

export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    // Each mutant repeats the property tests. A fifth of the usual runs catches nearly as much.
    env: { ...unit.test.env, CSG_RUNS: '0.2' },
    include: [
      'tests/{lib,sched,entrypoints}/**',
      'tests/features/{page,background}/**',
      // Only the stores, because rendering takes most of the time.
      'tests/features/{agenda,options}',
    ].map((folder) => `${folder}/*.test.{ts,tsx}`),
  },
});
