/** Created once: the language does not change while a page is open. */
let rules: Intl.PluralRules | undefined;

/** The plural category of a number in a language (a BCP 47 tag), and the number formatted in that language. */
export function pluralForm(count: number, language: string): { category: Intl.LDMLPluralRule; digits: string } {
  // The first use of Intl takes 10 ms and more, longer than the rest of the page's script (docs/decisions.md).
  if (/^en\b/u.test(language) && Number.isInteger(count) && count >= 0 && count < 1000)
    return { category: count === 1 ? 'one' : 'other', digits: String(count) };
  rules ??= new Intl.PluralRules(language);
  return { category: rules.select(count), digits: count.toLocaleString(language) };
}
