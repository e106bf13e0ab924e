/** Sends a message to the listeners of the fake browser, as a page does to the background. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Resolves with the answer, or with undefined if no listener answers. */
export function askBackground(message: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const triggered = fakeBrowser.runtime.onMessage.trigger(message as never, sender as never, resolve);
    // A listener that answers later returns true.
    void triggered.then((answers: unknown[]) => answers.includes(true) || resolve(undefined));
  });
}
