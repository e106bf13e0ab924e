// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isDark, themeBehind } from '../../sched/theme.ts';
import { MAIN, one, openPage } from './open-page.ts';

/** The background that browsers compute for an element without one. happy-dom computes none. */
const NONE = '<style>* { background-color: rgba(0, 0, 0, 0); }</style>';

/** The theme behind the innermost of nested elements with these backgrounds, the body first. */
function readTheme(...backgrounds: string[]): string {
  const [outermost = '', ...inner] = backgrounds;
  const markup = inner.reduceRight(
    (inside, colour) => `<div style="background-color: ${colour}">${inside}</div>`,
    '<p></p>',
  );
  openPage(`${MAIN}/`, NONE + markup);
  document.body.style.backgroundColor = outermost;
  return themeBehind(one('p'));
}

test.each([
  ['light', ['rgb(255, 255, 255)']],
  ['dark', ['rgb(0, 0, 0)']],
  ['dark', ['rgb(24, 26, 27)', 'rgba(0, 0, 0, 0)']],
  ['light', ['rgb(24, 26, 27)', 'rgb(255, 255, 255)']],
  ['dark', ['rgb(255, 255, 255)', 'rgb(24, 26, 27)', 'rgba(255, 255, 255, 0.1)']],
  ['light', ['rgb(0, 0, 0)', 'rgba(255, 255, 255, 0.9)']],
  // Green looks brighter than magenta, although magenta has two full channels.
  ['light', ['rgb(0, 255, 0)']],
  ['dark', ['rgb(255, 0, 255)']],
  ['light', ['rgb(221, 105, 255)']],
])('The theme is %s behind an element on %j', (theme, backgrounds) => {
  expect(readTheme(...backgrounds)).toBe(theme);
});

test('A page without a background is light, as browsers paint it', () => {
  openPage(`${MAIN}/`, `${NONE}<p></p>`);
  expect(themeBehind(one('p'))).toBe('light');
});

test.each([
  [false, 'color(srgb 1 1 1)'],
  [true, 'color(srgb 0.1 0.1 0.1 / 0.9)'],
  [undefined, 'color(srgb 0 0 0 / 0.2)'],
  [undefined, 'rgba(0, 0, 0, 0)'],
  [undefined, ''],
])('isDark is %s for %s', (dark, colour) => {
  expect(isDark(colour)).toBe(dark);
});
