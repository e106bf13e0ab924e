/** Time in tests whose code waits: it passes only by `rest`, so that no test waits for a clock. */
import { beforeEach, vi } from 'vitest';

/** Timers of every test in the file wait for `rest`. */
export function holdTimers(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
}

/** Lets so many milliseconds pass at once, and everything happen that waits for nothing else. */
export async function rest(ms = 10): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
}
