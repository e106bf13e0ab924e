/** `npm run guide -- preview`: a guide as one page to read. */
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { type Command, Refusal } from './command.ts';
import { pageOf } from './preview/page.ts';
import { PROJECT, readDraft } from './read.ts';
import { writeWhole } from './whole-file.ts';

const USAGE = `npm run guide -- preview [FILE] [--to FILE.html]
  Writes a guide as one HTML page that needs nothing else, for people who review it without the extension.
  FILE       the guide; ${GUIDE_FILE} without it
  --to FILE  where the page goes; .output/preview/ID.html without it
  A guide whose texts are still to be written is shown too, with all that is wrong with it at the top. Exit code 0 when the
  guide is ready, 1 when the page says what is not, or when there is none because the file has not the shape of a guide.`;

const command: Command = {
  usage: USAGE,
  async run(args) {
    const { file, to } = asked(args);
    const draft = readDraft(file);
    // The id of a draft may be anything, also a path.
    const name = /^[a-z0-9-]+$/u.test(draft.guide.id) ? draft.guide.id : basename(file, '.json');
    const page = resolve(PROJECT, to ?? `.output/preview/${name}.html`);
    const html = pageOf(draft);
    try {
      writeWhole(page, html);
    } catch (error) {
      throw new Refusal(
        `${page} can’t be written: ${(error as Error).message}. Name another place with --to FILE.html.`,
      );
    }
    console.log(relative(process.cwd(), page));
    const { length } = draft.problems;
    if (length > 0)
      console.log(
        `${file} is not ready: ${length} ${length === 1 ? 'problem' : 'problems'}, listed at the top of the page.`,
      );
    return length > 0 ? 1 : 0;
  },
};

export default command;

function asked(args: readonly string[]): { file: string; to: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { to: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new TypeError(`One guide at a time, not ${positionals.join(' and ')}`);
    const { to } = values;
    if (to !== undefined && !/\.html?$/iu.test(to))
      throw new TypeError(`--to ${to} is no HTML file: let it end in .html`);
    return { file: positionals[0] ?? GUIDE_FILE, to };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}
