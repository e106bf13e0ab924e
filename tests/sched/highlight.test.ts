// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../../data/schema.ts';
import { highlightCss, markEnd, sessionSelector } from '../../sched/highlight.ts';
import { one, openPage } from './page-of.ts';

/** As much of a guide as a style sheet is made of. */
const guide = {
  subject: 'Cilium',
  sites: [{ host: 'colocatedeventsna2025.sched.com' }, { host: 'kccncna2025.sched.com' }],
  sessions: [{ id: '28D1Y' }, { id: '28D2Q' }, { id: '27FbS' }],
} as GuideFile;

function isMarked(markup: string): boolean {
  openPage('https://kccncna2025.sched.com/', markup);
  return one('a').matches(sessionSelector(guide));
}

const CO = 'https://colocatedeventsna2025.sched.com';

describe('Without any script the style sheet marks', () => {
  test.each([
    'event/28D1Y',
    'event/28D1Y/',
    'event/28D1Y/containing-wildfires',
    'event/28D1Y?iframe=yes&w=100%&sidebar=yes',
    'event/28D1Y#top',
    'event/27FbS/a+b-#c',
    '/event/28D1Y/containing-wildfires',
    '/event/28D2Q',
    `${CO}/event/28D1Y/containing-wildfires`,
    'https://kccncna2025.sched.com/event/27FbS?w=100%25',
  ])('a link to %s.', (href) => {
    expect(isMarked(`<span class="event"><a class="name" href="${href}">x</a></span>`)).toBe(true);
  });

  test('a link that the script has recognised.', () => {
    expect(isMarked('<a href="#" data-csg-link="">x</a>')).toBe(true);
  });
});

describe('The style sheet leaves alone', () => {
  test.each([
    'event/28D1',
    'event/28D1Y2',
    'event/28D1Y2/x',
    'event/28D1Y-x',
    'event/28D1Y.html',
    'event/28d1y/x',
    'EVENT/28D1Y',
    'events/28D1Y',
    'event/28D4J/x',
    'event/',
    'event-goers/28D1Y',
    'speaker/event/28D1Y',
    '/search?searchstring=event/28D1Y',
    '#event/28D1Y',
    '#',
    '',
    'javascript:event/28D1Y',
    'https://agntconmcpconeu26.sched.com/event/28D1Y',
    'https://kccncna2025.sched.com.example.com/event/28D1Y',
    'https://example.com/?https://kccncna2025.sched.com/event/28D1Y',
  ])('a link to %s.', (href) => {
    expect(isMarked(`<span class="event"><a class="name" href="${href}">x</a></span>`)).toBe(false);
  });

  test('“skip to content”.', () => {
    expect(isMarked('<a class="skip-link button" href="event/28D1Y#sched-content">Skip</a>')).toBe(false);
  });

  test('what is no link.', () => {
    openPage('https://kccncna2025.sched.com/', '<link href="event/28D1Y" /><p href="event/28D1Y"></p>');
    expect(document.querySelectorAll(sessionSelector(guide))).toHaveLength(0);
  });
});

describe('The style sheet', () => {
  const css = highlightCss(guide);
  const rules = [...css.matchAll(/^(.+) \{\n([\s\S]*?)\n\}$/gmu)].map(([, selector = '', body = '']) => ({
    selector,
    body,
  }));

  test('consists of rules about the guide’s links alone.', () => {
    expect(rules.map(({ selector, body }) => `${selector} {\n${body}\n}`).join('\n')).toBe(css);
    expect(rules.length).toBeGreaterThan(0);
    for (const { selector } of rules) expect(selector).toContain(sessionSelector(guide));
  });

  test('stands against every reset: each declaration is important.', () => {
    const declarations = rules.flatMap(({ body }) => body.split('\n'));
    expect(declarations.filter((line) => !/^ {2}[-\w]+: .+ !important;$/u.test(line))).toEqual([]);
  });

  test('says the subject in words, and in words for those who hear it.', () => {
    expect(css).toContain('content: "⬢ Cilium" / "Cilium guide:" !important;');
    expect(highlightCss({ ...guide, subject: 'Envoy' })).not.toContain('Cilium');
  });

  test('never hides or moves what the page shows.', () => {
    expect(css).not.toMatch(/\b(?:display: none|visibility|pointer-events|z-index|background-color)\b/u);
  });
});

test('The mark has more room the longer its word is.', () => {
  expect(markEnd('Cilium')).toBeGreaterThan(markEnd('eBPF'));
  expect(Number.isInteger(markEnd('Cilium'))).toBe(true);
});
