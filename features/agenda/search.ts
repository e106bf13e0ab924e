/** The search over everything that the guide says of its sessions. */
import type { Guide } from '../../data/index.ts';
import { finder, hitsIn, searchText } from './list/search.ts';
import type { Search } from './list/surface.ts';

/** The search in the guide; its texts are prepared once, which takes a while over thousands of sessions. */
export function searchIn(guide: Guide): Search {
  const terms = new Map(guide.terms.map(({ id, name, also }) => [id, [name, ...also]]));
  const texts = new Map(
    guide.sessions.map((session) => {
      const { id, summary, why, points, terms: used } = session;
      const words = used.flatMap((term) => terms.get(term) ?? []);
      return [id, searchText(session, guide, { summary, why, points, terms: words })];
    }),
  );
  return {
    finds(query) {
      const finds = finder(query);
      // The list asks, and each count of a filter: what is found is looked for once.
      const found = new Map<string, boolean>();
      return (id) => {
        const known = found.get(id) ?? finds(texts.get(id) ?? '');
        found.set(id, known);
        return known;
      };
    },
    hits: hitsIn,
  };
}
