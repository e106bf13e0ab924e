// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readFuzzRun, runFuzz, writeFuzzReport } from './run.ts';

/** Ten pages, or as many as `npm run fuzz` asks for. */
const run = readFuzzRun({ count: 10, minutes: 5, seed: 20251110 });

test(
  'On mutated pages the content script never throws, changes nothing foreign and marks nothing foreign.',
  async () => {
    const report = await runFuzz(run);
    writeFuzzReport(report);
    expect(report.failure ?? '').toBe('');
    expect(report.pages).toBeGreaterThanOrEqual(Math.min(run.count, 10));
    // That something was marked shows that the pages are not broken beyond all recognition.
    expect(report.marked).toBeGreaterThan(report.pages / 10);
  },
  run.minutes * 60_000 + 60_000,
);
