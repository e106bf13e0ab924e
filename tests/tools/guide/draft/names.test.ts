import { describe, expect, test } from 'vitest';
import { doubtLines, makeDraft, speakersIn } from '../drafted.ts';

const LINK = 'https://tidecon32.sched.com/event/4Gn01';
const TIME = 'October 4, 2032, 10:00 - 10:30';

/** Title and speakers read from the text of a session's link, and the doubts about a field. */
function readLink(text: string, slug = '') {
  const drafted = makeDraft(`## TideCon\n\n[${text}](${LINK}${slug})\n\n${TIME}`);
  const doubts = (field: string) => doubtLines(drafted).filter((one) => one.includes(`4Gn01 ${field}: `));
  return { title: drafted.guide.sessions[0]?.title, speakers: speakersIn(drafted)['4Gn01'], doubts };
}

describe('speakers are read', () => {
  test.each([
    ['Ann Aas, Bo Lund and Cy Moe', 'Ann Aas, Bo Lund, Cy Moe'],
    ['Ann Aas, Gull and Bo Lund', 'Ann Aas (Gull), Bo Lund'],
    ['Ann Aas; Bo Lund; Cy Moe', 'Ann Aas, Bo Lund, Cy Moe'],
    ['Ann Aas (Gull); Bo Lund (Tern Inc.)', 'Ann Aas (Gull), Bo Lund (Tern Inc.)'],
    ['Ann Aas, Bo Lund & Cy Moe\n (Gull)', 'Ann Aas (Gull), Bo Lund (Gull), Cy Moe (Gull)'],
    ['Ann Aas & Bo Lund (Gull), Cy Moe (Tern),', 'Ann Aas (Gull), Bo Lund (Gull), Cy Moe (Tern)'],
    ['Ann Aas (Gull) and Bo Lund (Tern)', 'Ann Aas (Gull), Bo Lund (Tern)'],
    ['Ann Aas (she/her), Gull', 'Ann Aas (Gull)'],
    ['Ann Aas & Bo Lund (Gull', 'Ann Aas (Gull), Bo Lund (Gull)'],
    ['Ann Aas, Gull (formerly Egg) & Bo Lund, Tern', 'Ann Aas (Gull (formerly Egg)), Bo Lund (Tern)'],
    ['Ann Aas, Gull, now part of Tern; Bo Lund, Egg', 'Ann Aas (Gull, now part of Tern), Bo Lund (Egg)'],
    ['Ann Aas, Rock & Cliff & Bo Lund, A&B', 'Ann Aas (Rock & Cliff), Bo Lund (A&B)'],
    ['Ann Aas, VP of Law and Order, Gull; Bo Lund, CTO, Tern', 'Ann Aas (Gull), Bo Lund (Tern)'],
    ['Jan van der Berg & Zoë D’Arc, Gull', 'Jan van der Berg (Gull), Zoë D’Arc (Gull)'],
    ['Ada "Egg" Aas, Gull', 'Ada "Egg" Aas (Gull)'],
  ])('from “%s”', (text, speakers) => {
    const read = readLink(`Nests - ${text}`);
    expect([read.title, read.speakers, read.doubts('speakers')]).toEqual(['Nests', speakers, []]);
  });

  test.each([
    ['Ann Aas, Program & Bo Lund, Gull', 'Ann Aas, Bo Lund (Gull)', '“Program” is the role of Ann Aas'],
    ['Ann Aas, Gull, Bo Lund, Tern', 'Ann Aas (Gull), Bo Lund (Tern)', 'was read as names and organisations in turn'],
    ['Alex & Bo Lund (Gull)', 'Alex (Gull), Bo Lund (Gull)', 'is “Alex” a name?'],
    ['Ann Aas', 'Ann Aas', 'is “Ann Aas” a speaker, or the end of the title?'],
    ['Ann Aas, Gull – Bo Lund, Tern', 'Ann Aas (Gull – Bo Lund, Tern)', 'is “Bo Lund” a person, or part of'],
  ])('with a doubt from “%s”', (text, speakers, doubt) => {
    const read = readLink(`Nests - ${text}`);
    expect(read.speakers).toBe(speakers);
    expect(read.doubts('speakers').join('\n')).toContain(doubt);
  });
});

test('A company is doubted if a line beside the link has another one', () => {
  const post = (line: string) => `## TideCon\n\n- [Nests - Ann Aas, Gull](${LINK})\n  ${line}\n  ${TIME}`;
  const listDoubts = (line: string) => doubtLines(makeDraft(post(line))).join('\n');
  expect(listDoubts('by Ann Aas, Tern')).toContain('is Ann Aas with Gull, as printed, or with Tern, as a line beside');
  expect(listDoubts('by Ann Aas, Gull')).not.toContain('4Gn01 speakers');
});

test.each(['[Lightning] Nests', '🌩 Nests', 'Flash Talk: Nests', 'Ignite: Nests'])(
  'The kind is doubted for “%s”',
  (title) => {
    const read = readLink(`${title} - Ann Aas, Gull`);
    expect(read.doubts('kind').join('\n')).toContain('is it a lightning talk?');
    expect(readLink('Nests in Flash Floods - Ann Aas, Gull').doubts('kind')).toEqual([]);
  },
);

describe('a title', () => {
  test.each([
    ['Nests – A Guide – Ann Aas & Bo Lund, Gull', 'Nests – A Guide', 'Ann Aas (Gull), Bo Lund (Gull)'],
    ['Nests | by Ann Aas (Gull)', 'Nests', 'Ann Aas (Gull)'],
    ['Nests by Ann Aas (Gull)', 'Nests', 'Ann Aas (Gull)'],
    ['Nests - Ann Aas, Gull - Labs & Bo Lund, Tern', 'Nests', 'Ann Aas (Gull - Labs), Bo Lund (Tern)'],
    ['“Nests”', 'Nests', ''],
    ['"Nests" and "Eggs"', '"Nests" and "Eggs"', ''],
    ['Nests - Room 410 B', 'Nests - Room 410 B', ''],
    ['Nests - a look at nests', 'Nests - a look at nests', ''],
    ['Nests - The New Example', 'Nests - The New Example', ''],
    ['Nests - Level 2 | Hall A', 'Nests - Level 2 | Hall A', ''],
  ])('is separated from its speakers: “%s”', (printed, title, speakers) => {
    expect(readLink(printed)).toMatchObject({ title, speakers });
  });

  test('matches its address, which has no apostrophes and accents', () => {
    const { doubts } = readLink('Don’t Dive - Michał Åas, Gull', '/dont-dive-michal-aas-gull');
    expect([...doubts('title'), ...doubts('speakers')]).toEqual([]);
  });

  test.each([
    ['Session link', 'Nests and Eggs'],
    ['Add to your schedule!', 'Nests and Eggs'],
    ['https://sched.co/4Gn01', 'Nests and Eggs'],
    ['→', 'Nests and Eggs'],
    ['Here Be Dragons', 'Here Be Dragons'],
    ['Schedule-Aware Nests', 'Schedule-Aware Nests'],
  ])('is the link’s text, unless that is generic: “%s”', (text, title) => {
    const { guide } = makeDraft(`## Nests and Eggs\n\n${TIME}\n\n[${text}](${LINK})`);
    expect(guide.sessions[0]?.title).toBe(title);
  });
});

test.each([
  ['Nest + eBeak Día Day ’31', 'nest-ebeak-dia-day-31: Nest + eBeak Día Day ’31'],
  ['Monday, October 4 (DenCon)', 'dencon: DenCon'],
  ['Dens on Cliffs Day', 'dens-on-cliffs-day: Dens on Cliffs Day'],
  ['Night Day at BurrowCon EU', 'night-day: Night Day, and doubted'],
  ['Monday, Day 1', 'day-1: Day 1, and doubted'],
])('An event is read from a heading: “%s”', (heading, event) => {
  const drafted = makeDraft(`## ${heading}\n\n[Nests - Ann Aas, Gull](${LINK})\n\n${TIME}`);
  const events = drafted.guide.events.map(({ id, name }) => `${id}: ${name}`);
  const isDoubted = doubtLines(drafted).some((one) => one.includes(' event: '));
  expect(`${events.join()}${isDoubted ? ', and doubted' : ''}`).toBe(event);
});
