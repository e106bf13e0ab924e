/** Stores notes while they are being written: of each session one at a time, and only the last text of those that wait. */

/** A function that stores notes. `store` resolves when the browser has answered; it never rejects. */
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
