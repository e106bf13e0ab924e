/** The search over all texts of the guide. */
import type { Guide } from '../../data/index.ts';
import { t } from '../../lib/text.ts';
import { addressFinder } from './list/addresses.ts';
import { type Field, type Named, type Seen, searchFields, searchText } from './list/fields.ts';
import { finder, fold, hitFinder, type Near, wordsIn } from './list/search.ts';
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
  /** Each of its words, with a function that tests a folded text for it. */
  words: readonly { word: string; isIn: (folded: string) => boolean }[];
  hitsIn: ReturnType<typeof hitFinder>;
}

/** A field with its folded text. */
interface FoldedField extends Field {
  folded: string;
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
  const everyDay = new Set(days.values());
  const isAnywhere = (word: string) =>
    texts.values().some(finder(word)) || everyDay.values().some((day) => isOfDay(day, word));
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
    const near = new Map(there ? [] : wordsIn(query).map((word) => [word, meantBy(word)]));
    const words = [...near.keys()].map((word) => ({ word, isIn: finder(word, near) }));
    const meaning = { there, near, words, hitsIn: there ? () => [] : hitFinder(query, near) };
    known.set(query, meaning);
    return meaning;
  };
  const folded = new Map<string, readonly FoldedField[]>();
  // Folded when a row first asks, because a list shows few of many sessions.
  const foldedFields = (id: string) => {
    const all = folded.get(id) ?? (fields.get(id) ?? []).map((field) => ({ ...field, folded: fold(field.text) }));
    folded.set(id, all);
    return all;
  };
  return {
    finds(query) {
      const { there, near } = interpret(query);
      if (there) return (id) => there.has(id);
      const words = wordsIn(query);
      const finderOn = (day: string) => {
        const rest = words.filter((word) => ![word, ...(near.get(word) ?? [])].some((one) => isOfDay(day, one)));
        return finder(rest.length < words.length ? rest.join(' ') : query, near);
      };
      const finders = new Map([...everyDay].map((day) => [day, finderOn(day)]));
      // In one go, because the list and each count of a filter ask of every session.
      const found = new Set<string>();
      for (const [id, text] of texts) if (finders.get(days.get(id) ?? '')?.(text)) found.add(id);
      return (id) => found.has(id);
    },
    hits: (text, query) => interpret(query).hitsIn(text),
    why(id, query) {
      const meaning = interpret(query);
      return meaning.words.length > 0 ? reasonFor(foldedFields(id), meaning) : undefined;
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
  return fold(fields.find(({ name }) => name === 'day')?.text ?? '');
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
function reasonFor(
  fields: readonly FoldedField[],
  { words, near }: Meaning,
): { label: string; text: string } | undefined {
  const shown = fields.filter(({ name }) => SHOWN.includes(name));
  for (const { word, isIn } of words) {
    if (shown.some(({ folded }) => isIn(folded))) continue;
    const field = fields.find(({ folded }) => isIn(folded));
    if (!field) continue;
    const [hit = [0, 0] as const] = hitFinder(word, near)(field.text);
    return { label: t(`find.in.${field.name as Named}`), text: snippetAround(field.text, hit) };
  }
  return undefined;
}
