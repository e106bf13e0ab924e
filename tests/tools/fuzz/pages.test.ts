// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readFuzzRun, runFuzz, writeFuzzReport } from './run.ts';

/** Ten pages, or the run that `npm run fuzz` asks for. */
const run = readFuzzRun({ count: 10, minutes: 5, seed: 20251110 });

test(
  'On mutated pages, the content script never throws, changes no foreign node and marks only guide sessions',
  async () => {
    const report = await runFuzz(run);
    writeFuzzReport(report);
    expect(report.failure ?? '').toBe('');
    expect(report.pages).toBeGreaterThanOrEqual(Math.min(run.count, 10));
    // Without marks, the pages would be broken beyond recognition.
    expect(report.marked).toBeGreaterThan(report.pages / 10);
  },
  run.minutes * 60_000 + 60_000,
);
