/** The texts of ours that a reader sees, from locales/ (in the built extension `_locales/`), with plurals of their language. */
import { type GeneratedI18nStructure, i18n } from '#i18n';

/** The text with a key, with its {names} filled in. */
export const t = i18n.t;

/** The text with a key, with its {names} as they are. */
export function withoutNames(key: keyof GeneratedI18nStructure): string {
  return (t as (key: string) => string)(key);
}

/** A text that has a form for each category of plurals: `name.one`, `name.other`. */
type Counted = {
  [K in keyof GeneratedI18nStructure]: K extends `${infer Name}.other` ? Name : never;
}[keyof GeneratedI18nStructure];

/** Asked for once: it does not change while a page is open, and every time and number needs it. */
let tag: string | undefined;
let rules: Intl.PluralRules | undefined;

/**
 * The form of a text that goes with a number, which fills in its {count}.
 * @param more further {names} to fill in
 */
export function counted(key: Counted, count: number, more: Record<string, string | number> = {}): string {
  const isSmall = Number.isInteger(count) && count >= 0 && count < 1000;
  // Asked for its first plural and its first number, a browser reads tables: 10 ms and more of a page's start, which is more
  // than everything else that we do on it. Of English, what a page counts is known without them.
  const [category, digits] =
    isSmall && isEnglish()
      ? [count === 1 ? 'one' : 'other', String(count)]
      : [categoryOf(count), count.toLocaleString(language())];
  const form = `${key}.${category}` as `${Counted}.other`;
  return (t as (key: string, named: object) => string)(form, { ...more, count: digits });
}

/** English has one and other; a language with more categories has their keys in its own file. */
function categoryOf(count: number): Intl.LDMLPluralRule {
  rules ??= new Intl.PluralRules(language());
  return rules.select(count);
}

function isEnglish(): boolean {
  return /^en\b/u.test(language());
}

/** The tag of the texts' language, by which times, numbers and plurals are formatted too. */
export function language(): string {
  tag ??= t('language') || 'en-US';
  return tag;
}
