/** The interface texts from locales/ (`_locales/` in the built extension), with plurals. */
import { type GeneratedI18nStructure, i18n } from '#i18n';
import { pluralForm } from './plural.ts';

export type TextKey = keyof GeneratedI18nStructure;

/** A text with a form for each plural category: `name.one`, `name.other`. */
export type Counted = { [K in TextKey]: K extends `${infer Name}.other` ? Name : never }[TextKey];

/** The text of a key, with its {names} filled in. */
export const t = i18n.t;

/** The text of a key, with its {names} not filled in. */
export function withoutNames(key: TextKey): string {
  return (t as (key: string) => string)(key);
}

/** Read once, because every time and number needs it. */
let tag: string | undefined;

/**
 * The plural form of a text for a number, with {count} filled in.
 * @param more further {names} to fill in
 */
export function counted(key: Counted, count: number, more: Record<string, string | number> = {}): string {
  const { category, digits } = pluralForm(count, language());
  const form = `${key}.${category}` as `${Counted}.other`;
  return (t as (key: string, named: object) => string)(form, { ...more, count: digits });
}

/** The language tag of the texts. Times, numbers and plurals are formatted in it too. */
export function language(): string {
  tag ??= t('language') || 'en-US';
  return tag;
}
