import { describe, expect, test } from 'vitest';
import { doubtLines, listTimes, makeDraft } from '../drafted.ts';

const NESTS = '[Nests](https://tidecon32.sched.com/event/4Gn01)';

/** Start and end read from a text below a session, with the date if it is not October 4, and with the zone as written. */
function readTime(text: string): string {
  const drafted = makeDraft(`## October 4, 2032\n\n${NESTS}\n\n${text}`);
  const zone = / zone: .*?“(.+?)”/u.exec(doubtLines(drafted).join('\n'))?.[1];
  const [times = ''] = listTimes(drafted);
  return `${times.replace(/^4Gn01 (?:2032-10-04T)?/u, '')}${zone ? ` ${zone}` : ''}`;
}

const timeDoubts = (post: string, year?: number) =>
  doubtLines(makeDraft(post, year ? { year } : {}))
    .filter((one) => one.includes(' time: '))
    .join('\n');

describe('a time of day is read', () => {
  test.each([
    ['11:50 - 12:15 PM', '11:50 12:15'],
    ['12:00 AM - 12:30 AM', '00:00 00:30'],
    ['2:30pm – 3', '14:30 15:00'],
    ['11:30 AM - 1:00', '11:30 13:00'],
    ['between 2 and 3pm', '14:00 15:00'],
    ['9 - 5 PM', '09:00 17:00'],
    ['9-10am', '09:00 10:00'],
    ['9:00 a.m. to 9:30 a.m. ET', '09:00 09:30 ET'],
    ['10:00 AM EST — 10:30 AM EST', '10:00 10:30 EST'],
    ['10:00 – 10:30 Eastern Time', '10:00 10:30 Eastern Time'],
    ['10:40 - 11:05 (UTC+2)', '10:40 11:05 UTC+2'],
    ['10:00-10:30UTC', '10:00 10:30 UTC'],
    ['10:00 UTC – 10:30 UTC', '10:00 10:30 UTC'],
    ['10:00 GMT - 10:30 GMT', '10:00 10:30 GMT'],
    ['10h30 - 11h00', '10:30 11:00'],
    ['17:00 till 17:30h', '17:00 17:30'],
    ['18:30pm - 18:35pm', '18:30 18:35'],
    ['noon - 1pm', '12:00 13:00'],
    ['11pm until midnight', '23:00 2032-10-05T00:00'],
    ['11:45 - 12:30 AM', '23:45 2032-10-05T00:30'],
    ['14:43:30 - 14:48', '14:43 14:48'],
    ['at 14:00 (30 min)', '14:00 14:30'],
    ['Oct. 5th @ 10:00AM-10:30AM', '2032-10-05T10:00 10:30'],
    ['Tuesday, October 5 2:00pm', '2032-10-05T14:00 ?'],
    ['October 5 - 9:00 AM', '2032-10-05T09:00 ?'],
    ['Hall 2 - 11:00 AM', '11:00 ?'],
  ])('from “%s”', (text, times) => {
    expect(readTime(text)).toBe(times);
  });

  test.each([
    '24/7',
    'in 90 days, or 10 at most',
    'v1.16.0 and 1.18 - 1.19',
    'at $10:30',
    '25:10 or 12:75',
    'https://a.example:8080/10:30',
    'fe80:12:34',
  ])('not from “%s”', (text) => {
    expect(readTime(text)).toBe('? ?');
  });

  test.each([
    ['1:30 - 2:00', 'before or after noon'],
    ['01:30 - 02:00', ''],
    ['1:30 - 2:00 PM', ''],
    ['15:00 - 14:00', 'ends before it starts'],
    ['15:00 - 15:00', 'ends as it starts'],
    ['10:00 - 9:30 AM', 'ends before it starts'],
    ['3:00 - 3:00 PM', 'ends as it starts'],
    ['22:00 - 06:00', ''],
    ['9 AM - 9 PM', ''],
    ['14:43:30 - 14:48', 'the seconds were left out'],
    ['midnight - 12:30am', 'the beginning or the end of the day'],
    ['10:00 – 10:30 Zulu', '“Zulu” is an unknown zone'],
    ['Monday, October 4, and Tuesday, October 5, 2032, 10:00 - 10:30', 'Monday, October 4 is there too: another day?'],
    ['Monday, October 4, 10:00 - 10:30 (once more on Wednesday)', 'Wednesday is there too: another day?'],
    ['Monday, October 4, 23:00 - Tuesday, October 5, 01:00', ''],
  ])('from “%s” with the doubt “%s”', (text, doubt) => {
    const doubts = timeDoubts(`## October 4, 2032\n\n${NESTS}\n\n${text}`);
    if (doubt) expect(doubts).toContain(doubt);
    else expect(doubts).toBe('');
  });
});

describe('a date is read', () => {
  const readDay = (text: string) =>
    listTimes(makeDraft(`TideCon: October 4-7, 2032\n\n${NESTS}\n\n${text}, 10:00 - 10:30`))[0]?.slice(6, 16);

  test.each([
    ['the 5th of October', '2032-10-05'],
    ['Tuesday 5th of October', '2032-10-05'],
    ['18.11.2032', '2032-11-18'],
    ['Wed 6: a talk', '2032-10-06'],
  ])('from “%s”', (text, date) => {
    expect(readDay(text)).toBe(date);
  });

  test.each(['it may 5 people help', 'march 3 miles', 'version 11.10', 'the sun is up'])('not from “%s”', (text) => {
    expect(readDay(text)).toBe('? ?');
  });

  test.each([
    ['10 – 13 November', '2032-11-10', '2032-11-13'],
    ['November 30 to December 2', '2032-11-30', '2032-12-02'],
    ['1st to the 4th of April 2032', '2032-04-01', '2032-04-04'],
    ['Tuesday 5 October - Thursday October 7', '2032-10-05', '2032-10-07'],
    ['December 31 - January 1', '2032-12-31', '2033-01-01'],
    // Too long for an event, so only the date of the session counts.
    ['November 1 - 30', '2032-11-01', '2032-11-01'],
  ])('as first and last day from “%s”', (text, first, last) => {
    const { guide } = makeDraft(`${text}\n\n${NESTS}\n\n${first}, 10:00 - 10:30`, { year: 2032 });
    expect([guide.firstDay, guide.lastDay]).toEqual([first, last]);
  });
});

describe('the date of a session', () => {
  const TIME = '10:00 - 10:30';

  test('is in the year that matches its day of the week', () => {
    const post = `# TideCon 2031 and 2032\n\n${NESTS}, Monday, October 4, ${TIME}`;
    expect(listTimes(makeDraft(post))).toEqual(['4Gn01 2032-10-04T10:00 10:30']);
    expect(timeDoubts(post)).toContain('the year 2032 was taken, because');
  });

  test('is in the year nearest to the date of the post', () => {
    const post = (day: string) => `---\ndate: 2031-12-20\n---\n${NESTS}, ${day}, ${TIME}`;
    expect(listTimes(makeDraft(post('January 8')))).toEqual(['4Gn01 2032-01-08T10:00 10:30']);
    expect(listTimes(makeDraft(post('November 30')))).toEqual(['4Gn01 2031-11-30T10:00 10:30']);
    expect(timeDoubts(post('January 8'))).toContain('the year 2032 was taken from the date of the post');
  });

  test.each([
    ['October 4', undefined, 'the post has no year: use --year'],
    ['04/05/2032', undefined, 'is a different day in different countries'],
    ['November 31', 2032, 'no year has a day 31'],
    ['October 5 (Monday)', 2032, 'the post says Monday, but 2032-10-05 is a Tuesday'],
  ])('is doubted: %s', (day, year, doubt) => {
    expect(timeDoubts(`${NESTS}, ${day}, ${TIME}`, year)).toContain(doubt);
  });

  test('is doubted if a day of the week matches two dates, or none', () => {
    const post = (day: string) => `October 4-6, 2032, and October 12, 2032\n\n## Talks\n\n${NESTS}\n\n${day}, ${TIME}`;
    expect(timeDoubts(post('Tuesday'))).toContain('which Tuesday? it may be 2032-10-05 or 2032-10-12');
    expect(timeDoubts(post('Friday'))).toContain('which Friday? no date in the post matches');
  });
});
