/** What a draft can't decide: told to a person with the line of the post. */

import type { Speaker } from '../../../data/schema.ts';

/** As many as a person still reads. */
const SHOWN = 24;

interface Doubt {
  /** Line of the post; 0 where no line says anything. */
  line: number;
  /** A session's id, or a field of the guide. */
  about: string;
  text: string;
}

/** A session as one place of the post describes it. */
export interface Alternative extends Doubt {
  title: string;
  start: string;
  end: string;
  speakers: Speaker[];
}

export class Doubts {
  readonly list: Doubt[] = [];
  /** What the post also says of a session, where it says two things. */
  readonly alternatives: Alternative[] = [];
  readonly #told = new Set<string>();

  /** Adds one, unless it was told already. */
  add(line: number, about: string, text: string): void {
    const key = `${about}\0${text}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.list.push({ line, about, text });
  }
}

/** Doubts in the order of the post, one a line; what is asked of several things is asked once. */
export function formatDoubts(doubts: readonly Doubt[]): string[] {
  const sorted = doubts.toSorted((a, b) => a.line - b.line);
  return [...Map.groupBy(sorted, ({ text }) => text)].map(([text, all]) => {
    const [first] = all;
    const line = first && first.line > 0 ? `line ${first.line}${all.length > 1 ? ' and others' : ''}, ` : '';
    return `  ${line}${joinNames(all.map(({ about }) => about))}: ${text}`;
  });
}

/** Some names of many, and how many more there are. */
export function joinNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
