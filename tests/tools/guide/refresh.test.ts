import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../tools/guide/command.ts';
import { parseGuide } from '../../../tools/guide/parse.ts';
import { refresh } from '../../../tools/guide/refresh.ts';
import {
  CHANGED,
  EVENTS,
  eventsBut,
  guide,
  type Invented,
  NOW,
  place,
  sessionsIn,
  short,
  utc,
  withIds,
  writeCalendar,
} from './refreshed.ts';

describe('a calendar without changes', () => {
  test.each([
    ['with short ids in its addresses', short, []],
    ['with hashes and a page that maps them', {}, ['page']],
  ])('%s changes no fact in the guide, and exits with 0', async (_, how, page) => {
    const { run, read, page: list } = place(writeCalendar(EVENTS, how));
    const before = read();
    const { code, text } = await run('--write', ...(page.length > 0 ? list : []));
    expect(text).toContain('harbour.sched.com (harbour): 4 sessions of the guide, 4 events in all.ics.');
    expect(text).toContain('Nothing differs.');
    expect(code).toBe(0);
    expect(JSON.parse(read().replace(/,?\s*"schedId": "[0-9a-f]{32}"/gu, ''))).toEqual(JSON.parse(before));
    expect(read() === before).toBe(page.length === 0);
  });

  test('is matched by Sched’s second ids from an earlier page, without asking for one', async () => {
    const { run, read, page } = place(writeCalendar(EVENTS));
    await run('--write', ...page);
    expect(sessionsIn(read()).map((one) => 'schedId' in one)).toEqual([true, true, true, true, false]);
    const { text, code } = await run();
    expect([text.includes('--page'), text.includes('Nothing differs.'), code]).toEqual([false, true, 0]);
  });

  test('is matched by ids, not by title and time', async () => {
    const other = eventsBut({ '1Bbbb': { id: '1bbbb' } });
    const { text, code } = await place(writeCalendar(other, short)).run();
    expect(text).toMatch(/No longer there:\n {4}1Bbbb A Mast, a Plan/u);
    expect(code).toBe(1);
  });
});

describe('an unclear event', () => {
  test.each([
    ['a whole day', { times: ['DTSTART;VALUE=DATE:20300507'] }, 'on the whole of 2030-05-07'],
    ['a broken time', { times: utc('20301340T070000Z', '20301340T080000Z') }, '2030-13-40T07:00:00Z does not exist'],
    [
      'a day that does not exist',
      { times: utc('20300231T070000Z', '20300231T080000Z') },
      '2030-02-31T07:00:00Z does not exist',
    ],
    ['words for a time', { times: utc('soon', 'later') }, 'soon'],
    [
      'an unknown zone',
      { times: ['DTSTART;TZID=Nowhere/Town:20300506T070000', 'DTEND:20300506T073000Z'] },
      'Nowhere/Town',
    ],
    ['an end before the start', { times: utc('20300506T070000Z', '20300506T060000Z') }, 'it ends before'],
    ['no end', { times: ['DTSTART:20300506T070000Z'] }, 'it has no end'],
    ['no start', { times: [] }, 'it has no start'],
    ['no title', { title: '' }, 'has no title'],
  ])('is reported and not patched: %s', async (_, change, why) => {
    const { run, read } = place(withIds({ '1Aaaa': change }));
    const before = read();
    const { text, code } = await run('--write');
    expect(text).toContain('Unclear, please check:\n    1Aaaa Rope and Knots');
    expect(text).toContain(why);
    expect(text).toContain('There is nothing to patch.');
    expect([code, read()]).toEqual([1, before]);
  });

  test('is reported and not patched: a session that is there twice, at two times', async () => {
    const twice = [...EVENTS, { ...EVENTS[0], times: utc('20300507T070000Z', '20300507T073000Z') } as Invented];
    const { text } = await place(writeCalendar(twice, short)).run();
    expect(text).toContain('the calendar has it 2 times, with different facts');
    expect(text).toContain('There is nothing to patch.');
  });

  test('is not written if the guide would fail its check, while other changes are', async () => {
    const { run, read } = place(
      withIds({ '1Aaaa': { times: utc('20300601T070000Z', '20300601T073000Z') }, '1Dddd': { room: 'Pier' } }),
    );
    const { text, code } = await run('--write');
    expect(text).toMatch(
      /Not in the patch, because the guide would not pass its check: 1Aaaa\n {2}sessions\[\d\]\.start: /u,
    );
    expect(code).toBe(1);
    expect(sessionsIn(read()).map(({ start }) => start)).toEqual(guide.sessions.map(({ start }) => start));
    expect(sessionsIn(read())[3]?.changes).toHaveLength(1);
    expect(() => parseGuide(read(), 'guide.json')).not.toThrow();
  });
});

describe('a calendar without short ids', () => {
  test('gives only guesses and no patch, with instructions for certainty', async () => {
    const { run, read } = place(
      writeCalendar(eventsBut({ ...CHANGED, '1Bbbb': { title: 'Planning - Ada Brook & Bo Lind' } })),
    );
    const before = read();
    const { text, code } = await run('--write');
    expect(text).toContain('No event there has the session’s short id');
    expect(text).toContain('save https://harbour.sched.com/list/simple in a browser, as HTML, and add --page');
    expect(text).toMatch(/Moved:\n {2}\? 1Aaaa/u);
    expect(text).toMatch(/Renamed:\n {2}\? 1Bbbb A Mast, a Plan\n {6}now {2}Planning/u);
    expect(text).toMatch(/No longer there:\n {2}\? 1Cccc/u);
    expect([code, read()]).toEqual([1, before]);
  });

  test('never matches a session by its title alone', async () => {
    const same = { title: 'Low Tide', times: utc('20300506T060000Z', '20300506T063000Z') };
    const { text } = await place(writeCalendar(eventsBut({ '1Dddd': same }))).run();
    expect(text).toMatch(/No longer there:\n {2}\? 1Dddd/u);
    expect(text).not.toContain('Moved');
  });

  test('and without addresses needs --site', async () => {
    const bare = place(writeCalendar(EVENTS, { address: () => '' }));
    await expect(bare.run()).rejects.toThrow('No event of all.ics has an address, so its site is unknown');
    expect((await bare.run('--site', 'harbour', ...bare.page)).code).toBe(0);
  });
});

describe('sessions outside the guide', () => {
  const sail = { title: 'How to Sail', times: utc('20300507T120000Z', '20300507T123000Z') };

  test('are listed if they mention its subject, and never added', async () => {
    const more = [
      { ...sail, id: '1Ffff', title: 'Engines', description: 'Why not sail?' },
      { ...sail, id: '1Gggg' },
      { ...sail, id: '1Hhhh', title: 'Water' },
      { ...sail, id: '1Iiii', title: 'Sailors' },
    ];
    const { run, read } = place(writeCalendar([...EVENTS, ...more], short));
    const before = read();
    const { text, code } = await run('--write');
    expect(text).toContain(
      'Candidates for the guide, never added automatically:\n    Engines\n      mentions sail, 2030-05-07',
    );
    expect(text).toContain('How to Sail');
    expect(text).not.toMatch(/Water|Sailors/u);
    expect([code, read()]).toEqual([0, before]);
  });

  test('are listed up to a limit of twenty', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...sail, id: `2aa${index}` }));
    const { text } = await place(writeCalendar([...EVENTS, ...many], short)).run();
    expect(text.match(/How to Sail/gu)).toHaveLength(20);
    expect(text).toContain('and 5 more');
  });
});

describe('the refresh command', () => {
  const foreign = writeCalendar(EVENTS, { host: 'elsewhere.sched.com' });
  const both = writeCalendar(EVENTS, short) + writeCalendar(EVENTS.slice(0, 1), { ...short, host: 'river.sched.com' });

  test.each([
    [
      'a calendar of a foreign host',
      foreign,
      [],
      'all.ics is from elsewhere.sched.com, which is not a site of the guide',
    ],
    ['a site other than the calendar’s', writeCalendar(EVENTS), ['--site', 'river'], 'which is not river.sched.com'],
    ['a site that the guide does not have', writeCalendar(EVENTS), ['--site', 'lake'], 'The guide has no site “lake”'],
    ['a calendar of two sites', both, [], 'Choose one with --site'],
    ['a page instead of a calendar', '<!doctype html>', [], 'is a page, not a calendar'],
    ['an empty file', '', [], 'is empty. Save https:'],
    ['an event alone', 'BEGIN:VEVENT\nEND:VEVENT', [], 'is not a calendar'],
    ['an empty calendar', writeCalendar([]), [], 'has no events'],
    ['a truncated calendar', writeCalendar(EVENTS).slice(0, -40), [], 'is broken or truncated'],
    ['a broken line', writeCalendar(EVENTS).replace('VERSION:2.0', 'VERSION 2.0'), [], 'is broken or truncated'],
    ['a missing calendar', '', ['--ics', '/nowhere/all.ics'], 'there is no such file'],
    ['a missing page', writeCalendar(EVENTS), ['--page', '/nowhere/list.html'], 'there is no such file'],
    ['a second guide', writeCalendar(EVENTS), ['another.json'], 'One file at a time'],
    ['a day that does not exist', writeCalendar(EVENTS), ['--as-of', '2030-13-01'], '--as-of 2030-13-01 is not a date'],
    ['an unknown option', writeCalendar(EVENTS), ['--wite'], '--wite'],
  ])('refuses with instructions: %s', async (_, calendar, args, why) => {
    const { run, read, folder } = place(calendar);
    const before = read();
    const refused = run('--write', ...args);
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(why);
    expect(read()).toBe(before);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('refuses a page without sessions of the site', async () => {
    const { run, folder } = place(writeCalendar(EVENTS));
    await expect(run('--page', join(folder, 'guide.json'))).rejects.toThrow('lists no session of harbour.sched.com');
  });

  test('refuses to run without a calendar, or with a guide that fails its check', async () => {
    await expect(refresh([], NOW)).rejects.toThrow('Name it with --ics');
    const { run } = place(writeCalendar(EVENTS), { ...guide, zone: 'Nowhere/Town' });
    await expect(run()).rejects.toThrow(/Nowhere\/Town[\s\S]*Fix these first/u);
  });

  test('compares the site given with --site if a calendar has two', async () => {
    expect((await place(both).run('--site', 'harbour')).text).toContain('4 events');
  });
});
