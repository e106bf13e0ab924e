import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGuide } from '../../../build/guide-plugin.ts';
import { inventGuide } from '../../../tools/bench/guide.ts';
import command from '../../../tools/guide/check.ts';
import { GUIDES, reviewGuide, reviewTogether, SESSIONS_MAX } from '../../../tools/guide/review.ts';
import { text, type Values, withValues } from '../../data/broken.ts';
import { folderWith, run } from './guide-command.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const NOW = Date.parse('2026-11-28T12:00Z');

function check(files: Record<string, string>, ...args: string[]) {
  return run(command, folderWith(files), ...args);
}

/** The problems of the released guide with other values, as a file at a path. */
function problemsWith(values: Values, file = 'guide.json', now = NOW): string[] {
  return reviewGuide(withValues(values), file, now).problems.map(({ path, reason }) => `${path}: ${reason}`);
}

describe('npm run guide -- check', () => {
  test('reports no problems in a good guide', async () => {
    const { code, output } = await check({ 'good.json': text }, 'good.json');
    expect([code, output]).toEqual([0, ['good.json: 15 sessions, no problems.']]);
  });

  test('reports file, line, column, path and what to do, and counts the problems', async () => {
    const broken = withValues({ 'sessions[3].level': 'expert', 'sessions[3].titel': 'x' });
    const { code, output } = await check({ 'broken.json': broken }, 'broken.json');
    expect(code).toBe(1);
    expect(output).toEqual([
      expect.stringMatching(/^broken\.json:\d+:\d+: sessions\[3\]\.level: is “expert”, which is not one of/u),
      expect.stringMatching(/^broken\.json:\d+:\d+: sessions\[3\]: .*did you mean “title”\?$/u),
      'broken.json: 2 problems.',
    ]);
  });

  test('reports repeated problems once, with their number and lines', async () => {
    const draft = JSON.parse(text);
    for (const session of draft.sessions) Object.assign(session, { takeaway: '', summary: '', why: '', level: '' });
    const { output } = await check({ 'draft.json': JSON.stringify(draft, null, 2) }, 'draft.json');
    expect(output.filter((line) => line.includes('(15 times, in lines '))).toHaveLength(4);
    expect(output.find((line) => line.includes('takeaway'))).toMatch(
      /^draft\.json:\d+:\d+: sessions\[\]\.takeaway: is empty/u,
    );
  });

  test.each([
    [['none.json'], 'there is no such file'],
    [['a.json', 'b.json'], 'One file at a time'],
    [['--quick'], 'Unknown option'],
    [['a.json', '--against'], 'argument missing'],
    [['a.json', '--against', 'none.md'], 'there is no such file'],
    [['a.json', '--against', 'empty.md'], 'is empty'],
  ])('refuses %j', async (args, reason) => {
    await expect(check({ 'a.json': text, 'b.json': text, 'empty.md': '\n' }, ...args)).rejects.toThrow(reason);
  });

  test('checks every guide of the project by default', () => {
    const output = execFileSync(process.execPath, ['tools/guide/index.ts', 'check'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(output.trim().split('\n')).toEqual(
      readdirSync(GUIDES).map((file) =>
        expect.stringMatching(new RegExp(`^data/guides/${file}: \\d+ sessions, no problems\\.$`, 'u')),
      ),
    );
  });
});

describe('a review', () => {
  test('requires that a file in the guides folder is named after its guide’s id', () => {
    expect(problemsWith({}, join(GUIDES, 'other.json'))).toEqual([
      'id: is “kubecon-na-2025” in a file called other.json: rename the file to kubecon-na-2025.json, or write “other”',
    ]);
    expect(problemsWith({}, join(GUIDES, 'kubecon-na-2025.json'))).toEqual([]);
    expect(problemsWith({}, '/tmp/other.json')).toEqual([]);
  });

  test('requires that a session is in only one guide, and compares ids case-sensitively', () => {
    const one = reviewGuide(text, 'one.json', NOW);
    const sessions = JSON.parse(text).sessions.map((session: object, index: number) => ({
      ...session,
      id: ['28F61', '28czl'][index] ?? `new${index}`,
      related: [],
    }));
    const other = reviewGuide(withValues({ sessions }), 'other.json', NOW);
    expect(
      reviewTogether([one, other]).map(({ problems }) => problems.map(({ path, reason }) => `${path}: ${reason}`)),
    ).toEqual([
      [],
      ['sessions[0].id: session 28F61 is in one.json already: an id belongs to one guide, remove it in one of them'],
    ]);
  });

  test.each([
    ['source.published', '2026-11-30'],
    ['sessions[9].links[0].asOf', '2027-01-01'],
    ['sessions[14].changes[0].asOf', '2026-11-30'],
  ])('requires that %s is not in the future', (path, date) => {
    expect(problemsWith({ [path]: date })).toEqual([
      `${path}: ${date} is still to come: write the day on which it was known`,
    ]);
    expect(problemsWith({ [path]: '2026-11-28' })).toEqual([]);
  });

  test('accepts a date once it has begun in Kiritimati', () => {
    const path = 'sessions[9].links[0].asOf';
    expect(problemsWith({ [path]: '2026-11-29' }, 'g.json', Date.parse('2026-11-28T09:59Z'))).toHaveLength(1);
    expect(problemsWith({ [path]: '2026-11-29' }, 'g.json', Date.parse('2026-11-28T10:00Z'))).toEqual([]);
  });

  test('requires that a session’s texts use its terms, ignoring case', () => {
    expect(problemsWith({ 'sessions[5].terms[2]': 'egress' })).toEqual([
      expect.stringMatching(
        /^sessions\[5\]\.terms\[2\]: session 28D0X lists the term “egress”, but none of its texts uses “egress”/u,
      ),
    ]);
    expect(problemsWith({ 'sessions[5].terms[2]': 'egress', 'sessions[5].why': 'All about EGRESS.' })).toEqual([]);
  });
});

describe('the budget', () => {
  const reviewMany = (count: number) => {
    const guide = inventGuide(readGuide(), count);
    for (const session of guide.sessions) session.terms = [];
    return reviewGuide(JSON.stringify({ ...guide, terms: [] }, null, 2), 'many.json', NOW).problems.map(
      ({ path, reason }) => `${path}: ${reason}`,
    );
  };

  test(`allows ${SESSIONS_MAX} sessions with all their texts`, () => {
    expect(reviewMany(SESSIONS_MAX)).toEqual([]);
    expect(reviewMany(SESSIONS_MAX + 1)).toEqual([
      expect.stringMatching(/^sessions: 201 sessions are beyond the budget of 200/u),
    ]);
  });

  test('has the only problems reported for 1,000 sessions', () => {
    expect(reviewMany(1_000)).toEqual([
      expect.stringMatching(/^sessions: 1,000 sessions are beyond the budget of 200: keep/u),
      expect.stringMatching(/^\(file\): this file has [\d,]+ bytes, beyond the budget of 524,288: shorten/u),
      expect.stringMatching(/^\(file\): the agenda of this guide has [\d,]+ bytes, beyond/u),
    ]);
  }, 60_000);
});
