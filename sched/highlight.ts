/**
 * The style sheet that marks a guide's sessions without any script: made from the guide at build time, declared in the
 * manifest, in force before the first session of a long page has arrived.
 */
import type { GuideFile } from '../data/schema.ts';
import { SCHED_PAGE, SESSION, SKIP_LINK } from './selectors.ts';

/** Links that the script recognised and the selectors below do not reach, such as an event page's own title. */
const SCRIPT_MARKED = '[data-csg-link]';

/**
 * Selects every link to a session of the guide in the spellings that Sched uses: relative to `<base href="/">`, from the
 * root, or absolute, with the id as a whole path segment (`28D1` is no part of `28D1Y`; values of `href` are compared
 * with their case). Rarer spellings are left to the script. The prefixes stand first so that a browser is done with
 * another link after a few comparisons.
 */
export function sessionSelector(guide: GuideFile): string {
  const roots = ['', '/', ...guide.sites.map(({ host }) => `https://${host}/`)];
  const ofRoot = roots.map((root) => {
    const ids = guide.sessions.map(({ id }) => {
      const path = `${root}event/${id}`;
      const whole = [`[href="${path}"]`, ...['/', '?', '#'].map((next) => `[href^="${path}${next}"]`)];
      return `[href^="${path}"]:is(${whole})`;
    });
    return `[href^="${root}event/"]:is(${ids})`;
  });
  // A link in a drawing is an `a` too, and no session.
  return `a:is(${[...ofRoot, SCRIPT_MARKED]}):not(${SKIP_LINK}, svg *)`;
}

/** Pixels from the bar's edge to where the mark with this word ends; the card in the bar begins there. */
export function markEnd(subject: string): number {
  return 44 + Math.ceil(subject.length * 7.4);
}

/**
 * The generated style sheet. A session's bar keeps its own colour (the track's) and text; around it stand two rings, of
 * which one is seen on any colour (words in a text are underlined in both), and a mark with a colour of its own: a
 * hexagon and the subject's name. The bar keeps room at its foot for the mark and the closed card, so that nothing moves
 * when the script comes.
 */
export function highlightCss(guide: GuideFile): string {
  const onSched = `:is(${SCHED_PAGE})`;
  const session = `${onSched} ${sessionSelector(guide)}`;
  const inBar = `${onSched} ${SESSION} > ${sessionSelector(guide)}`;
  return [
    rule(session, {
      'box-shadow': '0 1px 0 #14192b, 0 4px 0 #ffc53d, 0 5px 0 #14192b',
      '-webkit-box-decoration-break': 'clone',
      'box-decoration-break': 'clone',
    }),
    rule(`${session}::before`, {
      content: `"⬢ ${guide.subject}" / "${guide.subject} guide:"`,
      display: 'inline-block',
      'box-sizing': 'border-box',
      margin: '0 6px 0 0',
      padding: '0 7px',
      border: '1px solid #14192b',
      'border-radius': '5px',
      background: '#ffc53d',
      color: '#14192b',
      font: '600 12px/18px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif',
      'letter-spacing': '0',
      'text-transform': 'none',
      'text-indent': '0',
      'white-space': 'nowrap',
      'vertical-align': 'middle',
      opacity: '1',
    }),
    rule(inBar, {
      display: 'block',
      position: 'relative',
      'padding-block-end': '42px',
      'box-shadow': 'inset 0 0 0 1.5px #14192b, inset 0 0 0 4px #ffc53d',
      'border-radius': '4px',
    }),
    rule(`${inBar}::before`, {
      position: 'absolute',
      'inset-block': 'auto 8px',
      'inset-inline': '10px auto',
      margin: '0',
      'line-height': '26px',
    }),
  ].join('\n');
}

/** Everything is important: a page that resets all (`* { all: revert !important }`) would win otherwise. */
function rule(selector: string, declarations: Record<string, string>): string {
  const lines = Object.entries(declarations).map(([property, value]) => `  ${property}: ${value} !important;`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}
