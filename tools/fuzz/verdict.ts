/** Checks that a page is unchanged except for the extension's marks, and that the marks are in allowed places. */

/** The extension's elements and attributes in markup. The elements' content is in their shadow roots. */
const OURS = /<(csg-(?:card|briefing|strip|undo))(?:"[^"]*"|[^">])*><\/\1>| data-csg-[a-z]+="[^"]*"/gu;

/** The page's markup without the extension's. Not from a clone, because clones of broken markup can differ. */
export function foreignMarkup(page: Document): string {
  return page.documentElement?.outerHTML.replace(OURS, '') ?? '';
}

/** Marks and elements of the extension in editable text, which an editor would save, one per line. */
export function editedMarks(page: Document): string[] {
  const edited = page.querySelectorAll('[contenteditable=""], [contenteditable="true"]');
  return [...edited]
    .flatMap((editor) =>
      [...editor.querySelectorAll('[data-csg-link], [data-csg-session]')].filter((marked) => {
        return marked.closest('[contenteditable]:not([contenteditable=inherit])') === editor;
      }),
    )
    .map((marked) => `in editable text: ${excerpt(marked)}`);
}

/** The first difference between two texts, with the text around it; empty if they are equal. */
export function describeDifference(is: string, was: string): string {
  if (is === was) return '';
  let at = 0;
  while (is[at] === was[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 80));
  return `${around(was)} became ${around(is)}`;
}

/** Marks on links that do not lead to their session, according to the browser's URL parser. */
export function foreignMarks(page: Document, guide: readonly string[], hosts: readonly string[]): string[] {
  const wrong: string[] = [];
  const collectIds = (link: Element) => findIds(link, page, hosts);
  for (const link of page.querySelectorAll('[data-csg-link]')) {
    const ids = collectIds(link);
    const isGuide = link.getAttribute('data-csg-link') === 'guide';
    if (![...ids].some((id) => guide.includes(id) === isGuide)) wrong.push(`link of ${[...ids]}: ${excerpt(link)}`);
  }
  for (const element of page.querySelectorAll('[data-csg-session]')) {
    const id = element.getAttribute('data-csg-session') ?? '';
    const links = [element, ...element.querySelectorAll('a')];
    const isGuide = element.getAttribute('data-csg-kind') === 'guide';
    if (guide.includes(id) !== isGuide) wrong.push(`${id} has the wrong kind: ${excerpt(element)}`);
    if (!links.some((link) => collectIds(link).has(id))) wrong.push(`no link leads to ${id}: ${excerpt(element)}`);
  }
  for (const card of page.querySelectorAll('csg-card, csg-briefing')) {
    if (!guide.includes(card.getAttribute('data-session') ?? ''))
      wrong.push(`a card without a guide session: ${excerpt(card)}`);
  }
  return wrong;
}

/** The session that a link leads to. A title, which leads to `#`, is the page's own session. */
function findIds(link: Element, page: Document, hosts: readonly string[]): Set<string> {
  const href = link.getAttribute('href');
  const idIn = (address: string) => {
    // The `<base>` may be an address that nothing can be relative to.
    const url = URL.parse(address, URL.parse('/', page.baseURI)?.href);
    if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
    if (url.host === 'sched.co') return /^\/([0-9A-Za-z]{4,6})\/?$/u.exec(url.pathname)?.[1];
    return hosts.includes(url.host) ? /^\/event\/([0-9A-Za-z]{4,6})(?:\/|$)/u.exec(url.pathname)?.[1] : undefined;
  };
  if (href === null) return new Set();
  if (href !== '#') return new Set([idIn(href)].filter((id) => id !== undefined));
  const shared = page.querySelector('#shorturl')?.getAttribute('value')?.replace('https://sched.co/', '');
  return new Set([idIn(page.location.href), shared].filter((id) => id !== undefined));
}

function excerpt(element: Element): string {
  return (element.cloneNode(false) as Element).outerHTML.slice(0, 200);
}
