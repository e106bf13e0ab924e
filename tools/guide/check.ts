/** `npm run guide -- check`: reports everything that is wrong with guides. */
import { globSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { inWords, type Problem } from '../../data/problem.ts';
import { type Compared, compareWithPost } from './against/index.ts';
import { type Command, parseCommandLine, Refusal } from './command.ts';
import { PROJECT, readPost, readText } from './files.ts';
import { hintsFor } from './hints.ts';
import { mergeProblems } from './parse.ts';
import { GUIDES, type Reviewed, reviewGuide, reviewTogether } from './review.ts';
import { counted } from './when.ts';

const USAGE = `npm run guide -- check [FILE] [--against POST.md]
  Reports everything that is wrong with a guide, with the place and how to fix it.
  FILE               the guide; by default all in data/guides
  --against POST.md  also compares it with its source post: the facts, and copied wording
  If there are no problems, it gives hints on English that may be hard to read: long sentences, many passives, and the
  phrases listed in data/README.md.
  Exit code 0 if there are no problems, otherwise 1.`;

const NOTHING: Compared = { differences: [], notes: [] };

const EXAMPLE = 'the file of a guide, such as data/guides/NAME.json';

const command: Command = {
  usage: USAGE,
  async run(args) {
    const { file, values } = parseCommandLine(args, { against: { type: 'string' } }, USAGE);
    const { against } = values;
    const post = against === undefined ? undefined : readPost(against);
    const all = file === undefined ? guideFiles() : [file];
    if (against !== undefined && all.length > 1) {
      throw new Refusal(
        `--against ${against} needs one guide, but there are ${all.length}: name its file.\n\n${USAGE}`,
      );
    }
    const results = reviewAll(all, Date.now()).map((one) =>
      report(one, post === undefined || against === undefined ? NOTHING : compareWithPost(one, post, against)),
    );
    return results.every((isWell) => isWell) ? 0 : 1;
  },
};

export default command;

/** Reviews the guides. One in the project's folder is compared with the others there. */
function reviewAll(files: readonly string[], now: number): Reviewed[] {
  const isHere = files.some((file) => dirname(resolve(PROJECT, file)) === GUIDES);
  const paths = files.map((file) => resolve(PROJECT, file));
  const others = isHere ? guideFiles().filter((file) => !paths.includes(resolve(PROJECT, file))) : [];
  const review = (file: string) => reviewGuide(readText(file, EXAMPLE), file, now);
  // The others first, so that a conflict is reported at the requested guide.
  return reviewTogether([...others, ...files].map(review)).slice(others.length);
}

function guideFiles(): string[] {
  const files = globSync('*.json', { cwd: GUIDES }).sort();
  if (files.length === 0) throw new Refusal(`There is no guide in data/guides: name ${EXAMPLE}.`);
  return files.map((file) => relative(PROJECT, join(GUIDES, file)));
}

/**
 * Prints the problems, notes and hints of a guide.
 * @param compared the result of the comparison with the post
 * @returns whether there are no problems; notes don't count
 */
function report({ file, text, guide, problems }: Reviewed, { differences, notes }: Compared): boolean {
  for (const line of [...groupedLines(problems, file), ...differences]) console.log(line);
  for (const note of notes) console.log(`Note: ${note}`);
  const count = problems.length + differences.length;
  // In a draft, hints would distract from problems.
  const hints = guide && count === 0 ? mergeProblems(text, [], [...hintsFor(guide)]) : [];
  for (const hint of hints) console.log(`Hint: ${inWords(hint, file)}`);
  const sessions = guide?.sessions.length ?? 0;
  console.log(`${file}: ${count === 0 ? `${sessions} sessions, no problems` : counted(count, 'problem')}.`);
  return count === 0;
}

/** This many similar problems are still reported one by one. */
const ALIKE = 3;

/** One line for each problem. Many similar ones, as in a new draft, share a line with their number and lines. */
function groupedLines(problems: readonly Problem[], file: string): string[] {
  const kinds = Map.groupBy(problems, ({ path, reason }) => `${path.replace(/\[\d+\]/gu, '[]')}: ${reason}`);
  return [...kinds].flatMap(([kind, all]) => {
    const [first] = all;
    if (!first || all.length <= ALIKE) return all.map((problem) => inWords(problem, file));
    const lines = [...new Set(all.flatMap(({ line }) => line ?? []))];
    return [`${file}:${first.line}:${first.column}: ${kind} (${all.length} times, in lines ${lines.join(', ')})`];
  });
}
