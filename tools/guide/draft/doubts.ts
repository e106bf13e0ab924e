/** What a draft can't decide, and what it can't be made of: told to a person with the line of the post. */

/** As many as a person still reads. */
const SHOWN = 24;

export interface Doubt {
  /** Line of the post; 0 where no line says anything. */
  line: number;
  /** A session's id, or a field of the guide. */
  about: string;
  text: string;
}

export class Doubts {
  readonly list: Doubt[] = [];
  /** What no draft can be made of. */
  readonly contradictions: Doubt[] = [];
  readonly #told = new Set<string>();

  /** Adds one, unless it was told already. */
  add(line: number, about: string, text: string): void {
    const key = `${about}\0${text}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.list.push({ line, about, text });
  }

  contradict(line: number, about: string, text: string): void {
    this.contradictions.push({ line, about, text });
  }
}

/** Doubts in the order of the post, one a line; what is asked of several things is asked once. */
export function linesOf(doubts: readonly Doubt[]): string[] {
  const sorted = doubts.toSorted((a, b) => a.line - b.line);
  return [...Map.groupBy(sorted, ({ text }) => text)].map(([text, all]) => {
    const [first] = all;
    const line = first && first.line > 0 ? `line ${first.line}${all.length > 1 ? ' and others' : ''}, ` : '';
    return `  ${line}${listOf(all.map(({ about }) => about))}: ${text}`;
  });
}

/** Some names of many, and how many more there are. */
export function listOf(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
