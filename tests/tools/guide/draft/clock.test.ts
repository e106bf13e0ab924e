import { describe, expect, test } from 'vitest';
import { blank, type DateMention, datesIn } from '../../../../tools/guide/draft/calendar.ts';
import { timesIn } from '../../../../tools/guide/draft/clock.ts';
import { Days } from '../../../../tools/guide/draft/days.ts';

/** `10:40-11:05 EST`, as minutes past the first midnight are told: 24:15 is a quarter past the next one. */
function told(text: string): string[] {
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return timesIn(blank(text, datesIn(text))).map(({ start, end, zone }) => {
    return `${clock(start)}-${end === undefined ? '?' : clock(end)}${zone ? ` ${zone}` : ''}`;
  });
}

describe('A time of day is read', () => {
  test.each([
    ['10:40 AM - 11:05 AM', '10:40-11:05'],
    ['09:00 - 09:05 AM', '9:00-9:05'],
    ['09:00 - 09:25', '9:00-9:25'],
    ['11:50 AM - 12:15 PM', '11:50-12:15'],
    ['11:50 - 12:15 PM', '11:50-12:15'],
    ['12:20 - 12:30 PM', '12:20-12:30'],
    ['12:00 AM - 12:30 AM', '0:00-0:30'],
    ['2:30pm – 3pm EST', '14:30-15:00 EST'],
    ['2:30pm – 3', '14:30-15:00'],
    ['11:30 AM - 1:00', '11:30-13:00'],
    ['from 14:00 to 14:30', '14:00-14:30'],
    ['between 2 and 3pm', '14:00-15:00'],
    ['10:40–11:05 am', '10:40-11:05'],
    ['10:40 am-11:05 am', '10:40-11:05'],
    ['9 - 5 PM', '9:00-17:00'],
    ['9-10am', '9:00-10:00'],
    ['9:00 a.m. to 9:30 a.m. ET', '9:00-9:30 ET'],
    ['10:00 AM EST — 10:30 AM EST', '10:00-10:30 EST'],
    ['10:00 – 10:30 Eastern Time', '10:00-10:30 Eastern Time'],
    ['10:40 - 11:05 (UTC+2)', '10:40-11:05 UTC+2'],
    ['10:00-10:30UTC', '10:00-10:30 UTC'],
    ['14:00 – 14:30 local time', '14:00-14:30 local time'],
    ['15:15 -\n15:40', '15:15-15:40'],
    ['10.40 - 11.05 Uhr', '10:40-11:05'],
    ['15.30 - 16:00', '15:30-16:00'],
    ['10h30 - 11h00', '10:30-11:00'],
    ['17:00 till 17:30h', '17:00-17:30'],
    ['9:00 PM PDT / 6:00 AM CEST', '21:00-? PDT', '6:00-? CEST'],
    ['18:30pm - 18:35pm', '18:30-18:35'],
    ['noon - 1pm', '12:00-13:00'],
    ['11pm until midnight', '23:00-24:00'],
    ['23:30 – 00:15', '23:30-24:15'],
    ['11:45 PM - 12:30 AM', '23:45-24:30'],
    ['11:45 - 12:30 AM', '23:45-24:30'],
    ['Monday, 10 November, 22:00 - Tuesday, 11 November, 01:00', '22:00-25:00'],
    ['14:43:30 - 14:48', '14:43-14:48'],
    ['at 14:00 (30 min)', '14:00-14:30'],
    ['at 11:15 BST', '11:15-? BST'],
    ['2031-05-12T10:40 for all', '10:40-?'],
    ['Nov. 11th @ 10:00AM-10:30AM', '10:00-10:30'],
    ['Wednesday, November 12 2:00pm', '14:00-?'],
    ['Hall 2 - 11:00 AM', '11:00-?'],
  ])('in “%s”.', (text, ...times) => {
    expect(told(text)).toEqual(times);
  });

  test.each([
    '24/7',
    'in 90 days, or 10 at most',
    'v1.16.0 and 1.18 - 1.19',
    'at $10:30',
    '25:10 or 12:75',
    'November 10-13',
    '2031-05-12',
    'https://a.example:8080/10:30',
    'fe80:12:34',
  ])('nowhere in “%s”.', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('with a doubt where nothing says which half of the day is meant.', () => {
    expect(timesIn('1:30 - 2:00')[0]?.doubts.join()).toContain('before or after noon');
    expect(timesIn('01:30 - 02:00')[0]?.doubts).toEqual([]);
    expect(timesIn('1:30 - 2:00 PM')[0]?.doubts).toEqual([]);
  });

  test('with what can’t be true: an end long before the start, or at it.', () => {
    expect(timesIn('15:00 - 14:00')[0]?.doubts.join()).toContain('ends before it starts');
    expect(timesIn('15:00 - 15:00')[0]?.doubts.join()).toContain('ends as it starts');
    expect(timesIn('3:00 - 3:00 PM')[0]?.doubts.join()).toContain('ends as it starts');
    expect(timesIn('10:00 - 9:30 AM')[0]?.doubts.join()).toContain('ends before it starts');
    expect(timesIn('22:00 - 06:00')[0]?.doubts).toEqual([]);
    expect(timesIn('9 AM - 9 PM')[0]?.doubts).toEqual([]);
  });
});

/** `2025-11-10`, `?-11-10..11-13 Mon`. */
function dates(text: string): string[] {
  const two = (value: number) => String(value).padStart(2, '0');
  const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  return datesIn(text).map(({ year, month, day, last, weekday }) => {
    const range = last ? `..${two(last.month)}-${two(last.day)}` : '';
    return `${year ?? '?'}-${two(month)}-${two(day)}${range}${weekday === undefined ? '' : ` ${names[weekday]}`}`;
  });
}

describe('A date is read', () => {
  test.each([
    ['Monday, November 10', '?-11-10 Mon'],
    ['Mon. Nov. 10th, 2025', '2025-11-10 Mon'],
    ['Nov 10, 2025', '2025-11-10'],
    ['10 November 2025', '2025-11-10'],
    ['the 10th of November', '?-11-10'],
    ['Tuesday 1st of April', '?-04-01 Tue'],
    ['2025-11-10', '2025-11-10'],
    ['18.11.2025', '2025-11-18'],
    ['November\n10', '?-11-10'],
    ['November 10 (Monday)', '?-11-10 Mon'],
    ['November 10-13, 2025', '2025-11-10..11-13'],
    ['10 – 13 November', '?-11-10..11-13'],
    ['November 30 to December 2', '?-11-30..12-02'],
    ['1st to the 4th of April 2025', '2025-04-01..04-04'],
    ['Wednesday 18 May - Friday May 20', '?-05-18..05-20 Wed'],
    ['November 10 - 9:00 AM', '?-11-10'],
    ['Wed 18: a talk', '?-00-18 Wed'],
    ['Wednesday, 15:00', '?-00-00 Wed'],
  ])('in “%s”.', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  test.each(['it may 5 people help', 'march 3 miles', 'version 11.10', '10:40 - 11:05', 'the sun is up'])(
    'nowhere in “%s”.',
    (text) => {
      expect(dates(text)).toEqual([]);
    },
  );
});

describe('The day that a date means', () => {
  const first = (text: string) => datesIn(text)[0] as DateMention;

  test('is in the year that the post names, and that its day of the week agrees with.', () => {
    expect(new Days([2025], undefined).resolve(first('November 10')).date).toBe('2025-11-10');
    expect(new Days([2024, 2025], undefined).resolve(first('Monday, November 10')).date).toBe('2025-11-10');
  });

  test('is in the next year where the post appeared late, and in the same one where it looks back.', () => {
    expect(new Days([], '2031-12-20').resolve(first('January 8')).date).toBe('2032-01-08');
    expect(new Days([], '2031-12-20').resolve(first('November 30')).date).toBe('2031-11-30');
    expect(new Days([], '2031-12-20').resolve(first('January 8')).doubts.join()).toContain('the year 2032 was taken');
  });

  test('is asked for where no year is named, or a date reads as two days.', () => {
    expect(new Days([], undefined).resolve(first('November 10'))).toEqual({
      date: undefined,
      doubts: ['no year is named anywhere: give --year'],
    });
    expect(new Days([2025], undefined).resolve(first('04/05/2025')).date).toBeUndefined();
    expect(new Days([2025], undefined).resolve(first('November 31')).date).toBeUndefined();
  });

  test('is doubted where it is another day of the week.', () => {
    const day = new Days([2025], undefined).resolve(first('Tuesday, November 10, 2025'));
    expect(day).toEqual({ date: '2025-11-10', doubts: ['the post says Tuesday, but 2025-11-10 is a Monday'] });
  });

  test('is found for a day of the week among the days that the post names, if there is one alone.', () => {
    const days = new Days([2025], undefined);
    expect(days.resolve(first('Wednesday')).doubts.join()).toContain('no date in the post is one');
    days.learn(first('November 10-13, 2025'));
    expect(days.resolve(first('Wednesday')).date).toBe('2025-11-12');
    expect(days.resolve(first('Thu 13 ')).date).toBe('2025-11-13');
    days.learn(first('November 19, 2025'));
    expect(days.resolve(first('Wednesday')).doubts.join()).toContain('2025-11-12 or 2025-11-19');
  });

  test('is none in a range that is too long for an event.', () => {
    expect(new Days([2025], undefined).range(first('November 1 - 30'))).toEqual([]);
    expect(new Days([2025], undefined).range(first('December 31 - January 1'))).toEqual(['2025-12-31', '2026-01-01']);
  });
});
