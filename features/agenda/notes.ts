/** Stores notes while the reader types: one write per session at a time, and of waiting texts only the last. */

/** Returns a function that stores notes. `store` must never reject. */
export function noteQueue(store: (id: string, text: string) => Promise<void>) {
  /** The text that waits for each session whose note is being stored. */
  const waiting = new Map<string, string | undefined>();
  return async function write(id: string, text: string): Promise<void> {
    if (waiting.has(id)) {
      waiting.set(id, text);
      return;
    }
    waiting.set(id, undefined);
    await store(id, text);
    const next = waiting.get(id);
    waiting.delete(id);
    if (next !== undefined) await write(id, next);
  };
}
