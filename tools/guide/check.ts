/** `npm run guide -- check`: everything that is wrong with guides. */
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
  Says everything that is wrong with a guide, each with its place and how to mend it.
  FILE               the guide; all in data/guides without it
  --against POST.md  compares it with the post that it was made from too: the facts, and wording that was copied
  Where nothing is wrong, it hints at English that may be hard to read: long sentences, many passives, and the turns
  that data/README.md lists.
  Exit code 0 when nothing is wrong, 1 when something is.`;

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
        `--against ${against} is about one guide, and there are ${all.length}: name its file.\n\n${USAGE}`,
      );
    }
    const results = reviewAll(all, Date.now()).map((one) =>
      report(one, post === undefined || against === undefined ? NOTHING : compareWithPost(one, post, against)),
    );
    return results.every((isWell) => isWell) ? 0 : 1;
  },
};

export default command;

/** The guides with all their problems; one that is among the project's is compared with the others there. */
function reviewAll(files: readonly string[], now: number): Reviewed[] {
  const isHere = files.some((file) => dirname(resolve(PROJECT, file)) === GUIDES);
  const paths = files.map((file) => resolve(PROJECT, file));
  const others = isHere ? guideFiles().filter((file) => !paths.includes(resolve(PROJECT, file))) : [];
  const review = (file: string) => reviewGuide(readText(file, EXAMPLE), file, now);
  // The others first: what is shared with them is told at the guide that was asked about.
  return reviewTogether([...others, ...files].map(review)).slice(others.length);
}

function guideFiles(): string[] {
  const files = globSync('*.json', { cwd: GUIDES }).sort();
  if (files.length === 0) throw new Refusal(`There is no guide in data/guides: name ${EXAMPLE}.`);
  return files.map((file) => relative(PROJECT, join(GUIDES, file)));
}

/**
 * Prints what was found.
 * @param compared with the post
 * @returns whether all is well; notes are only for information
 */
function report({ file, text, guide, problems }: Reviewed, { differences, notes }: Compared): boolean {
  for (const line of [...groupedLines(problems, file), ...differences]) console.log(line);
  for (const note of notes) console.log(`Note: ${note}`);
  const count = problems.length + differences.length;
  // In a draft, hints would hide what is wrong.
  const hints = guide && count === 0 ? mergeProblems(text, [], [...hintsFor(guide)]) : [];
  for (const hint of hints) console.log(`Hint: ${inWords(hint, file)}`);
  const sessions = guide?.sessions.length ?? 0;
  console.log(`${file}: ${count === 0 ? `${sessions} sessions, nothing wrong` : counted(count, 'problem')}.`);
  return count === 0;
}

/** So many like problems are still told one by one. */
const ALIKE = 3;

/** Problems one a line; many alike, as in a fresh draft, as one line with their count and their lines. */
function groupedLines(problems: readonly Problem[], file: string): string[] {
  const kinds = Map.groupBy(problems, ({ path, reason }) => `${path.replace(/\[\d+\]/gu, '[]')}: ${reason}`);
  return [...kinds].flatMap(([kind, all]) => {
    const [first] = all;
    if (!first || all.length <= ALIKE) return all.map((problem) => inWords(problem, file));
    const lines = [...new Set(all.flatMap(({ line }) => line ?? []))];
    return [`${file}:${first.line}:${first.column}: ${kind} (${all.length} times, in lines ${lines.join(', ')})`];
  });
}
