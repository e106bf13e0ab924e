/** `npm run guide -- preview`: writes a guide as an HTML page, with its sessions in a calendar file beside it. */
import { basename, dirname, join, resolve } from 'node:path';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { compileGuide } from '../../data/compile.ts';
import type { GuideFile } from '../../data/schema.ts';
import { formatCalendar } from '../../features/agenda/share/calendar.ts';
import { toInstant } from '../../lib/time/time.ts';
import { type Command, parseCommandLine, Refusal } from './command.ts';
import { PROJECT, readDraft, shortenPath, writeWhole } from './files.ts';
import { renderPage } from './preview/page.ts';
import { counted } from './when.ts';

const USAGE = `npm run guide -- preview [FILE] [--to FILE.html]
  Writes a guide as one HTML page, to publish or review it without the extension, with its calendar file beside it.
  FILE       the guide; by default ${GUIDE_FILE}
  --to FILE  the page to write; by default .output/preview/ID.html
  The page of an unfinished guide lists its problems at the top. Exit code 0 if the guide is ready, 1 if it has problems, or
  if there is no page because the file does not have the structure of a guide.`;

const command: Command = {
  usage: USAGE,
  async run(args) {
    const { file = GUIDE_FILE, values } = parseCommandLine(args, { to: { type: 'string' } }, USAGE);
    const { to } = values;
    if (to !== undefined && !/\.html?$/iu.test(to)) {
      throw new Refusal(`--to ${to} is not an HTML file: it must end in .html\n\n${USAGE}`);
    }
    const draft = readDraft(file);
    const { guide, problems } = draft;
    // The id of a draft may be anything, even a path.
    const name = /^[a-z0-9-]+$/u.test(guide.id) ? guide.id : basename(file, '.json');
    const page = resolve(PROJECT, to ?? `.output/preview/${name}.html`);
    const calendar = problems.length === 0 ? `${name}.ics` : undefined;
    writeWhole(page, renderPage(draft, calendar));
    console.log(shortenPath(page));
    if (calendar !== undefined) writeWhole(join(dirname(page), calendar), buildCalendar(guide));
    else console.log(`${file} is not ready: ${counted(problems.length, 'problem')}, listed at the top of the page.`);
    return problems.length > 0 ? 1 : 0;
  },
};

export default command;

function buildCalendar(file: GuideFile): string {
  const guide = compileGuide(file, toInstant);
  const events = new Map(guide.events.map(({ id, name }) => [id, name]));
  const sessions = guide.sessions.map((session) => ({
    ...session,
    speakers: session.speakers.map(({ name }) => name),
    event: events.get(session.event) ?? '',
  }));
  return formatCalendar(sessions, { guide, now: Date.now(), alarm: 0 });
}
