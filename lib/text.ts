/** The texts that a reader sees, from locales/ (in the built extension `_locales/`), with plurals of their language. */
import { type GeneratedI18nStructure, i18n } from '#i18n';
import { pluralForm } from './plural.ts';

export type TextKey = keyof GeneratedI18nStructure;

/** A text that has a form for each category of plurals: `name.one`, `name.other`. */
export type Counted = { [K in TextKey]: K extends `${infer Name}.other` ? Name : never }[TextKey];

/** The text with a key, with its {names} filled in. */
export const t = i18n.t;

/** The text with a key, with its {names} as they are. */
export function withoutNames(key: TextKey): string {
  return (t as (key: string) => string)(key);
}

/** Read once: it does not change while a page is open, and every time and number needs it. */
let tag: string | undefined;

/**
 * The form of a text that goes with a number, which fills in its {count}.
 * @param more further {names} to fill in
 */
export function counted(key: Counted, count: number, more: Record<string, string | number> = {}): string {
  const { category, digits } = pluralForm(count, language());
  const form = `${key}.${category}` as `${Counted}.other`;
  return (t as (key: string, named: object) => string)(form, { ...more, count: digits });
}

/** The tag of the texts' language, by which times, numbers and plurals are formatted too. */
export function language(): string {
  tag ??= t('language') || 'en-US';
  return tag;
}
