/** Classifies Sched's pages by their address. */

export type PageKind =
  | 'simple'
  | 'expanded'
  | 'grid'
  | 'venues'
  | 'venue'
  | 'type'
  | 'day'
  | 'search'
  | 'directory'
  | 'speaker'
  | 'popular'
  | 'my-schedule'
  | 'print'
  | 'mobile'
  | 'event'
  | 'other';

export interface Page {
  kind: PageKind;
  /** Embedded in another site's page, without Sched's header. */
  embed: boolean;
}

const EVENT = /^\/event\/[^/]/u;

const KINDS: readonly [RegExp, PageKind][] = [
  // Of the whole programme, of a day, a room or a type.
  [/^\/print(?:-grid|-venues)?(?:\/|$)/u, 'print'],
  [/^\/(?:\d{4}-\d{2}-\d{2}|(?:venue|type|subject|company)\/[^/]+)\/print(?:\/|$)/u, 'print'],
  [EVENT, 'event'],
  // The default home page. Organisers can set another view.
  [/^\/$/u, 'simple'],
  [/^(?:\/\d{4}-\d{2}-\d{2})?\/list(?:\/?$|\/simple(?:\/|$))/u, 'simple'],
  [/^(?:\/\d{4}-\d{2}-\d{2})?\/list\/descriptions(?:\/|$)/u, 'expanded'],
  [/^(?:\/\d{4}-\d{2}-\d{2})?\/grid(?:-full)?(?:\/|$)/u, 'grid'],
  [/^\/\d{4}-\d{2}-\d{2}(?:\/|$)/u, 'day'],
  [/^\/venues(?:\/|$)/u, 'venues'],
  [/^\/venue\//u, 'venue'],
  [/^\/(?:type|subject|company)\//u, 'type'],
  [/^\/search(?:\/|$)/u, 'search'],
  [/^\/directory(?:\/|$)/u, 'directory'],
  [/^\/speaker\//u, 'speaker'],
  [/^\/popular(?:\/|$)/u, 'popular'],
  [/^\/my-schedule(?:\/|$)/u, 'my-schedule'],
  [/^\/mobile-site(?:\/|$)/u, 'mobile'],
];

/** The kind of page at an address on a Sched host. Never throws. */
export function classifyPage(url: URL): Page {
  const kind = KINDS.find(([path]) => path.test(url.pathname))?.[1] ?? 'other';
  return { kind, embed: url.searchParams.get('iframe') === 'yes' };
}

/** Whether an address is a session's own page. A separate function, because the content script needs no other kind. */
export function isEventPage({ pathname }: URL | Location): boolean {
  return EVENT.test(pathname);
}
