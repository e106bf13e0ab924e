/**
 * Texts on a page. In the place of @wxt-dev/i18n (see `withOwnTexts` in build/vite.ts): asked for its first text, a browser keeps a
 * page waiting for all of them, so those that a page says come with the background's first answer.
 */
import { browser } from 'wxt/browser';

const learned = new Map<string, string>();

/** Takes in texts by key, as the background knows them. */
export function learn(texts: Record<string, string> = {}): void {
  for (const [key, text] of Object.entries(texts)) learned.set(key, text);
}

/** Has the place of the package's function of this name: its `t` answers with the text of a key, with its {names} filled in. */
export function createI18n() {
  return {
    t(key: string, named: Record<string, unknown> = {}): string {
      const text = learned.get(key) ?? getMessage(key.replaceAll('.', '_'));
      return text.replace(/\{(\w+)\}/gu, (all, name: string) =>
        Object.hasOwn(named, name) ? String(named[name]) : all,
      );
    },
  };
}

/** The browser's own: '' where it has none, and an error once the extension was updated under the open page. */
function getMessage(name: string): string {
  return (browser.i18n.getMessage as (name: string) => string)(name);
}
