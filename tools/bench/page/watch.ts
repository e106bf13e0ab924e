/**
 * Runs in the watched page from before its first byte: sees when sessions of the guide arrive and in which frames they show
 * without a mark. It is self-contained, because the driver sends only its source.
 */

export interface Watched {
  /** Milliseconds from each session's arrival to the first frame that shows it marked. */
  waits: number[];
  /** Frames in which a session that is marked in the end was shown without its mark. */
  unmarked: number;
  /** Frames seen. */
  frames: number;
  /** Sessions of the guide that never were marked, by their places. */
  missed: number;
  /** Cards that the script has inserted. The style sheet makes the marks, so without this a broken script would seem fast. */
  cards: number;
  /** Places that are marked and neither a session of the guide nor one that is about its subject. */
  falseHits: number;
}

/** Starts watching. `csgWatched` returns the results, once, when the page is idle. */
export function watchMarks(guideIds: readonly string[], subjectIds: readonly string[]): void {
  interface Seen {
    arrived: number;
    marked?: number;
    unmarked: number;
  }
  const seen = new Map<Element, Seen>();
  const parseId = (link: Element) => /^event\/(\w+)/u.exec(link.getAttribute('href') ?? '')?.[1] ?? '';
  const SESSIONS = '.event > a[href^="event/"]';

  /** In whatever way a variant marks a link. */
  const isMarked = (link: Element) =>
    getComputedStyle(link, '::before').content.includes('⬢') ||
    link.matches('[data-csg-words], .csg-bench-hit, :has(mark)') ||
    highlighted().some((range) => link.contains(range.startContainer));
  const highlighted = (): Range[] => [...CSS.highlights.values()].flatMap((all) => [...all] as Range[]);

  const arrive = (link: Element) => {
    if (guideIds.includes(parseId(link)) && !seen.has(link))
      seen.set(link, { arrived: performance.now(), unmarked: 0 });
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(SESSIONS)) arrive(node);
        for (const link of node.querySelectorAll(SESSIONS)) arrive(link);
      }
    }
  }).observe(document, { childList: true, subtree: true });

  let frames = 0;
  const look = () => {
    frames += 1;
    for (const [link, session] of seen) {
      if (session.marked !== undefined || link.getClientRects().length === 0) continue;
      if (isMarked(link)) session.marked = performance.now();
      else session.unmarked += 1;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  Object.assign(globalThis, {
    csgWatched(): Watched {
      const marked = [...seen.values()].filter((session) => session.marked !== undefined);
      const places = new Set<Element>([...document.querySelectorAll(SESSIONS)].filter(isMarked));
      const elsewhere = [...document.querySelectorAll('mark'), ...highlighted().map((range) => range.startContainer)]
        .map((node) => (node instanceof Element ? node : node.parentElement))
        .filter((element) => element && !element.closest(SESSIONS));
      const right = [...guideIds, ...subjectIds];
      return {
        waits: marked.map((session) => (session.marked ?? 0) - session.arrived),
        unmarked: Math.max(0, ...marked.map((session) => session.unmarked)),
        frames,
        missed: [...seen.keys()].filter((link) => link.isConnected && !places.has(link)).length,
        cards: document.querySelectorAll('csg-card').length,
        falseHits: [...places].filter((link) => !right.includes(parseId(link))).length + elsewhere.length,
      };
    },
  });
}
