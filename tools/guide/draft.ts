/** `npm run guide -- draft POST.md --id ID`: drafts a guide from a community's post. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isZone } from '../../data/contradictions.ts';
import { type Command, parseCommandLine, Refusal } from './command.ts';
import { Doubts, formatDoubts } from './draft/doubts.ts';
import { type DraftGuide, draftGuide } from './draft/guide.ts';
import { PROJECT, readPost, shortenPath, writeWhole } from './files.ts';
import { GUIDES } from './review.ts';
import { SCHEMA_FILE } from './schema.ts';

const USAGE = `npm run guide -- draft POST.md --id ID [--to FILE]
  Drafts a guide from a blog post in Markdown: fills in the facts of each linked session, and leaves texts to write empty.
  --to FILE     the file to write; by default data/guides/ID.json
  --url URL     the address of the post
  --zone ZONE   the IANA zone of its times, such as Europe/London, if the post does not say it
  --host HOST   the site of sessions with short addresses (https://sched.co/…): NAME.sched.com
  --year YEAR   the year of its dates, if the post does not say it
  --force       overwrites an existing file, or reuses the id of another guide
  Exit code 0 if the draft was written, even with doubts, which are listed with their lines.`;

const command: Command = { usage: USAGE, run };
export default command;

async function run(args: readonly string[]): Promise<number> {
  const { post, id, file, force, ...options } = readArgs(args);
  const text = readPost(post);
  refuseTaken(id, file, force);
  const doubts = new Doubts();
  const guide = draftGuide(text, { id, ...options }, doubts);
  if (guide.sessions.length === 0) {
    const seen = doubts.list.length > 0 ? `\n${formatDoubts(doubts.list).join('\n')}` : '';
    throw new Refusal(
      `${post} links to no session (https://NAME.sched.com/event/ID): there is nothing to draft.${seen}`,
    );
  }
  // Editors resolve it relative to the guide's folder.
  const schema = relative(dirname(file), SCHEMA_FILE).replaceAll('\\', '/');
  guide.$schema = schema.startsWith('.') ? schema : `./${schema}`;
  writeWhole(file, `${JSON.stringify(guide, null, 2)}\n`);
  report(guide, file, post, doubts);
  return 0;
}

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  id: TEXT,
  to: TEXT,
  url: TEXT,
  zone: TEXT,
  host: TEXT,
  year: TEXT,
  force: { type: 'boolean' },
} as const;

function readArgs(args: readonly string[]) {
  const { file: post, values } = parseCommandLine(args, OPTIONS, USAGE);
  const { id, to, url, zone, host, year, force = false } = values;
  if (!post) throw new Refusal(`Name one post, a file in Markdown.\n\n${USAGE}`);
  if (!id) throw new Refusal(`Give the new guide an id, such as --id example-con-2030.\n\n${USAGE}`);
  const refuse = (isWrong: boolean, what: string) => {
    if (isWrong) throw new Refusal(what);
  };
  refuse(
    !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id),
    `“${id}” is not an id: write lower-case words joined by single hyphens.`,
  );
  refuse(url !== undefined && URL.parse(url)?.protocol !== 'https:', `“${url}” is not an https address.`);
  refuse(zone !== undefined && !isZone(zone), `“${zone}” is not an IANA time zone, such as America/New_York.`);
  refuse(
    host !== undefined && !/^[a-z0-9-]+\.sched\.com$/u.test(host),
    `“${host}” is not a Sched site: write NAME.sched.com.`,
  );
  refuse(year !== undefined && !/^20\d\d$/u.test(year), `“${year}” is not a year from 2000 to 2099.`);
  const file = to === undefined ? join(GUIDES, `${id}.json`) : resolve(PROJECT, to);
  return { post, id, file, force, url, zone, host, year: year === undefined ? undefined : Number(year) };
}

function refuseTaken(id: string, file: string, force: boolean): void {
  if (force) return;
  const other = globSync('*.json', { cwd: GUIDES })
    .map((name) => join(GUIDES, name))
    .find((path) => path !== file && readId(path) === id);
  if (other) throw new Refusal(`“${id}” is already the id of ${shortenPath(other)}: choose another, or use --force.`);
  if (existsSync(file))
    throw new Refusal(`${shortenPath(file)} exists: move it, choose another file with --to, or use --force.`);
}

function readId(path: string): unknown {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { id?: unknown }).id;
  } catch {
    // `check` reports guides that are not JSON.
    return basename(path, '.json');
  }
}

function report({ sessions, sites, events, zone }: DraftGuide, file: string, post: string, { list }: Doubts): void {
  const name = shortenPath(file);
  const timed = sessions.filter(({ start, end }) => start && end).length;
  console.log(`${name}: ${sessions.length} sessions, ${timed} with start and end, on ${sites.length} sites.`);
  console.log(`Events: ${events.map(({ name }) => name).join(', ') || 'none'}. Zone: ${zone || 'unknown'}.`);
  const lines = formatDoubts(list);
  if (lines.length > 0) console.log(`\nFor you to decide (${lines.length}):\n${lines.join('\n')}`);
  console.log('\nWrite the empty texts, levels and topics. Then run:');
  console.log(`npm run guide -- check ${name} --against ${post}`);
}
