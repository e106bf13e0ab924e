/** The search over all texts of the guide. */
import type { Guide } from '../../data/index.ts';
import { t } from '../../lib/text.ts';
import { addressFinder } from './list/addresses.ts';
import { type Field, type Named, type Seen, searchFields, searchText } from './list/fields.ts';
import { finder, fold, hitsIn, type Near, wordsIn } from './list/search.ts';
import { snippetAround } from './list/snippet.ts';
import type { Search } from './list/surface.ts';
import { nearWords, otherForms, otherNumber } from './list/typos.ts';

/** Sessions to suggest if a query finds nothing. */
const NEAREST = 3;
/** The shortest beginning of a word to look for. */
const PART_MIN = 3;

/** What a query may mean. */
interface Meaning {
  /** The ids of the sessions at the address that it is. */
  there: ReadonlySet<string> | undefined;
  /** Other words that its words may mean. */
  near: Near;
}

/**
 * The search in a guide. Prepares all texts once, which takes a while with thousands of sessions.
 * @param seen what was read from Sched's pages, by session id
 */
export function searchIn(guide: Guide, seen: ReadonlyMap<string, Seen> = new Map()): Search {
  const fields = new Map(
    guide.sessions.map((session) => [session.id, searchFields(session, guide, seen.get(session.id))]),
  );
  const texts = new Map([...fields].map(([id, all]) => [id, searchText(all)]));
  const days = new Map([...fields].map(([id, all]) => [id, dayWords(all)]));
  const vocabulary = new Set([...texts.values(), ...days.values()].flatMap((text) => text.split(' ')));
  const isAnywhere = (word: string) =>
    [...texts.values()].some(finder(word)) || [...days.values()].some((of) => isOfDay(of, word));
  const findByAddress = addressFinder(guide, seen);
  const meantBy = (word: string) => [
    ...otherForms(word, vocabulary),
    ...(isAnywhere(word) ? [] : nearWords(word, vocabulary)),
  ];
  const known = new Map<string, Meaning>();
  // Cached, because each row of the list asks.
  const interpret = (query: string): Meaning => {
    const cached = known.get(query);
    if (cached) return cached;
    const there = findByAddress(query);
    const meaning = { there, near: new Map(there ? [] : wordsIn(query).map((word) => [word, meantBy(word)])) };
    known.set(query, meaning);
    return meaning;
  };
  return {
    finds(query) {
      const { there, near } = interpret(query);
      if (there) return (id) => there.has(id);
      const words = wordsIn(query);
      const finders = new Map<string, (text: string) => boolean>();
      // Cached, because the list and each count of a filter ask.
      const found = new Map<string, boolean>();
      return (id) => {
        const day = days.get(id) ?? '';
        const rest = words.filter((word) => ![word, ...(near.get(word) ?? [])].some((one) => isOfDay(day, one)));
        const left = rest.length < words.length ? rest.join(' ') : query;
        const finds = finders.get(left) ?? finder(left, near);
        finders.set(left, finds);
        const is = found.get(id) ?? finds(texts.get(id) ?? '');
        found.set(id, is);
        return is;
      };
    },
    hits(text, query) {
      const { there, near } = interpret(query);
      return there ? [] : hitsIn(text, query, near);
    },
    why(id, query) {
      const { there, near } = interpret(query);
      return query.trim() === '' || there ? undefined : reasonFor(fields.get(id) ?? [], query, near);
    },
    nearest(query) {
      // Other words of a session's address don't matter.
      if (interpret(query).there) return [];
      const parts = wordsIn(query).map((word) => beginningFound(word, isAnywhere));
      const finds = parts.filter((part) => part !== undefined).map((part) => finder(part));
      const counted = [...texts].map(([id, text]) => ({ id, count: finds.filter((has) => has(text)).length }));
      const some = counted.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
      return some.slice(0, NEAREST).map(({ id }) => id);
    },
  };
}

/** The words of a session's day, folded. */
function dayWords(fields: readonly Field[]): string {
  return fold(
    fields
      .filter(({ name }) => name === 'day')
      .map(({ text }) => text)
      .join(' '),
  );
}

/** Whether a word, its singular, or a beginning of three letters is part of a day such as “monday november 10”. */
function isOfDay(day: string, word: string): boolean {
  const whole = [word, ...otherNumber(word)];
  return day.split(' ').some((one) => whole.includes(one) || (word.length >= PART_MIN && one.startsWith(word)));
}

/** The longest beginning of a word that is found; for a short word, the word itself. */
function beginningFound(word: string, isAnywhere: (word: string) => boolean): string | undefined {
  for (let length = word.length; length >= Math.min(PART_MIN, word.length); length--) {
    const part = word.slice(0, length);
    if (isAnywhere(part)) return part;
  }
  return undefined;
}

/** Fields that a row shows anyway: hits there need no explanation. */
const SHOWN: readonly Field['name'][] = ['title', 'speaker', 'event', 'room'];

/** The first field with a word of the query that the row does not show. */
function reasonFor(fields: readonly Field[], query: string, near: Near): { label: string; text: string } | undefined {
  const has = (word: string) => {
    const finds = finder(word, near);
    return ({ text }: Field) => finds(fold(text));
  };
  const hidden = wordsIn(query).filter((word) => !fields.filter(({ name }) => SHOWN.includes(name)).some(has(word)));
  for (const word of hidden) {
    const field = fields.find(has(word));
    if (!field || SHOWN.includes(field.name)) continue;
    const [hit = [0, 0] as const] = hitsIn(field.text, word, near);
    return { label: t(`find.in.${field.name as Named}`), text: snippetAround(field.text, hit) };
  }
  return undefined;
}
