/** Hostile pages with simple lists: titles with attacks, and names that clobber a document's properties. */
import { esc, makeSlug } from './html.ts';
import { simpleSession } from './session-markup.ts';
import { shell } from './shell.ts';
import type { Reply, Visit } from './types.ts';
import { simpleList } from './views/simple.ts';

/** Titles, used in turn. `data-ran` on the root shows that one was executed. */
const TITLES = [
  '<img src=x onerror="document.documentElement.dataset.ran=1">',
  '</style></textarea><script>document.documentElement.dataset.ran=1</script>',
  'Reversed \u202Egnihton syas\u202C and isolated \u2066here',
  `Long ${'x'.repeat(200_000)}`,
  'Nothing \u0000 and {subject} and $& and %s',
];

/** Requires Trusted Types for markup, and allows only the site's own styles. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'; style-src 'self'; object-src 'none'" />`;

/** `/replica/hostile-text`: the guide's sessions with such titles, under a policy that forbids strings as markup. */
export function hostileTextPage(visit: Visit): Reply {
  const bars = visit.sessions
    .filter(({ real }) => real)
    .map((session, i) =>
      simpleSession(visit, { ...session, title: TITLES[i % TITLES.length] ?? '' }).replace(
        // Keeps the original slug; that of the new title could be a megabyte long.
        /event\/(\w+)\/[^'"]*/u,
        `event/$1/${makeSlug(session.title)}`,
      ),
    );
  // NUL is not allowed in markup.
  const surrogate = `<script>document.querySelector('.session-title').append('\\uD83D', '\\uDE00\\uD83D')</script>`;
  const content = `<div class="list-simple">${bars.join('\n')}</div>${surrogate}`;
  return shell(visit, { title: TITLES[0] ?? '', view: 'list', content, head: POLICY });
}

/** Properties of documents, elements and forms that scripts may use. */
const NAMES = (
  'querySelector querySelectorAll getElementById documentElement body head defaultView createElement ' +
  'createElementNS createTextNode createDocumentFragment getRootNode baseURI cookie addEventListener ' +
  'removeEventListener dispatchEvent readyState hidden visibilityState location contentType adoptedStyleSheets ' +
  'activeElement contains ownerDocument nodeType isConnected parentElement parentNode children childNodes ' +
  'firstChild tagName localName matches closest getAttribute setAttribute dataset style shadowRoot ' +
  'attachShadow textContent before after'
).split(' ');

/** Methods that a page's script can break for itself. */
const BROKEN = `<script>
for (const name of ['closest', 'matches', 'getAttribute', 'setAttribute', 'attachShadow', 'after', 'before', 'append'])
  Element.prototype[name] = () => { throw new Error('the page took ' + name); };
Node.prototype.contains = () => false;
window.MutationObserver = window.ResizeObserver = window.CSSStyleSheet = window.URL = undefined;
</script>`;

/** `/replica/clobbered`: the list in a form whose fields clobber its properties, with images that clobber the document's. */
export function clobberedPage(visit: Visit): Reply {
  const images = NAMES.map((name) => `<img name="${name}" id="${name}" alt="" />`).join('');
  const fields = NAMES.map((name) => `<input type="hidden" name="${name}" />`).join('');
  const ours = ['agenda', 'csg-card', 'csg-strip', 'csg']
    .map((id) => `<a id="${id}" name="${id}">${esc(id)}</a>`)
    .join('');
  const content = `${images}${ours}<form id="attributes">${fields}${simpleList(visit, visit.sessions)}</form>${BROKEN}`;
  return shell(visit, { title: 'Clobbered', view: 'list', content });
}
