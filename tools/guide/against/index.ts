/** A guide beside the post that it was made from: the same facts, and none of its sentences. */
import { basename } from 'node:path';
import { inWords } from '../../../data/problem.ts';
import { Doubts } from '../draft/doubts.ts';
import { splitPost } from '../draft/front-matter.ts';
import { blocksOf } from '../draft/markdown.ts';
import { withMore } from '../parse.ts';
import type { Reviewed } from '../review.ts';
import { copiedWording } from './copied.ts';
import { comparedFacts } from './facts.ts';
import { postWords } from './words.ts';

/**
 * What differs and what was copied, one a line: first what is to be mended in the guide, by place, then what only the post has.
 * @param post the post's text, in Markdown
 * @param file its path, for the messages
 */
export function comparedWith({ guide, text, file: guideFile }: Reviewed, post: string, file: string): string[] {
  // What is no JSON was told already, and there is nothing to compare.
  if (!guide) return [];
  const name = basename(file);
  const { body, offset } = splitPost(post, new Doubts());
  const { problems, missing, contradictions } = comparedFacts(guide, post, name);
  const copied = copiedWording(guide, postWords(blocksOf(body, offset)), name);
  return [
    ...withMore(text, [], [...problems, ...copied]).map((problem) => inWords(problem, guideFile)),
    ...contradictions.map(({ line, reason }) => `${file}:${line}: ${reason}`),
    ...missing.map(
      ({ id, title, line }) => `${file}:${line}: session ${id}, “${title}”, is not in ${guideFile}: add it to sessions`,
    ),
  ];
}
