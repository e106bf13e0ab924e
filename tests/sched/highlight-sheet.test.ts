// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../../data/schema.ts';
import { ACCENTS, accentProperties } from '../../lib/own/accents.ts';
import { BRIEFING_ROOM, choiceSheet, highlightCss, sessionSelector } from '../../sched/highlight.ts';
import { openPage } from './open-page.ts';

/** The parts of a guide that the style sheet depends on. */
const guide = {
  subject: 'Cilium',
  sites: [{ host: 'colocatedeventsna2025.sched.com' }, { host: 'kccncna2025.sched.com' }],
  sessions: [{ id: '28D1Y' }, { id: '28D2Q' }, { id: '27FbS' }],
} as GuideFile;

const CO = 'https://colocatedeventsna2025.sched.com';

interface Rule {
  selector: string;
  body: string;
}

/** The rules of a sheet, flattened: a rule in `@media` gets the outer selector, a nested rule has it in place of `&`. */
function listRules(css: string): Rule[] {
  const rules = [...css.matchAll(/^(\S.*) \{\n([\s\S]*?)\n\}$/gmu)].map(([, selector = '', body = '']) => ({
    selector,
    body,
  }));
  expect(rules.map(({ selector, body }) => `${selector} {\n${body}\n}`).join('\n')).toBe(css);
  expect(rules.length).toBeGreaterThan(0);
  return rules.flatMap(({ selector, body }) => {
    const inside = body.search(/^ {2}.+ \{$/mu);
    if (inside < 0) return [{ selector, body }];
    const nested = listRules(body.slice(inside).replace(/^ {2}/gmu, ''));
    const own = body.slice(0, inside).trimEnd();
    return [
      ...(own ? [{ selector, body: own }] : []),
      ...nested.map((rule) => ({
        ...rule,
        selector: rule.selector.startsWith('@media') ? selector : rule.selector.replace('&', `:is(${selector})`),
      })),
    ];
  });
}

describe('the style sheet', () => {
  const whole = highlightCss(guide);
  // The colours come last, and apply only after a choice.
  const css = whole.slice(0, whole.indexOf('\n@container style(--csg-chosen'));
  /** The container queries and their rules. */
  const blocks = [...css.matchAll(/^@container (.+) \{\n([\s\S]*?\n\})\n\}\n/gmu)].map(
    ([all, condition = '', inside = '']) => ({ all, condition, inside }),
  );
  const [inside = '', room = ''] = blocks.map((block) => block.inside);
  const outside = blocks.reduce((rest, { all }) => rest.replace(all, ''), css);
  const ofGuide = listRules(inside);
  const ofBriefing = listRules(room);
  const [others = [], ofPrint = []] = [false, true].map((isPrint) =>
    listRules(outside).filter(({ selector }) => selector.startsWith('[id^="page-print"]') === isPrint),
  );

  test('has rules only for links to the guide’s sessions and for what the script has marked', () => {
    for (const { selector } of ofGuide) expect(selector).toContain(sessionSelector(guide));
    for (const { selector } of others) expect(selector).toMatch(/\[data-csg-(?:words|link="quiet"|only)\]/u);
  });

  test('applies each part unless the choice sheet turns it off on the root', () => {
    expect(blocks.map(({ condition }) => condition)).toEqual([
      'not style(--csg-highlights: off)',
      'not style(--csg-cards: off)',
    ]);
    expect(choiceSheet(['highlights'], 'amber')).toBe(':root { --csg-highlights: off; --csg-chosen: amber }');
    expect(choiceSheet(['highlights', 'cards'], 'sky')).toBe(
      ':root { --csg-highlights: off; --csg-cards: off; --csg-chosen: sky }',
    );
    expect(choiceSheet([], 'amber')).not.toContain('off');
  });

  test('has the colours of every accent except the first, which is the default', () => {
    expect(
      [...whole.matchAll(/@container style\(--csg-chosen: (\w+)\) \{\nbody \{ (.*) \}\n\}/gu)].map(([, ...all]) => all),
    ).toEqual(ACCENTS.slice(1).map((accent) => [accent, accentProperties(accent)]));
    expect(whole.match(/@container/gu)).toHaveLength(2 + ACCENTS.length - 1);
    expect(whole.match(/@(?!container|media \(pointer: coarse\))/gu)).toBeNull();
  });

  test('reserves room for a briefing only on the pages of the guide’s sessions', () => {
    expect(ofBriefing).toHaveLength(1);
    expect(ofBriefing[0]?.body).toBe(`  margin-block-end: ${BRIEFING_ROOM}px !important;`);
    // happy-dom 21.0 treats a combinator inside `:has()` as true. The end-to-end tests cover two equal addresses.
    const again = ':not(:has(#shorturl ~ #shorturl, #shorturl #shorturl))';
    expect(ofBriefing[0]?.selector).toContain(again);
    const selector = ofBriefing[0]?.selector.replace(again, '') ?? '';
    const anchors = (head: string, shared = '') => {
      openPage(`${CO}/event/x`, `<div class="list-single__event"></div><input id="shorturl" value="${shared}">`);
      document.head.innerHTML = head;
      return document.querySelectorAll(selector).length;
    };
    const meta = (content: string) => `<meta property="og:url" content="${content}">`;
    expect(anchors(meta(`${CO}/event/28D1Y/slug`))).toBe(1);
    expect(anchors(meta(`${CO}/event/28D1Y`))).toBe(1);
    expect(anchors('', 'https://sched.co/28D2Q')).toBe(1);
    // Two fields are ambiguous, even with the same address.
    for (const other of ['28D4J', '28D1Y'])
      expect(anchors('', `https://sched.co/28D2Q"><input id="shorturl" value="https://sched.co/${other}`)).toBe(0);
    for (const other of ['28D4J', '28D1Y'])
      expect(
        anchors(
          '',
          `https://sched.co/28D2Q"><p><span><input id="shorturl" value="https://sched.co/${other}"></span></p><i title="`,
        ),
      ).toBe(0);
    for (const id of ['28D1', '28D1Y2', '28d1y', '28D4J', '']) {
      expect(anchors(meta(`${CO}/event/${id}`))).toBe(0);
      expect(anchors(meta(`${CO}/event/${id}/slug`))).toBe(0);
      expect(anchors('', `https://sched.co/${id}`)).toBe(0);
    }
  });

  test('marks guide sessions and mentions with separate rules', () => {
    const links = (kind: string) =>
      `<a href="event/28D4J" data-csg-link="${kind}"${kind === 'guide' ? '' : ' data-csg-words="eBPF"'}>x</a>`;
    openPage(
      'https://kccncna2025.sched.com/',
      `<div class="list-simple">${['guide', 'strong', 'quiet'].map(links).join('')}</div>`,
    );
    const marked = (...selectors: string[]) =>
      [...document.querySelectorAll<HTMLElement>('a')]
        .filter((link) => selectors.some((selector) => link.matches(selector.replace(/::\w+$/u, ''))))
        .map(({ dataset }) => dataset.csgLink);
    expect(marked(sessionSelector(guide))).toEqual(['guide']);
    expect(marked(...others.map(({ selector }) => selector))).toEqual(['strong', 'quiet']);
  });

  test('dims sessions that are neither in the guide nor mentions, only while the root has data-csg-only', () => {
    const selector = others.map((rule) => rule.selector).filter((one) => one.includes('data-csg-only'));
    expect(selector).toHaveLength(1);
    const dims = (selector[0] ?? '').replace(':not(:hover, :focus-within)', '');
    openPage(
      'https://kccncna2025.sched.com/',
      '<i class="event" data-csg-session="x"></i><b class="event"></b><p></p>',
    );
    expect(document.querySelectorAll(dims)).toHaveLength(0);
    document.documentElement.setAttribute('data-csg-only', '');
    expect([...document.querySelectorAll(dims)].map(({ localName }) => localName)).toEqual(['b']);
    document.documentElement.removeAttribute('data-csg-only');
  });

  test('marks every declaration as !important, so that no reset overrides it', () => {
    const declarations = [...ofGuide, ...ofBriefing, ...others, ...ofPrint].flatMap(({ body }) => body.split('\n'));
    expect(declarations.filter((line) => !/^ {2}[-\w]+: .+ !important;$/u.test(line))).toEqual([]);
  });

  test('labels links with the subject, and gives screen readers alternative text', () => {
    expect(css).toContain('content: "⬢ Cilium" / "Cilium guide:" !important;');
    expect(highlightCss({ ...guide, subject: 'Envoy' })).not.toContain('Cilium');
    expect(css).toContain('content: "⬡ " attr(data-csg-words) / ", mentions " attr(data-csg-words) !important;');
  });

  test('never hides or moves what the page shows', () => {
    const moving = /\b(?:display: none|visibility|pointer-events|z-index|background-color)\b/u;
    // A mention's label overlaps the bar's edge, outside the flow. In running text it follows the link, in the flow.
    const [labels, links] = [others, others].map((rules, index) =>
      rules.filter(({ selector }) => selector.endsWith('::after') === (index === 0)),
    );
    for (const { body } of [...ofGuide, ...ofBriefing, ...(links ?? [])]) expect(body).not.toMatch(moving);
    expect(labels?.[0]?.body).toContain('position: absolute');
    expect(labels?.[1]?.selector).toContain('[data-csg-inline]');
    expect(labels?.[1]?.body).toMatch(/display: inline-block.*position: static/su);
    for (const { body } of links ?? [])
      expect(body).toMatch(/^ {2}(?:position: relative|opacity: [\d.]+) !important;$/u);
  });

  test('marks the rows of a print view without taking up space', () => {
    expect(ofPrint).toHaveLength(5);
    for (const { selector, body } of ofPrint) {
      expect(selector).toContain('a[data-csg-link]');
      expect(body).toMatch(selector.endsWith('::before') ? /position: absolute/u : /text-decoration|content: none/u);
      expect(body).not.toMatch(/display|padding|width|float/u);
    }
  });

  test('has no :has() on an ancestor of all links, because every change would match them all again', () => {
    expect(sessionSelector(guide)).not.toMatch(/(?:html|:root|\*|body)[^ ]*:has/u);
  });

  test('escapes quotes and backslashes in the subject', () => {
    const quoted = highlightCss({ ...guide, subject: 'The “Oil” \\ "Wick"' });
    expect(quoted).toContain(String.raw`content: "⬢ The “Oil” \\ \"Wick\"" / "The “Oil” \\ \"Wick\" guide:"`);
  });
});
