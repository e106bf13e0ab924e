import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The answer of the background to a message, or undefined where it gives none. */
export function answerTo(message: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const heard = fakeBrowser.runtime.onMessage.trigger(message as never, sender as never, resolve as never);
    // A listener that returns true answers later.
    heard.then(([later]: unknown[]) => later === true || resolve(undefined));
  });
}
