/**
 * The content script's texts. They come with the background's first answer: if a page asks the browser for one text, the
 * browser loads all of them while the page waits (docs/decisions.md).
 */
import { browser } from 'wxt/browser';
import { pluralForm } from '../../lib/plural.ts';
import type { Counted, TextKey } from '../../lib/text.ts';

const learned: Record<string, string> = {};

/** Keeps the texts that the background sent, by key. */
export function learnTexts(texts: Record<string, string>): void {
  Object.assign(learned, texts);
}

/** The text of a key, with its {names} filled in. Throws if the extension was updated under the open page. */
export function pageText(key: TextKey, named: Record<string, unknown> = {}): string {
  const text = learned[key] ?? browserText(key.replaceAll('.', '_'));
  return text.replace(/\{(\w+)\}/gu, (all, name: string) => String(named[name] ?? all));
}

/** The plural form of a text for a number, with {count} filled in. */
export function countedPageText(key: Counted, count: number): string {
  const { category, digits } = pluralForm(count, pageText('language') || 'en-US');
  return pageText(`${key}.${category}` as TextKey, { count: digits });
}

/** The types of `browser.i18n` only accept generated keys. */
function browserText(name: string): string {
  return (browser.i18n.getMessage as (name: string) => string)(name);
}
