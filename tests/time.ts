/** Fake timers for tests of code that waits: time passes only in `rest`. */
import { beforeEach, vi } from 'vitest';

/** Fakes the timers of every test in the file. */
export function holdTimers(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
}

/** Advances the fake timers, and settles dynamic imports before and after. */
export async function rest(ms = 10): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
}
