/**
 * The style sheet that marks a guide's sessions without any script: made from the guide at build time, declared in the
 * manifest, in force before the first session of a long page has arrived.
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

/** The parts that the style sheet holds. */
type StyledPart = 'highlights' | 'cards';

/**
 * A sheet for `adoptedStyleSheets` that switches parts of the style sheet off, and chooses its colour, by a custom property
 * each: a sheet in the manifest can't be taken back, and an attribute would change the page, while no document shows a
 * constructed sheet.
 */
export function choiceSheet(off: readonly StyledPart[], accent: Accent): string {
  return `:root { ${off.map((part) => `--csg-${part}: off; `).join('')}--csg-chosen: ${accent} }`;
}

function unlessOff(part: StyledPart, rules: string): string {
  return `@container not style(--csg-${part}: off) {\n${rules}\n}`;
}

/** The accents that a reader can choose instead of the first. */
const [, ...CHOSEN] = ACCENTS;

/** Pixels that a briefing takes with the space above (12) and below (18): features/page/views/BriefingHost.css has the same. */
export const BRIEFING_ROOM = 410;

const TOUCH = '@media (pointer: coarse)';
const INK = '#14192b';
/** Another colour where the reader chose one (lib/accents.ts). */
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
 * Selects every link to a session of the guide in the spellings that Sched uses: relative to `<base href="/">`, from the
 * root, absolute, or the short address, with the id as a whole path segment (`28D1` is no part of `28D1Y`; values of
 * `href` are compared with their case). Rarer spellings, and pages whose `<base>` leads elsewhere, are left to the script.
 * The prefixes come first so that a browser is done with another link after a few comparisons.
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
  // A link in a drawing is an `a` too, and no session.
  const no = `:not(${SKIP_LINK}, ${EDITABLE} *, svg *)`;
  const marked = '[data-csg-link="guide"]';
  // Asked of the head: asked of `html`, each change of a page would ask all its links again (10 ms on a list of 542).
  return `head:not(:has(${elsewhere})) ~ body a:is(${relative})${no}, a:is(${[...absolute, marked]})${no}`;
}

/** Pixels from the bar's edge to where the mark with this word ends; the card in the bar begins there. */
export function markEnd(subject: string): number {
  return 44 + Math.ceil(subject.length * 7.4);
}

/** The generated style sheet. */
export function highlightCss(guide: GuideFile): string {
  const parts = [unlessOff('highlights', guideRules(guide)), unlessOff('cards', briefingRoom(guide))];
  return [...parts, mentionRules(), printRules(), dimming(), ...CHOSEN.map(accentRules)].join('\n');
}

/** The colours of an accent, which our elements in the body inherit. */
function accentRules(accent: Accent): string {
  return `@container style(--csg-chosen: ${accent}) {\nbody { ${accentProperties(accent)} }\n}`;
}

/** Keeps the room of the briefing under the title of a session's own page, so that nothing moves when it comes. */
function briefingRoom(guide: GuideFile): string {
  return rule(`${ownPage(guide)} ${EVENT_TITLE_BLOCK}`, { 'margin-block-end': `${BRIEFING_ROOM}px` });
}

/** Selects the document of a session's own page: by its address, which the head has (inferred), or by that for sharing. */
function ownPage(guide: GuideFile): string {
  const forEach = (selector: (id: string) => string) => guide.sessions.map(({ id }) => selector(id)).join();
  const address = forEach((id) => `[content$="/event/${id}"],[content*="/event/${id}/"]`);
  const byAddress = `:has(meta[property="og:url"]:is(${address}))`;
  // Another one contradicts it, wherever it is. The same one again is seen only beside or inside the first.
  const byShort = forEach((id) => {
    const value = `[value$="://sched.co/${id}"]`;
    return `:has(${SHORT_ADDRESS}${value}):not(:has(${SHORT_ADDRESS}:not(${value})))`;
  });
  const again = `:has(${SHORT_ADDRESS} ~ ${SHORT_ADDRESS}, ${SHORT_ADDRESS} ${SHORT_ADDRESS})`;
  return `html:is(${byAddress}, :is(${byShort}):not(${again}))`;
}

/**
 * A session's bar keeps its own colour (the track's) and text; around it stand two rings, of which one is seen on any
 * colour (words in a text are underlined in both), and a mark with a colour of its own: a hexagon and the subject's
 * name. The bar keeps room at its foot for the mark and the closed card, so that nothing moves when the script comes.
 */
function guideRules(guide: GuideFile): string {
  // The title of a session's own page links nowhere.
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
  // Forced colours have no shadows, and no transparent outlines: this is the ring there.
  const forcedRing = { outline: '3px solid transparent', 'outline-offset': '-3px' };
  // One rule with others inside, so that the ids stand in it once. `a&` lets a browser pass over whatever is no link.
  return rule(`:is(${SCHED_PAGE}) :is(${sessionSelector(guide)}), ${title}`, ring, [
    rule('a&::before', label),
    rule(bar, {
      display: 'block',
      position: 'relative',
      // More in a narrow window, where the card's takeaway is above its buttons.
      'padding-block-end': 'clamp(54px, (901px - 100vw) * 99, 108px)',
      'box-shadow': `inset 0 0 0 1.5px ${INK}, inset 0 0 0 4px ${MARK}`,
      'border-radius': '4px',
    }),
    // The title of a session's own page has no card.
    rule(`${bar}[href="#"]`, { 'padding-block-end': '46px' }),
    rule(`${bar}::before`, {
      position: 'absolute',
      // In the middle of the card's bar: 40px high, and 30px in a narrow window.
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
 * A mention is marked by the script, and weaker: by a small label with the matching words, filled for the subject itself,
 * outlined for what is near it. It lies on the upper edge of a bar, without any room. In a text it follows the link.
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
 * In a print view, a hexagon before the link and a line below it. Printers leave backgrounds out, and the hexagon hangs in the
 * cell's edge without any room, so that the print is as long as without it.
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

/** “Only these” lets the others stand back and moves nothing. A session that is looked at comes forward. */
function dimming(): string {
  const others = `html[data-csg-only] ${SESSION}:not([data-csg-session])`;
  return rule(`${others}:not(:hover, :focus-within)`, { opacity: '0.22' });
}
