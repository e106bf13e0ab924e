// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { foreignMarks } from '../../../tools/fuzz/verdict.ts';
import { MAIN, openPage } from '../../sched/open-page.ts';

const TITLE =
  '<span class="event" data-csg-session="28D1Y" data-csg-kind="guide"><a href="#" data-csg-link="guide">x</a></span>';
const marks = (path: string, base: string) => {
  openPage(MAIN + path, TITLE, { base: false });
  document.head.innerHTML = base;
  return foreignMarks(document, ['28D1Y'], [new URL(MAIN).host]).length;
};

test.each(['', '<base href="/">', '<base href="about:blank">', '<base href="https://evil.example/">'])(
  'A title may be marked only as the session of the page’s own address, whatever the base (%s)',
  (base) => {
    expect(marks('/event/28D1Y/x', base)).toBe(0);
    expect(marks('/event/28D2Q/x', base)).toBeGreaterThan(0);
  },
);
