/** A guide beside the post that it was made from: the same facts, and none of its sentences. */
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
  /** What is wrong in the guide, by place, and what only the post has; one a line. */
  differences: string[];
  /** Where the post says two things of a session and the guide has one of them: nothing to mend. */
  notes: string[];
}

/**
 * Compares a guide with its post.
 * @param post the post's text, in Markdown
 * @param file its path, for the messages
 */
export function compareWithPost({ guide, text, file: guideFile }: Reviewed, post: string, file: string): Compared {
  // What is no JSON was told already, and there is nothing to compare.
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
