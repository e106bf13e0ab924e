/**
 * The style sheet that marks a guide's sessions without a script. Generated from the guide at build time and declared in the
 * manifest, so it applies before the first session of a long page arrives.
 */
import type { GuideFile } from '../data/schema.ts';
import { ACCENTS, type Accent, accentProperties } from '../lib/own/accents.ts';
import { quoted, rule } from './css.ts';
import {
  EDITABLE,
  EVENT_TITLE,
  EVENT_TITLE_BLOCK,
  PRINT_PAGE,
  SCHED_PAGE,
  SESSION,
  SHORT_ADDRESS,
  SKIP_LINK,
} from './selectors.ts';

/** The parts in the style sheet. */
type StyledPart = 'highlights' | 'cards';

/**
 * A sheet for `adoptedStyleSheets` that turns parts of the style sheet off and sets its colour, by custom properties. A
 * manifest's style sheet can't be removed, and an attribute would change the page's markup, which a constructed sheet does
 * not.
 */
export function choiceSheet(off: readonly StyledPart[], accent: Accent): string {
  return `:root { ${off.map((part) => `--csg-${part}: off; `).join('')}--csg-chosen: ${accent} }`;
}

function unlessOff(part: StyledPart, rules: string): string {
  return `@container not style(--csg-${part}: off) {\n${rules}\n}`;
}

/** The accents other than the default. */
const [, ...CHOSEN] = ACCENTS;

/** Pixels for a briefing with the space above (12) and below (18), as in features/page/views/BriefingHost.css. */
export const BRIEFING_ROOM = 410;

const TOUCH = '@media (pointer: coarse)';
const INK = '#14192b';
/** Custom properties override it if the reader chose another accent (lib/own/accents.ts). */
const MARK = 'var(--csg-mark, #ffc53d)';
const CHIP = {
  'box-sizing': 'border-box',
  padding: '0 7px',
  border: `1px solid ${INK}`,
  'border-radius': '5px',
  background: MARK,
  color: INK,
  font: '600 12px/18px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif',
  'letter-spacing': '0',
  'text-transform': 'none',
  'text-indent': '0',
  'white-space': 'nowrap',
  opacity: '1',
};

/**
 * Selects every link to a session of the guide, in the spellings that Sched uses: relative to `<base href="/">`, from the
 * root, absolute, or the short address. The id must be a whole path segment (`28D1` is no part of `28D1Y`), and its case
 * matters. The script handles rarer spellings, and pages with another `<base>`. The prefixes come first, so that browsers
 * need only a few comparisons for other links.
 */
export function sessionSelector(guide: GuideFile): string {
  const hosts = guide.sites.map(({ host }) => `https://${host}/`);
  const withRoot = (root: string) => {
    const ids = guide.sessions.map(({ id }) => {
      const address = root + id;
      const whole = [`[href="${address}"]`, ...['/', '?', '#'].map((next) => `[href^="${address}${next}"]`)];
      return `[href^="${address}"]:is(${whole})`;
    });
    return `[href^="${root}"]:is(${ids})`;
  };
  const relative = ['event/', '/event/'].map(withRoot);
  const absolute = [...hosts.map((host) => `${host}event/`), 'https://sched.co/'].map(withRoot);
  const elsewhere = `base[href]:not([href="/"], ${hosts.map((host) => `[href^="${host}"]`)})`;
  // Only links in HTML are sessions.
  const no = `:not(${SKIP_LINK}, ${EDITABLE} *, :is(svg, math) *)`;
  const marked = '[data-csg-link="guide"]';
  // On the head: on `html`, each change of the page would recheck all links (10 ms on a list of 542). A base in the body only
  // counts on a page without one in its head, and Sched's pages have one there.
  return `head:not(:has(${elsewhere})) ~ body a:is(${relative})${no}, a:is(${[...absolute, marked]})${no}`;
}

/** Pixels from the bar's edge to the end of the mark, where the card begins. */
export function markEnd(subject: string): number {
  return 44 + Math.ceil(subject.length * 7.4);
}

/** The generated style sheet. */
export function highlightCss(guide: GuideFile): string {
  const parts = [unlessOff('highlights', guideRules(guide)), unlessOff('cards', briefingRoom(guide))];
  return [...parts, mentionRules(), printRules(), dimming(), ...CHOSEN.map(accentRules)].join('\n');
}

/** The colours of an accent, which the extension's elements in the body inherit. */
function accentRules(accent: Accent): string {
  return `@container style(--csg-chosen: ${accent}) {\nbody { ${accentProperties(accent)} }\n}`;
}

/** Keeps room for the briefing below the title of a session's own page, so that nothing moves when it is inserted. */
function briefingRoom(guide: GuideFile): string {
  return rule(`${ownPage(guide)} ${EVENT_TITLE_BLOCK}`, { 'margin-block-end': `${BRIEFING_ROOM}px` });
}

/** Selects the document of a session's own page, by the address in its head (inferred), or by the address for sharing. */
function ownPage(guide: GuideFile): string {
  const forEach = (selector: (id: string) => string) => guide.sessions.map(({ id }) => selector(id)).join();
  const address = forEach((id) => `[content$="/event/${id}"],[content*="/event/${id}/"]`);
  const byAddress = `:has(meta[property="og:url"]:is(${address}))`;
  // Another address contradicts it. A second field with the same address is only found beside or inside the first.
  const byShort = forEach((id) => {
    const value = `[value$="://sched.co/${id}"]`;
    return `:has(${SHORT_ADDRESS}${value}):not(:has(${SHORT_ADDRESS}:not(${value})))`;
  });
  const again = `:has(${SHORT_ADDRESS} ~ ${SHORT_ADDRESS}, ${SHORT_ADDRESS} ${SHORT_ADDRESS})`;
  return `html:is(${byAddress}, :is(${byShort}):not(${again}))`;
}

/**
 * A session's bar keeps its own colour (the track's) and text. It gets two rings, so that one is visible on any colour, and a
 * mark: a hexagon and the subject's name. Links in a text are underlined in both colours. The bar has room at the bottom for
 * the mark and the closed card, so that nothing moves when the script starts.
 */
function guideRules(guide: GuideFile): string {
  // The title of a session's own page links to `#`.
  const title = `${ownPage(guide)} ${EVENT_TITLE} > a[href="#"]`;
  const bar = `${SESSION} > a&`;
  const label = {
    ...CHIP,
    content: `${quoted(`⬢ ${guide.subject}`)} / ${quoted(`${guide.subject} guide:`)}`,
    display: 'inline-block',
    margin: '0 6px 0 0',
    'vertical-align': 'middle',
  };
  const ring = {
    'box-shadow': `0 1px 0 ${INK}, 0 4px 0 ${MARK}, 0 5px 0 ${INK}`,
    '-webkit-box-decoration-break': 'clone',
    'box-decoration-break': 'clone',
  };
  // The ring in forced colours, which have no shadows and make transparent outlines visible.
  const forcedRing = { outline: '3px solid transparent', 'outline-offset': '-3px' };
  // Nested, so that the ids are in the sheet once. `a&` lets browsers skip elements that are no links.
  return rule(`:is(${SCHED_PAGE}) :is(${sessionSelector(guide)}), ${title}`, ring, [
    rule('a&::before', label),
    rule(bar, {
      display: 'block',
      position: 'relative',
      // More in narrow windows, where the card's takeaway is above its buttons.
      'padding-block-end': 'clamp(54px, (901px - 100vw) * 99, 108px)',
      'box-shadow': `inset 0 0 0 1.5px ${INK}, inset 0 0 0 4px ${MARK}`,
      'border-radius': '4px',
    }),
    // The title of a session's own page has no card.
    rule(`${bar}[href="#"]`, { 'padding-block-end': '46px' }),
    rule(`${bar}::before`, {
      position: 'absolute',
      // Centred on the card's bar, which is 40px high, or 30px in narrow windows.
      'inset-block': 'auto clamp(9px, (100vw - 900px) * 99, 14px)',
      'inset-inline': '10px auto',
      margin: '0',
      'line-height': '26px',
    }),
    // The card's buttons are 44px high on a touch screen.
    rule(`${bar}:not([href="#"])`, {}, [rule(TOUCH, { 'padding-block-end': '122px' })]),
    rule(`${bar}:not([href="#"])::before`, {}, [rule(TOUCH, { 'inset-block': 'auto 16px' })]),
    rule('&:not(:focus-visible)', forcedRing),
  ]);
}

/**
 * The script marks mentions with attributes, and this gives them a small label with the matching words, with a dashed border
 * for related topics. The label is on the upper edge of a bar and takes up no room. In a text it follows the link.
 */
function mentionRules(): string {
  const mention = 'a[data-csg-words]';
  return [
    rule(mention, { position: 'relative' }),
    rule(`${mention}::after`, {
      ...CHIP,
      content: '"⬡ " attr(data-csg-words) / ", mentions " attr(data-csg-words)',
      position: 'absolute',
      'z-index': '1',
      'inset-block': '-9px auto',
      'inset-inline': 'auto 8px',
      'max-inline-size': 'calc(100% - 16px)',
      overflow: 'hidden',
      'text-overflow': 'ellipsis',
      'font-size': '11px',
      'line-height': '15px',
      background: '#fff',
    }),
    rule(`${mention}[data-csg-inline]::after`, {
      display: 'inline-block',
      position: 'static',
      // A comma may follow.
      'margin-inline': '6px 2px',
      'max-inline-size': '100%',
      'vertical-align': 'bottom',
    }),
    rule('a[data-csg-link="quiet"]::after', {
      'border-style': 'dashed',
      'font-weight': '400',
    }),
  ].join('\n');
}

/**
 * In a print view, a hexagon before the link and a line below it, because printers omit backgrounds. The hexagon is in the
 * cell's padding, so that the print gets no longer.
 */
function printRules(): string {
  const link = (mark: string) => `${PRINT_PAGE} a[data-csg-link]${mark}`;
  const line = (style: string) => ({ 'text-decoration': `underline ${style}`, 'text-underline-offset': '2px' });
  const hexagon = (content: string) => ({
    content,
    position: 'absolute',
    margin: '0 0 0 -11px',
    color: 'inherit',
    font: '10px/1.2 system-ui, "DejaVu Sans", sans-serif',
  });
  const guide = '[data-csg-link="guide"]';
  return [
    rule(link(guide), line('double')),
    rule(link(`${guide}::before`), hexagon('"⬢"')),
    rule(link(`:not(${guide})`), line('dotted')),
    rule(link(`:not(${guide})::before`), hexagon('"⬡"')),
    rule(link('::after'), { content: 'none' }),
  ].join('\n');
}

/** “Only these” dims other sessions without moving anything. Hover and focus undim a session. */
function dimming(): string {
  const others = `html[data-csg-only] ${SESSION}:not([data-csg-session])`;
  return rule(`${others}:not(:hover, :focus-within)`, { opacity: '0.22' });
}
