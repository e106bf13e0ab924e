import { describe, expect, test } from 'vitest';
import { ACCENT_KEY, ACCENTS, type Accent, accentProperties, readAccent } from '../../../lib/own/accents.ts';

/** Relative luminance (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance) of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours in the style sheet of an accent. */
function readColours(accent: Accent) {
  const text = accentProperties(accent);
  const value = (name: string) => new RegExp(`--csg-${name}: ([^;]+);`, 'u').exec(text)?.[1] ?? '';
  const both = (name: string) => value(name).match(/#[0-9a-f]{6}/gu) ?? [];
  return { mark: value('mark'), accent: both('accent'), soft: both('soft') };
}

describe('readAccent', () => {
  test.each(ACCENTS)('returns %s if it is stored', (accent) => {
    expect(readAccent({ [ACCENT_KEY]: accent })).toBe(accent);
  });

  test.each([undefined, null, 1, true, '', 'Amber', 'violet', ['sky'], { accent: 'sky' }])(
    'returns the first accent if %j is stored',
    (value) => {
      expect(readAccent({ [ACCENT_KEY]: value })).toBe('amber');
    },
  );

  test('returns the first accent if nothing is stored, or only other keys are', () => {
    expect([readAccent({}), readAccent({ accent: 'sky', 'pref:Accent': 'sky' })]).toEqual(['amber', 'amber']);
  });
});

describe('the colours of an accent', () => {
  test.each(ACCENTS)('for %s are one highlight colour, and a light and a dark variant of the others', (accent) => {
    const { mark, accent: text, soft } = readColours(accent);
    expect(mark).toMatch(/^#[0-9a-f]{6}$/u);
    expect([text.length, soft.length]).toEqual([2, 2]);
  });

  // WCAG 2.2, 1.4.3: text of normal size needs 4.5 to 1.
  test.each(ACCENTS)('for %s have a contrast of at least 4.5 to 1 on plain and tinted backgrounds', (accent) => {
    const { mark, accent: text, soft } = readColours(accent);
    const [light = '', dark = ''] = text;
    const [softLight = '', softDark = ''] = soft;
    for (const [one, other] of [
      ['#101010', mark],
      [light, '#ffffff'],
      [light, softLight],
      [dark, '#1b1b1b'],
      [dark, softDark],
    ] as const) {
      expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('differ from those of every other accent', () => {
    expect(new Set(ACCENTS.map((accent) => accentProperties(accent))).size).toBe(ACCENTS.length);
    expect(new Set(ACCENTS.map((accent) => readColours(accent).mark)).size).toBe(ACCENTS.length);
  });

  test('are those of the first accent if the accent is unknown', () => {
    // A newer version may have left it in the copy for the first paint.
    expect(accentProperties('violet' as Accent)).toBe(accentProperties('amber'));
  });
});
