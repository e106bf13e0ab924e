/**
 * The texts that a page's script needs. They come with the background's first answer: asked for its first text, a browser
 * loads all of them, and the page waits (see docs/decisions.md).
 */
import { browser } from 'wxt/browser';
import { pluralForm } from '../../lib/plural.ts';
import type { Counted, TextKey } from '../../lib/text.ts';

const learned: Record<string, string> = {};

/** Keeps texts by key, as the background sent them. */
export function learnTexts(texts: Record<string, string>): void {
  Object.assign(learned, texts);
}

/** The text with a key, with its {names} filled in. Throws when the extension was updated under the open page. */
export function pageText(key: TextKey, named: Record<string, unknown> = {}): string {
  const text = learned[key] ?? browserText(key.replaceAll('.', '_'));
  return text.replace(/\{(\w+)\}/gu, (all, name: string) => (Object.hasOwn(named, name) ? String(named[name]) : all));
}

/** The form of a text that goes with a number, which fills in its {count}. */
export function countedPageText(key: Counted, count: number): string {
  const { category, digits } = pluralForm(count, pageText('language') || 'en-US');
  return pageText(`${key}.${category}` as TextKey, { count: digits });
}

/** The browser types want a key of their own kind, and `_` for each dot. */
function browserText(name: string): string {
  return (browser.i18n.getMessage as (name: string) => string)(name);
}
