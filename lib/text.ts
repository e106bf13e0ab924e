/** The texts of ours that a reader sees, from locales/ (in the built extension `_locales/`), with plurals of their language. */
import { type GeneratedI18nStructure, i18n } from '#i18n';

/** The text with a key, with its {names} filled in. */
export const t = i18n.t;

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
  rules ??= new Intl.PluralRules(language());
  // English has one and other; a language with more categories has their keys in its own file.
  const form = `${key}.${rules.select(count)}` as `${Counted}.other`;
  return (t as (key: string, named: object) => string)(form, { ...more, count: count.toLocaleString(language()) });
}

/** The tag of the texts' language, by which times, numbers and plurals are formatted too. */
export function language(): string {
  tag ??= t('language') || 'en-US';
  return tag;
}
