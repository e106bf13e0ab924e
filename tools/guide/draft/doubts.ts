/** Collects what a draft can't decide, for a person, with line numbers of the post. */

import type { Speaker } from '../../../data/schema.ts';

/** The maximum number of names in a doubt. */
const SHOWN = 24;

interface Doubt {
  /** The line in the post, or 0 if there is none. */
  line: number;
  /** A session's id, or a field of the guide. */
  about: string;
  text: string;
}

/** A session as described in one place of the post. */
export interface Alternative extends Doubt {
  title: string;
  start: string;
  end: string;
  speakers: Speaker[];
}

export class Doubts {
  readonly list: Doubt[] = [];
  /** Contradicting descriptions of sessions. */
  readonly alternatives: Alternative[] = [];
  readonly #keys = new Set<string>();

  /** Adds a doubt, unless there is an equal one. */
  add(line: number, about: string, text: string): void {
    const key = `${about}\0${text}`;
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.list.push({ line, about, text });
  }
}

/** Formats doubts in the order of the post, one per line. The same question about several things is one doubt. */
export function formatDoubts(doubts: readonly Doubt[]): string[] {
  const sorted = doubts.toSorted((a, b) => a.line - b.line);
  return [...Map.groupBy(sorted, ({ text }) => text)].map(([text, all]) => {
    const [first] = all;
    const line = first && first.line > 0 ? `line ${first.line}${all.length > 1 ? ' and others' : ''}, ` : '';
    return `  ${line}${joinNames(all.map(({ about }) => about))}: ${text}`;
  });
}

/** The first names, and the number of others. */
export function joinNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
