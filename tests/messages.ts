/** Gives tests the texts that a real browser reads from `_locales`; the fake browser has none. */
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Not a URL: happy-dom replaces Node's URL class.
const file = join(import.meta.dirname, '../locales/en.yml');

/** The texts of locales/en.yml by their key in `_locales`. */
export const messages = new Map(
  (await parseMessagesFile(file)).flatMap((message) =>
    message.type === 'simple' ? [[message.key.join('_'), message.message] as const] : [],
  ),
);

let change = (text: string) => text;

/** Transforms every text, as a pseudo-locale does. Without an argument, texts are unchanged again. */
export function showTexts(changed: (text: string) => string = (text) => text): void {
  change = changed;
}

// `language` is a tag for Intl, not a text.
fakeBrowser.i18n.getMessage = (key) => (key === 'language' ? String : change)(messages.get(key) ?? '');
