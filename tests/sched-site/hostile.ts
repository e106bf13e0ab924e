/** Simple lists in pages that are hostile on purpose: texts that attack who reads them, and names that hide a document's members. */
import { esc, makeSlug } from './html.ts';
import { simpleSession } from './session-markup.ts';
import { shell } from './shell.ts';
import type { Reply, Visit } from './types.ts';
import { simpleList } from './views/simple.ts';

/** Titles by turns; `data-ran` on the root tells that one was run. */
const TITLES = [
  '<img src=x onerror="document.documentElement.dataset.ran=1">',
  '</style></textarea><script>document.documentElement.dataset.ran=1</script>',
  'Reversed \u202Egnihton syas\u202C and isolated \u2066here',
  `Long ${'x'.repeat(200_000)}`,
  'Nothing \u0000 and {subject} and $& and %s',
];

/** Strings that are no trusted types can't become markup here, and only the site's own files may style. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'; style-src 'self'; object-src 'none'" />`;

/** `/replica/hostile-text`: the guide's sessions under such titles, in a page whose policy forbids strings as markup. */
export function hostileTextPage(visit: Visit): Reply {
  const bars = visit.sessions
    .filter(({ real }) => real)
    .map((session, i) =>
      simpleSession(visit, { ...session, title: TITLES[i % TITLES.length] ?? '' }).replace(
        // The address keeps the slug of the title: another one would be a megabyte long.
        /event\/(\w+)\/[^'"]*/u,
        `event/$1/${makeSlug(session.title)}`,
      ),
    );
  // Markup can't have it.
  const surrogate = `<script>document.querySelector('.session-title').append('\\uD83D', '\\uDE00\\uD83D')</script>`;
  const content = `<div class="list-simple">${bars.join('\n')}</div>${surrogate}`;
  return shell(visit, { title: TITLES[0] ?? '', view: 'list', content, head: POLICY });
}

/** Members of a document, an element and a form that code in a page may ask for. */
const NAMES = (
  'querySelector querySelectorAll getElementById documentElement body head defaultView createElement ' +
  'createElementNS createTextNode createDocumentFragment getRootNode baseURI cookie addEventListener ' +
  'removeEventListener dispatchEvent readyState hidden visibilityState location contentType adoptedStyleSheets ' +
  'activeElement contains ownerDocument nodeType isConnected parentElement parentNode children childNodes ' +
  'firstChild tagName localName matches closest getAttribute setAttribute dataset style shadowRoot ' +
  'attachShadow textContent before after'
).split(' ');

/** What a page's script can take away from itself. */
const BROKEN = `<script>
for (const name of ['closest', 'matches', 'getAttribute', 'setAttribute', 'attachShadow', 'after', 'before', 'append'])
  Element.prototype[name] = () => { throw new Error('the page took ' + name); };
Node.prototype.contains = () => false;
window.MutationObserver = window.ResizeObserver = window.CSSStyleSheet = window.URL = undefined;
</script>`;

/** `/replica/clobbered`: the list in a form with fields named like its members, among images named like the document's. */
export function clobberedPage(visit: Visit): Reply {
  const images = NAMES.map((name) => `<img name="${name}" id="${name}" alt="" />`).join('');
  const fields = NAMES.map((name) => `<input type="hidden" name="${name}" />`).join('');
  const ours = ['agenda', 'csg-card', 'csg-strip', 'csg']
    .map((id) => `<a id="${id}" name="${id}">${esc(id)}</a>`)
    .join('');
  const content = `${images}${ours}<form id="attributes">${fields}${simpleList(visit, visit.sessions)}</form>${BROKEN}`;
  return shell(visit, { title: 'Clobbered', view: 'list', content });
}
