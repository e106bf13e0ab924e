import { describe, expect, test } from 'vitest';
import { doubtLines, listTimes, makeDraft, speakersIn } from '../drafted.ts';

const A = 'https://tidecon32.sched.com/event/4Gn0a';
const B = 'https://tidecon32.sched.com/event/4Gn0b';
const BOTH = ['4Gn0a 2032-10-04T10:00 10:30', '4Gn0b 2032-10-04T11:00 11:30'];

describe('sessions, their times and days are found', () => {
  test.each([
    [
      'links in headings, times below',
      `## Monday, October 4\n\n### [Nests](${A})\n\n10:00 - 10:30\n\nText.\n\n### [Eggs](${B})\n\n11:00 - 11:30`,
    ],
    [
      'times in headings below links in headings',
      `## Monday October 4\n\n### [Nests](${A}), Ann Aas, Gull\n\n#### 10:00 - 10:30; [Hall](/v)\n\nAt 3 AM.\n\n### [Eggs](${B})\n\n#### 11:00 - 11:30`,
    ],
    [
      'titles in headings, links last',
      `## Nests\n\n**When:** Monday, October 4, 10:00 - 10:30\n\n**Speaker:** Ann Aas, Gull\n\n[Add to schedule](${A})\n\n## Eggs\n\n**When:** Monday, October 4, 11:00 - 11:30\n\n[Add to schedule](${B})`,
    ],
    [
      'times above, descriptions below',
      `### Oct 4\n\n**10:00 - 10:30**\n\n[Nests](${A})\n\nText.\n\n**11:00 - 11:30**\n\n[Eggs](${B})\n\nText.`,
    ],
    [
      'times before links, one line each',
      `Monday, October 4th\n\n10:00 – 10:30 [Nests](${A})\n11:00 – 11:30 [Eggs](${B})`,
    ],
    [
      'times after links, in lines of one paragraph',
      `### 4 October\n[Nests](${A})\n10:00 – 10:30\n[Eggs](${B})\n11:00 – 11:30`,
    ],
    ['all in one line', `On October 4: 10:00 – 10:30 [Nests](${A}), 11:00 – 11:30 [Eggs](${B})`],
    [
      'bullets below a time',
      `### Monday, October 4\n\n- 10am–10:30am\n  - [Nests](${A})\n- 11am–11:30am\n  - [Eggs](${B})`,
    ],
    [
      'fields as bullets below links',
      `- [Nests](${A})\n  - Date: Monday, October 4\n  - Time: 10:00 AM - 10:30 AM\n  - Speakers: Ann Aas, Gull\n- [Eggs](${B})\n  - Date: Monday, October 4\n  - Time: 11:00 AM - 11:30 AM`,
    ],
    [
      'icons and breaks',
      `**[Nests](${A})**<br>🗓️ Monday, October 4 | 🕐 10:00 - 10:30 | 📍 Hall 3\n\n**[Eggs](${B})**<br/>🗓️ Monday, October 4 | 🕐 11:00 - 11:30 | 📍 Hall 12`,
    ],
    [
      'brackets after links',
      `### Monday 4 October - [TideCon](/tidecon)\n\n- [Nests - Ann Aas (Gull)](${A}) (10:00 -\n  10:30)\n- [Eggs](${B}) (11.00 - 11:30)`,
    ],
    [
      'times in the links themselves',
      `- [Monday, October 4, 10:00 - 10:30: Nests](${A})\n- [Monday, October 4, 11:00 - 11:30: Eggs](${B})`,
    ],
    [
      'a table',
      `| Date | Time | Title | Speaker |\n|--|--|--|--|\n| Oct 4 | 10:00 - 10:30 | [Nests](${A}) | Ann Aas, Gull |\n| Oct 4 | 11:00 - 11:30 | [Eggs](${B}) | Bo Lund |`,
    ],
    [
      'an HTML table',
      `<h3>Monday, October 4</h3>\n<table>\n<tr><td>10:00 - 10:30</td><td><a href="${A}">Nests</a></td></tr>\n<tr><td>11:00 - 11:30</td><td><a href="${B}">Eggs</a></td></tr>\n</table>`,
    ],
    [
      'HTML anchors in Markdown',
      `Monday, October 4\n\n- 10:00 - 10:30: <a href="${A}" target="_blank">**Nests**</a>\n- 11:00 - 11:30: <a href='${B}'>Eggs</a>`,
    ],
    [
      'links by reference',
      `#### October 4\n\n10:00 - 10:30: [Nests][a]\n\n11:00 - 11:30: [Eggs]\n\n[a]: ${A}\n[eggs]: ${B} "Eggs"`,
    ],
    [
      'only days of the week',
      `TideCon is from October 4 to 7.\n\n- Monday, 10:00 - 10:30: [Nests](${A})\n- Mon 11:00 - 11:30: [Eggs](${B})`,
    ],
    [
      'a date in the section’s introduction',
      `## TideCon\n\nCome on Monday, October 4, from 9:00 to 17:00.\n\n[Nests](${A})\n\n10:00 - 10:30\n\n[Eggs](${B})\n\n11:00 - 11:30`,
    ],
    [
      'custom components',
      `### October 4\n\n<Talk url="${A}" title="Nests" />\n\n10:00 - 10:30\n\n<Talk url="${B}" title="Eggs" />\n\n11:00 - 11:30`,
    ],
  ])('with %s', (_, post) => {
    const drafted = makeDraft(post, { year: 2032 });
    expect(listTimes(drafted)).toEqual(BOTH);
    expect(drafted.guide.sessions.map(({ title }) => title)).toEqual(['Nests', 'Eggs']);
    expect(doubtLines(drafted).filter((one) => / time:/u.test(one))).toEqual([]);
    if (post.includes('Ann Aas')) expect(speakersIn(drafted)['4Gn0a']).toBe('Ann Aas (Gull)');
  });

  test('with everything about a session in its link', () => {
    const post = `- **Talks**: Come to one of ours.\n[Nests - Ann Aas, Gull\nMonday, October 4, 10:00 - 10:30\nLevel 3 | Hall 7](${A})`;
    const drafted = makeDraft(post, { year: 2032 });
    expect(listTimes(drafted)).toEqual(['4Gn0a 2032-10-04T10:00 10:30']);
    expect(drafted.guide.sessions[0]?.title).toBe('Nests');
    expect(speakersIn(drafted)).toEqual({ '4Gn0a': 'Ann Aas (Gull)' });
  });

  test('without the times of other list items', () => {
    const post = `## October 4\n\n* **Project Meeting of All**\n10:00 - 16:30, in the hall that is named later\n* [Track](${A})\n[Nests and Eggs](${A})\n* **Booth**, open on:\n  - Monday, October 4, 9:00 - 17:00`;
    const drafted = makeDraft(post, { year: 2032 });
    expect(listTimes(drafted)).toEqual(['4Gn0a ? ?']);
    expect(drafted.guide.sessions[0]?.title).toBe('Nests and Eggs');
  });

  test('for several sessions under one time', () => {
    const drafted = makeDraft(`### 4 October\n\n10:00 - 10:30\n\n* [Nests](${A})\n* [Eggs](${B})`, { year: 2032 });
    expect(listTimes(drafted)).toEqual(['4Gn0a 2032-10-04T10:00 10:30', '4Gn0b 2032-10-04T10:00 10:30']);
  });

  test('with a start before noon and an end after it, and the year from the post’s date', () => {
    const post = `---\ndate: 2032-09-01\n---\n[Nests](${A}) (Monday, October 4, 11:30 AM - 12:30)`;
    expect(listTimes(makeDraft(post))).toEqual(['4Gn0a 2032-10-04T11:30 12:30']);
  });

  test('past midnight, with the end on the next day', () => {
    const post = `[Nests](${A})\n\nSunday, October 31, 2032, 11:30 PM - 12:30 AM\n\n[Eggs](${B})\n\nDecember 31, 2032, 23:00 - January 1, 2033, 02:00`;
    expect(listTimes(makeDraft(post))).toEqual([
      '4Gn0a 2032-10-31T23:30 2032-11-01T00:30',
      '4Gn0b 2032-12-31T23:00 2033-01-01T02:00',
    ]);
  });
});

describe('a doubt is reported for', () => {
  const listDoubts = (post: string) => doubtLines(makeDraft(post, { year: 2032, zone: 'Europe/Oslo' }));

  test('a missing end, which stays empty', () => {
    const drafted = makeDraft(`[Nests](${A}), Monday, October 4 at 14:00`, { year: 2032 });
    expect(listTimes(drafted)).toEqual(['4Gn0a 2032-10-04T14:00 ?']);
    expect(doubtLines(drafted)).toContain('1 4Gn0a time: it has no end: write it');
  });

  test('a day that the post leaves open, which stays empty', () => {
    expect(listTimes(makeDraft(`[Nests](${A})\n\n10:00 - 10:30`))).toEqual(['4Gn0a ? ?']);
    expect(listDoubts(`From October 4 to 6:\n\n[Nests](${A}), 10:00 - 10:30`).join('\n')).toContain(
      'the post has several days here, 2032-10-04, 2032-10-05, 2032-10-06: choose one',
    );
  });

  test('a day with only a number, after one with a date', () => {
    const post = `- Monday, October 4\n  - 10:00 - 10:30: [Nests](${A})\n- Day 2\n  - 11:00 - 11:30: [Eggs](${B})`;
    expect(listTimes(makeDraft(post, { year: 2032 }))).toEqual(['4Gn0a 2032-10-04T10:00 10:30', '4Gn0b ? ?']);
    expect(listDoubts(post).join('\n')).toContain('4Gn0b time: no date was found');
  });

  test('a time that is in a sentence or in the row above', () => {
    const far = `## October 4\n\n[Nests](${A})\n\n${'About nests. '.repeat(12)}It is at 10:00 - 10:30.`;
    expect(listDoubts(far)).toContain('5 4Gn0a time: the time is from a sentence: is it the session’s?');
    const table = `| Time | Talk |\n|--|--|\n| Oct 4, 10:00 - 10:30 | [Nests](${A}) |\n| | [Eggs](${B}) |`;
    expect(listDoubts(table)).toContain('3 4Gn0b time: its row has no time: the time of a row above was used');
  });

  test('a day of the week that contradicts the date', () => {
    expect(listDoubts(`[Nests](${A}), Tuesday, October 4, 10:00 - 10:30`).join('\n')).toContain(
      'the post says Tuesday, but 2032-10-04 is a Monday',
    );
  });

  test('a title that differs from the address', () => {
    expect(listDoubts(`[Nests](${A}/eggs-and-cliffs-ann-aas), October 4, 10:00 - 10:30`)).toContain(
      '1 4Gn0a title: read “Nests”, but the address says “eggs-and-cliffs-ann-aas”: which is right?',
    );
  });
});
