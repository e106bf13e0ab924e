/** `npm run guide -- check`: everything that is wrong with guides. */
import { globSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inWords } from '../../data/problem.ts';
import { comparedWith } from './against/index.ts';
import { type Command, Refusal } from './command.ts';
import { PROJECT, textOf } from './read.ts';
import { GUIDES, type Reviewed, reviewed, reviewedTogether } from './review.ts';

const USAGE = `npm run guide -- check [FILE] [--against POST.md]
  Says everything that is wrong with a guide, each with its place and how to mend it.
  FILE               the guide; all in data/guides without it
  --against POST.md  compares it with the post that it was made from too: the facts, and wording that was copied
  Exit code 0 when nothing is wrong, 1 when something is.`;

const EXAMPLE = 'the file of a guide, such as data/guides/NAME.json';

const command: Command = {
  usage: USAGE,
  async run(args) {
    const { file, against } = asked(args);
    const post = against === undefined ? undefined : postOf(against);
    const all = file === undefined ? guideFiles() : [file];
    if (against !== undefined && all.length > 1) {
      throw new Refusal(
        `--against ${against} is about one guide, and there are ${all.length}: name its file.\n\n${USAGE}`,
      );
    }
    const told = reviewAll(all, Date.now()).map((one) =>
      tell(one, post === undefined || against === undefined ? [] : comparedWith(one, post, against)),
    );
    return told.every((well) => well) ? 0 : 1;
  },
};

export default command;

function postOf(file: string): string {
  const post = textOf(file, 'the post in Markdown').replace(/\r\n?/gu, '\n');
  if (post.trim() === '') throw new Refusal(`${file} is empty: there is nothing to compare with.`);
  return post;
}

/** The guides with all their problems; one that is among the project's is compared with the others there. */
function reviewAll(files: readonly string[], now: number): Reviewed[] {
  const isHere = files.some((file) => dirname(resolve(PROJECT, file)) === GUIDES);
  const paths = files.map((file) => resolve(PROJECT, file));
  const others = isHere ? guideFiles().filter((file) => !paths.includes(resolve(PROJECT, file))) : [];
  const review = (file: string) => reviewed(textOf(file, EXAMPLE), file, now);
  // The others first: what is shared with them is told at the guide that was asked about.
  return reviewedTogether([...others, ...files].map(review)).slice(others.length);
}

function guideFiles(): string[] {
  const files = globSync('*.json', { cwd: GUIDES }).sort();
  if (files.length === 0) throw new Refusal(`There is no guide in data/guides: name ${EXAMPLE}.`);
  return files.map((file) => relative(PROJECT, join(GUIDES, file)));
}

/**
 * Says what was found.
 * @param differences from the post, in words
 * @returns whether all is well
 */
function tell({ file, guide, problems }: Reviewed, differences: readonly string[]): boolean {
  for (const problem of problems) console.log(inWords(problem, file));
  for (const difference of differences) console.log(difference);
  const count = problems.length + differences.length;
  const sessions = guide?.sessions.length ?? 0;
  const result =
    count === 0 ? `${sessions} sessions, nothing wrong` : `${count} ${count === 1 ? 'problem' : 'problems'}`;
  console.log(`${file}: ${result}.`);
  return count === 0;
}

function asked(args: readonly string[]): { file: string | undefined; against: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { against: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new TypeError(`One guide at a time, not ${positionals.join(' and ')}`);
    return { file: positionals[0], against: values.against };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}
