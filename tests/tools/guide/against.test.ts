import { describe, expect, test } from 'vitest';
import type { GuideFile, SessionFile } from '../../../data/schema.ts';
import command from '../../../tools/guide/check.ts';
import { checkText } from '../../../tools/guide/parse.ts';
import { at, differences, GUIDE, notes, POST } from './guide-and-post.ts';
import { folderWith, run } from './guide-command.ts';

describe('a guide compared with its post', () => {
  test('has no problems if both agree', () => {
    expect(checkText(JSON.stringify(GUIDE)).problems).toEqual([]);
    expect(differences(() => undefined)).toEqual([]);
  });

  const NAMED = 'Bram Osei (Lantern Works)';

  test.each<[index: number, field: keyof SessionFile, value: unknown, guide: string, post: string]>([
    [1, 'title', 'Lamps That Seldom Lie', 'Lamps That Seldom Lie', 'Lamps That Never Lie'],
    [0, 'start', '2025-05-12T08:00', '2025-05-12T08:00', '2025-05-12T09:00'],
    [0, 'end', '2025-05-12T09:40', '2025-05-12T09:40', '2025-05-12T09:30'],
    [1, 'speakers', [at(GUIDE, 1).speakers[0]], NAMED, `${NAMED}, Yuna Tak (Lantern Works)`],
    [0, 'speakers', [{ name: 'Odile Varga' }], 'Odile Varga', 'Odile Varga (North Pier)'],
  ])('reports a value that differs, with both values: sessions[%i].%s', (index, field, value, inGuide, inPost) => {
    const what = `sessions[${index}].${field}: session ${at(GUIDE, index).id} has “${inGuide}”, post.md has “${inPost}”`;
    expect(differences((guide) => Object.assign(at(guide, index), { [field]: value }))).toContain(
      `${what}: correct it, or explain it in changes`,
    );
  });

  test('reports a site that differs, and an id that the post does not link', () => {
    const moved = differences((guide) => {
      guide.sites = [{ id: 'ferry', host: 'csg-barge.sched.com', name: 'Barge' }];
    });
    expect(moved[0]).toBe(
      'sessions[0].site: session 3aB1x has “csg-barge.sched.com”, post.md has “csg-ferry.sched.com”: correct it',
    );
    expect(differences((guide) => Object.assign(at(guide, 0), { id: '3ab1x' }))).toContain(
      'sessions[0].id: session 3ab1x, “Tying Knots With One Hand: Lessons From Forty Winters”, is not linked in post.md: correct the id, or remove the session',
    );
  });

  test('reports a session that only the post has, with its line', () => {
    expect(differences((guide) => guide.sessions.splice(1))).toEqual([
      'drafts/post.md:24: session 3aB2y, “Lamps That Never Lie”, is not in guide.json: add it to sessions',
    ]);
  });

  test.each<[kind: 'title' | 'time' | 'speakers', change: (one: SessionFile) => void]>([
    ['title', (one) => Object.assign(one, { title: 'Another' })],
    ['time', (one) => Object.assign(one, { start: '2025-05-12T10:00', end: '2025-05-12T10:30' })],
    ['speakers', (one) => Object.assign(one, { speakers: [{ name: 'Ida Moss' }] })],
  ])('accepts a difference that a change of the kind %s explains', (kind, change) => {
    expect(differences((guide) => change(at(guide, 1)))).not.toEqual([]);
    const changes = [{ asOf: '2025-04-01', kind, text: 'It was otherwise.' }];
    expect(differences((guide) => change(Object.assign(at(guide, 1), { changes })))).toEqual([]);
  });

  test('ignores case, dashes, symbols and the order of people', () => {
    const change = (guide: GuideFile) => {
      at(guide, 0).title = '⚡ Tying knots with one hand – Lessons from forty winters';
      at(guide, 1).speakers.reverse();
    };
    expect(differences(change)).toEqual([]);
  });

  test('may have either of two talks with one address in the post, and notes the ambiguity', () => {
    const twice = `${POST}\n\n[Boats That Sing - Ida Moss](https://csg-ferry.sched.com/event/3aB2y)\n\n2:00 - 2:30 PM\n`;
    expect(differences(() => undefined, twice)).toEqual([]);
    expect(notes(() => undefined, twice)).toEqual([
      expect.stringMatching(
        /^drafts\/post\.md:\d+: 3aB2y: is the address of “Lamps That Never Lie” here and of “Boats/u,
      ),
    ]);
    const other = { title: 'Boats That Sing', start: '2025-05-12T14:00', end: '2025-05-12T14:30' };
    const speakers = [{ name: 'Ida Moss' }];
    expect(differences((guide) => Object.assign(at(guide, 1), { ...other, speakers }), twice)).toEqual([]);
    // With the id of the second talk, found by a person.
    const both = (guide: GuideFile) => guide.sessions.push({ ...at(guide, 1), ...other, speakers, id: '3aB3z' });
    expect(differences(both, twice)).toEqual([]);
    expect(differences((guide) => Object.assign(at(guide, 1), { title: 'A Third' }), twice)).toHaveLength(1);
  });

  test('reports every session as not linked if the post has no links to Sched', () => {
    const lines = differences(() => undefined, 'Nothing is linked here.\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain('is not linked in post.md');
  });
});

describe('copied wording', () => {
  /** The differences reported for a summary. */
  const ofSummary = (summary: string) => differences((guide) => Object.assign(at(guide, 0), { summary }));

  test('is reported from eight words in a row, with the path, the words and the line', () => {
    expect(ofSummary('In short: small habits keep everybody dry. Coil the rope, they say.')).toEqual([]);
    expect(ofSummary('They teach how small habits keep everybody dry: coil the line!')).toEqual([
      'sessions[0].summary: has 9 words in a row from line 19 of post.md: “how small habits keep everybody dry: coil the line”: say it in your own words',
    ]);
  });

  test('of only seven words is allowed', () => {
    expect(ofSummary('They teach how small habits keep everybody dry: coil!')).toEqual([]);
    expect(ofSummary('They teach how small habits keep everybody dry: coil the!')).toHaveLength(1);
  });

  test('is found despite different case, punctuation, markup and line breaks', () => {
    const whole = 'EVERYBODY, who ever moored a boat in the dark is “very” welcome';
    expect(ofSummary(`We agree: ${whole}.`)).toEqual([
      `sessions[0].summary: has 12 words in a row from line 8 of post.md: “${whole}”: say it in your own words`,
    ]);
    expect(ofSummary('So well show how small habits keep everybody dry.')).toHaveLength(1);
  });

  test('is found in every written text', () => {
    const copy = 'A lamp is a promise to somebody whom you trust.';
    const paths = differences((guide) => {
      Object.assign(guide, {
        terms: [{ id: 'lamp', name: 'lamp', meaning: copy }],
        context: [{ id: 'x', title: 'X', text: copy }],
        events: [{ id: 'harbour-day', name: 'Harbour Day', sentence: copy }],
      });
      Object.assign(at(guide, 0), {
        takeaway: copy,
        summary: copy,
        why: copy,
        related: [{ id: '3aB2y', how: 'similar', reason: copy }],
        changes: [{ asOf: '2025-04-01', kind: 'room', text: copy }],
      });
    });
    expect(paths.map((line) => line.split(':')[0]).sort()).toEqual([
      'context[0].text',
      'events[0].sentence',
      'sessions[0].changes[0].text',
      'sessions[0].related[0].reason',
      'sessions[0].summary',
      'sessions[0].takeaway',
      'sessions[0].why',
      'terms[0].meaning',
    ]);
  });

  test('does not include names and titles, because they are facts', () => {
    expect(
      ofSummary('See “Tying Knots With One Hand: Lessons From Forty Winters”, by Odile Varga of North Pier.'),
    ).toEqual([]);
    expect(ofSummary('Bram Osei & Yuna Tak, Lantern Works, go on from here.')).toEqual([]);
  });

  test('is found in a sentence that contains a name', () => {
    const post = `${POST}\nLast year Odile Varga told us why old ropes sing before they break.\n`;
    const copied = (summary: string) => differences((guide) => Object.assign(at(guide, 0), { summary }), post);
    expect(copied('Odile Varga told us why old ropes sing, and more.')).toHaveLength(1);
    expect(copied('Then Odile Varga told us more.')).toEqual([]);
  });
});

test('npm run guide -- check --against reports copied wording and exits with 1', async () => {
  const guide = structuredClone(GUIDE);
  at(guide, 0).summary = 'A lamp is a promise to somebody whom you cannot see.';
  const folder = folderWith({ 'g.json': JSON.stringify(guide), 'good.json': JSON.stringify(GUIDE), 'post.md': POST });
  const bad = await run(command, folder, 'g.json', '--against', 'post.md');
  expect(bad.code).toBe(1);
  expect(bad.output).toEqual([
    expect.stringMatching(/^g\.json:1:\d+: sessions\[0\]\.summary: has 11 words in a row from line 28 of post\.md/u),
    'g.json: 1 problem.',
  ]);
  const good = await run(command, folder, 'good.json', '--against', 'post.md');
  expect([good.code, good.output.at(-1)]).toEqual([0, 'good.json: 2 sessions, no problems.']);
});
