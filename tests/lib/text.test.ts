import { describe, expect, test } from 'vitest';
import { counted, language, t } from '../../lib/text.ts';
import { messages, showTexts } from '../messages.ts';

describe('a text', () => {
  test('has its placeholders filled in', () => {
    expect(t('surface.title', { subject: 'Squid' })).toBe('Squid Session Guide');
  });

  test('uses the plural form of its language', () => {
    expect([0, 1, 2, 1500].map((count) => counted('agenda.sessions', count))).toEqual([
      '0 sessions',
      '1 session',
      '2 sessions',
      '1,500 sessions',
    ]);
  });

  test('uses the language’s plural rules and number format', () => {
    const numbers = [0, 1, 1.5, -1, 21, 999, 1000, 12_345, 0.5];
    const asked = numbers.map((count) => {
      const form = new Intl.PluralRules('en-US').select(count) === 'one' ? 'session' : 'sessions';
      return `${count.toLocaleString('en-US')} ${form}`;
    });
    expect(numbers.map((count) => counted('agenda.sessions', count))).toEqual(asked);
  });

  test('can be transformed, but the language tag is not', () => {
    showTexts((text) => `[${text}]`);
    expect(counted('agenda.sessions', 1)).toBe('[1 session]');
    showTexts();
    expect(language()).toBe('en-US');
  });
});

test('Every plural has a form for every category of its language', () => {
  const plurals = [...messages.keys()]
    .filter((key) => key.endsWith('_other'))
    .map((key) => key.replace(/_other$/u, ''));
  expect(plurals).not.toEqual([]);
  const missing = plurals.flatMap((key) =>
    new Intl.PluralRules(messages.get('language'))
      .resolvedOptions()
      .pluralCategories.map((category) => `${key}_${category}`)
      .filter((form) => !messages.has(form)),
  );
  expect(missing).toEqual([]);
});
