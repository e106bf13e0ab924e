/** Gives tests the texts that a browser reads from `_locales`, which the fake browser does not. */
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Not by a URL: that of happy-dom is none of Node's.
const file = join(import.meta.dirname, '../locales/en.yml');

/** The texts by their key in `_locales`, as locales/en.yml has them. */
export const messages = new Map(
  (await parseMessagesFile(file)).flatMap((message) =>
    message.type === 'simple' ? [[message.key.join('_'), message.message] as const] : [],
  ),
);

let change = (text: string) => text;

/** Lets every text be shown changed, as in a pseudo-locale; without an argument, as it is. */
export function showTexts(changed: (text: string) => string = (text) => text): void {
  change = changed;
}

// `language` is a tag for Intl, not a text.
fakeBrowser.i18n.getMessage = (key) => (key === 'language' ? String : change)(messages.get(key) ?? '');
