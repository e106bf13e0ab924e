/** Compares a guide with its post: it must have the same facts, and none of the sentences. */
import { basename } from 'node:path';
import { inWords } from '../../../data/problem.ts';
import { Doubts } from '../draft/doubts.ts';
import { splitPost } from '../draft/front-matter.ts';
import { parseBlocks } from '../draft/markdown.ts';
import { mergeProblems } from '../parse.ts';
import type { Reviewed } from '../review.ts';
import { findCopiedWording } from './copied.ts';
import { compareFacts } from './facts.ts';
import { splitPostWords } from './words.ts';

export interface Compared {
  /** Problems in the guide, and sessions that only the post has; one per line. */
  differences: string[];
  /** Contradictions in the post of which the guide has one side, so that there is nothing to fix. */
  notes: string[];
}

/**
 * Compares a guide with its post.
 * @param post the post's text, in Markdown
 * @param file its path, for messages
 */
export function compareWithPost({ guide, text, file: guideFile }: Reviewed, post: string, file: string): Compared {
  // Invalid JSON has already been reported.
  if (!guide) return { differences: [], notes: [] };
  const name = basename(file);
  const { body, offset } = splitPost(post, new Doubts());
  const { problems, missing, ambiguous } = compareFacts(guide, post, name);
  const copied = findCopiedWording(guide, splitPostWords(parseBlocks(body, offset)), name);
  const differences = [
    ...mergeProblems(text, [], [...problems, ...copied]).map((problem) => inWords(problem, guideFile)),
    ...missing.map(
      ({ id, title, line }) => `${file}:${line}: session ${id}, “${title}”, is not in ${guideFile}: add it to sessions`,
    ),
  ];
  return { differences, notes: ambiguous.map(({ line, about, text: why }) => `${file}:${line}: ${about}: ${why}`) };
}
