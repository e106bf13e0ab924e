// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../../data/schema.ts';
import { markEnd, sessionSelector } from '../../sched/highlight.ts';
import { EDITABLE } from '../../sched/selectors.ts';
import { one, openPage } from './open-page.ts';

/** The parts of a guide that the style sheet depends on. */
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

describe('without any script, the style sheet marks', () => {
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
    'https://sched.co/27FbS',
    'https://sched.co/27FbS?utm=x',
  ])('a link to %s', (href) => {
    expect(isMarked(`<span class="event"><a class="name" href="${href}">x</a></span>`)).toBe(true);
  });

  test('a link that the script recognised as one to a guide session', () => {
    expect(isMarked('<a href="#" data-csg-link="guide">x</a>')).toBe(true);
  });
});

describe('on a page with a <base>, the style sheet', () => {
  const isMarkedOn = (base: string, href: string) => {
    openPage('https://kccncna2025.sched.com/', `<a href="${href}">x</a>`, { base: false });
    document.head.innerHTML = base;
    return one('a').matches(sessionSelector(guide));
  };

  test.each([
    'https://evil.example/',
    '//evil.example/',
    'http://kccncna2025.sched.com/',
    'https://kccncna2025.sched.com.example/',
    'x/',
    '',
  ])('ignores relative links when the base is “%s”', (base) => {
    for (const href of ['event/28D1Y/x', '/event/28D1Y']) expect(isMarkedOn(`<base href="${base}">`, href)).toBe(false);
    expect(isMarkedOn(`<base href="${base}">`, `${CO}/event/28D1Y`)).toBe(true);
  });

  test.each(['', '<base target="_top">', '<base href="/">', `<base href="${CO}/">`])(
    'marks relative links with “%s”',
    (base) => {
      for (const href of ['event/28D1Y/x', '/event/28D1Y']) expect(isMarkedOn(base, href)).toBe(true);
    },
  );
});

describe('the style sheet ignores', () => {
  test.each([
    'event/28D1',
    'event/28D1Y2',
    'event/28D1Y2/x',
    'event/28D1Y-x',
    'event/28D1Y.html',
    'event/28d1y/x',
    'EVENT/28D1Y',
    'https://sched.co/28d1y',
    'https://sched.co/28D1Y2',
    'https://sched.co.example/28D1Y',
    'https://sched.com/28D1Y',
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
  ])('a link to %s', (href) => {
    expect(isMarked(`<span class="event"><a class="name" href="${href}">x</a></span>`)).toBe(false);
  });

  test.each(['strong', 'quiet', ''])('a link that the script recognised as a mention (“%s”)', (degree) => {
    expect(isMarked(`<a href="event/28D4J" data-csg-link="${degree}">x</a>`)).toBe(false);
  });

  // happy-dom does not match descendants inside :not(); the end-to-end tests see both.
  test('links in SVG, MathML and editable text', () => {
    for (const selector of sessionSelector(guide).split(/, a(?=:)/u)) {
      expect(selector).toMatch(/, :is\(svg, math\) \*\)$/u);
      expect(selector).toContain(`, ${EDITABLE} *`);
    }
  });

  test('a “skip to content” link', () => {
    expect(isMarked('<a class="skip-link button" href="event/28D1Y#sched-content">Skip</a>')).toBe(false);
  });

  test('elements that are not links', () => {
    openPage('https://kccncna2025.sched.com/', '<link href="event/28D1Y" /><p href="event/28D1Y"></p>');
    expect(document.querySelectorAll(sessionSelector(guide))).toHaveLength(0);
  });
});

test('The label’s room grows with the length of its word', () => {
  expect(markEnd('Cilium')).toBeGreaterThan(markEnd('eBPF'));
  expect(Number.isInteger(markEnd('Cilium'))).toBe(true);
});
