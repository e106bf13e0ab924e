/** Permissions for the guide's sites, which the fake browser lacks. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = () => unknown;
const listeners = { added: new Set<Listener>(), removed: new Set<Listener>() };
const event = (of: Set<Listener>) => ({
  addListener: (listener: Listener) => void of.add(listener),
  removeListener: (listener: Listener) => void of.delete(listener),
});

export const access = {
  given: true,
  /** The origins that the browser was asked about and for. */
  asked: [] as string[][],
  /** The reader's answer when the browser asks. */
  answer: async (): Promise<boolean> => true,
  /** Grants or revokes access in the browser's settings. */
  async turn(on: boolean): Promise<void> {
    access.given = on;
    for (const listener of on ? listeners.added : listeners.removed) await listener();
  },
  listening: () => listeners.added.size + listeners.removed.size,
};

Object.assign(fakeBrowser.permissions, {
  contains: async () => access.given,
  async request({ origins }: { origins: string[] }) {
    access.asked.push(origins);
    access.given = await access.answer();
    return access.given;
  },
  onAdded: event(listeners.added),
  onRemoved: event(listeners.removed),
});
