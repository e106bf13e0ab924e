import { describe, expect, test } from 'vitest';
import { doubtLines, listTimes, makeDraft } from '../drafted.ts';

const SITE = 'https://tidecon32.sched.com';

/** The sessions of a post other than Eggs, with their sites, and the doubts. */
function follow(href: string) {
  const drafted = makeDraft(`[Eggs](${SITE}/event/4Gn0b), Oct 4, 2032, 9:00 - 9:30 AM\n\n[Nests in Cliffs](${href})`);
  const found = drafted.guide.sessions.filter(({ id }) => id !== '4Gn0b').map(({ id, site }) => `${id} ${site}`);
  return { found, doubtLines: doubtLines(drafted).join('\n') };
}

describe('an address leads to a session', () => {
  test.each([
    `${SITE}/event/4Gn0a/`,
    `${SITE}/event/4Gn0a?utm_source=blog&utm_campaign=x`,
    `${SITE}/event/4Gn0a.`,
    'http://TideCon32.Sched.com/event/4Gn0a',
    '//tidecon32.sched.com/event/4Gn0a',
  ])('%s', (href) => {
    expect(follow(href)).toEqual({ found: ['4Gn0a tidecon32'], doubtLines: expect.not.stringContaining('broken') });
  });

  test('even with another address stuck to it, with a doubt', () => {
    const { found, doubtLines } = follow('http://tidecon32.sched.com/event/4Gn0As://tidecon32.sched.com/event/4Gn0A');
    expect(found).toEqual(['4Gn0A tidecon32']);
    expect(doubtLines).toContain('4Gn0A id: its address is broken');
  });

  test.each([
    `${SITE}/venue/Hall+1`,
    `${SITE}/overview/type/Night+Day`,
    `${SITE}/2032-10-04/overview`,
    `${SITE}/event/`,
    'https://sched.co/list',
    'https://sched.com.example.com/event/4Gn0a',
    'https://example.com/event/4Gn0a',
    '/event/4Gn0a',
    'mailto:ann@tidecon32.sched.com',
    'javascript:alert(1)',
  ])('but not for “%s”', (href) => {
    expect(follow(href)).toEqual({ found: [], doubtLines: expect.not.stringContaining('Nests') });
  });

  test.each([
    ['HOST/event/50c69a019a6fb2935d5f19cbb30f0ce3', 'second id'],
    ['HOST/#', 'leads to a programme'],
    ['HOST/mobile/?session=4Gn0a', 'leads to a programme'],
    ['HOST/mobile/event/4Gn0a', 'not have the path /event/ID'],
    ['HOST//event/4Gn0a', 'not have the path /event/ID'],
    ['https://l.example.org/l?u=https%3A%2F%2Fsched.co%2F4Gn0a', 'goes through l.example.org'],
    ['https://tidecon32.sched.org/event/4Gn0a', 'not an address of NAME.sched.com'],
    [
      'http://www.google.com/url?q=https%3A%2F%2Ftidecon32.sched.com%2Fevent%2F4Gn0a&sa=D',
      'goes through www.google.com',
    ],
    ['https://web.archive.org/web/2032/https://tidecon32.sched.com/event/4Gn0a', 'goes through web.archive.org'],
  ])('unless it can’t be used, which is reported: %s', (href, why) => {
    const { found, doubtLines } = follow(href.replace('HOST', SITE));
    expect(found).toEqual([]);
    expect(doubtLines).toMatch(new RegExp(`“Nests in Cliffs”: it .*${why}`, 'u'));
  });
});

describe('a session with several links', () => {
  test('is one session, with the facts beside each link', () => {
    const link = `${SITE}/event/4Gn0a`;
    const post = `# TideCon 2032\n\nDon’t miss [Ann’s talk](${link}).\n\n## October 4\n\n[![](n.png)](${link})\n**[Nests](${link})** by Ann Aas, Gull<br>10:00 - 10:30\n\nSee [more](${link}).`;
    const drafted = makeDraft(post);
    expect(listTimes(drafted)).toEqual(['4Gn0a 2032-10-04T10:00 10:30']);
    expect(drafted.guide.sessions[0]).toMatchObject({
      title: 'Nests',
      speakers: [{ name: 'Ann Aas', organisation: 'Gull' }],
    });
    expect(drafted.doubts.alternatives).toEqual([]);
  });

  test('has the site of the only address that names one', () => {
    const drafted = makeDraft(`[Nests](https://sched.co/4Gn0a), Oct 4, 10:00 - 10:30\n\n[Nests](${SITE}/event/4Gn0a)`, {
      year: 2032,
    });
    expect(drafted.guide.sessions.map(({ id, site }) => `${id} ${site}`)).toEqual(['4Gn0a tidecon32']);
  });
});

test('An address that is not in a link is doubted, even in a comment', () => {
  const post = `[Eggs](${SITE}/event/4Gn0b)\n\n\`\`\`\n${SITE}/event/4Gn0c\n\`\`\`\n\n<!-- ${SITE}/event/4Gn0d -->`;
  const reported = doubtLines(makeDraft(`${post}\n\n{{/* [Wings](${SITE}/event/4Gn0e) */}}`)).filter((one) =>
    one.includes('/event/'),
  );
  expect(reported).toEqual([
    `4 ${SITE}/event/4Gn0c: is not in a link: add the session if it is one`,
    `7 ${SITE}/event/4Gn0d: is commented out: add the session if it takes place`,
    `9 ${SITE}/event/4Gn0e: is commented out: add the session if it takes place`,
  ]);
});

describe('the zone', () => {
  const findZone = (text: string, zone?: string) => {
    const drafted = makeDraft(`[Eggs](${SITE}/event/4Gn0b), ${text}`, zone ? { zone } : {});
    return { zone: drafted.guide.zone, times: listTimes(drafted)[0], doubtLines: doubtLines(drafted).join('\n') };
  };

  test('is the one named with the times, with a doubt', () => {
    const { zone, doubtLines } = findZone('Nov 10, 2025, 10:00 - 10:30 AM EST');
    expect(zone).toBe('America/New_York');
    expect(doubtLines).toContain('1 zone: America/New_York was taken for “EST”');
  });

  test('is that of a city in the post if the abbreviation is ambiguous', () => {
    expect(findZone('Oct 4, 2032, 10:00 - 10:30 CEST in Oslo').zone).toBe('Europe/Oslo');
    expect(findZone('Oct 4, 2032, 10:00 - 10:30 CEST').zone).toBe('');
    expect(findZone('Nov 10, 2025, 10:00 - 10:30 MST').doubtLines).toContain('may be America/Denver, America/Phoenix');
  });

  test('is never read from a city alone, or from “local time”', () => {
    expect(findZone('Oct 4, 2032, 10:00 - 10:30 in Oslo')).toMatchObject({ zone: '' });
    expect(findZone('Oct 4, 2032, 10:00 - 10:30 local time in Oslo').doubtLines).toContain(
      'the post has none: use --zone',
    );
  });

  test('is the one given; times in UTC are converted to it, with a doubt', () => {
    const { times, doubtLines } = findZone('Oct 4, 2032, 22:30 - 23:30 UTC', 'Europe/Oslo');
    expect(times).toBe('4Gn0b 2032-10-05T00:30 01:30');
    expect(doubtLines).toContain('was converted from UTC to Europe/Oslo');
    expect(findZone('Oct 4, 2032, 22:30 - 23:30 UTC+2', 'Europe/Oslo')).toMatchObject({
      times: '4Gn0b 2032-10-04T22:30 23:30',
      doubtLines: expect.not.stringContaining('converted'),
    });
  });

  test('is doubted for standard time in summer, and the clock time is kept', () => {
    const { times, doubtLines } = findZone('July 4, 2025, 10:00 - 10:30 EST', 'America/New_York');
    expect(times).toBe('4Gn0b 2025-07-04T10:00 10:30');
    expect(doubtLines).toContain('“EST” is not the time in America/New_York on 2025-07-04');
  });
});

describe('the source', () => {
  const writeSource = (post: string) => makeDraft(post).guide.source;

  test('is read from front matter in YAML or TOML', () => {
    const yaml =
      '---\ntitle: "A: B"\npublishdate: 2032-09-01T23:00:00-08:00\nauthors:\n  - name: Ann Aas\n  - Bo Lund\nurl: https://a.example/\n---\n';
    expect(writeSource(yaml)).toEqual({
      title: 'A: B',
      author: 'Ann Aas, Bo Lund',
      organisation: '',
      published: '2032-09-01',
      url: 'https://a.example/',
    });
    expect(
      writeSource('+++\ntitle = "T"\ndate = 2032-09-01T10:00:00Z\nauthor = "Ann Aas (Gull)"\n+++\n'),
    ).toMatchObject({
      title: 'T',
      author: 'Ann Aas',
      organisation: 'Gull',
      published: '2032-09-01',
    });
    expect(writeSource("---\nauthor: '[Ann Aas](https://a.example) (Gull)'\n---\n")).toMatchObject({
      author: 'Ann Aas',
    });
  });

  test('is otherwise the first heading and the author’s line', () => {
    expect(writeSource('# Title\n\n_By Ann Aas, Gull_\n\nText.')).toMatchObject({
      title: 'Title',
      author: 'Ann Aas',
      organisation: 'Gull',
    });
  });

  test.each([
    ['February 3, 2032', '2032-02-03'],
    ['3 Feb 2032', '2032-02-03'],
    ['02/03/2032', ''],
    ['soon', ''],
  ])('has a date that is unambiguous: “%s”', (date, published) => {
    const drafted = makeDraft(`---\ndate: ${date}\n---\n[Eggs](${SITE}/event/4Gn0b), Oct 4, 2032, 10:00 - 10:30`);
    expect(drafted.guide.source.published).toBe(published);
    expect(doubtLines(drafted).some((one) => one.includes(`“${date}” was not read`))).toBe(published === '');
  });

  test('is doubted if the post’s address has another date', () => {
    const post = `---\ndate: 2032-02-03\n---\n[Eggs](${SITE}/event/4Gn0b), Oct 4, 2032, 10:00 - 10:30`;
    const listDoubts = (url: string) => doubtLines(makeDraft(post, { url })).join('\n');
    expect(listDoubts('https://blog.example/2031/02/03/eggs')).toContain('and its path 2031-02-03');
    expect(listDoubts('https://blog.example/2032/02/03/eggs')).not.toContain('its path');
  });

  test('is doubted if the front matter can’t be read', () => {
    const drafted = makeDraft(`---\ntitle: "A\n  b: [\n---\n\n[Eggs](${SITE}/event/4Gn0b), Oct 4, 2032, 10:00 - 10:30`);
    expect(doubtLines(drafted)[0]).toContain('1 source: the front matter can’t be read');
    expect(drafted.guide.sessions).toHaveLength(1);
    expect(doubtLines(drafted).join('\n')).toContain('6 4Gn0b speakers');
  });
});

test('The time to draft does not grow quadratically with the number of sessions', { timeout: 120_000 }, () => {
  const line = (index: number) => {
    const id = index.toString(36).padStart(5, '0');
    return `[Talk ${index} - Ann Aas, Gull](${SITE}/event/${id}?w=100%&x)`;
  };
  const time = '\n\n10:00 - 10:30\n\n';
  // A list under one time, a long paragraph, and sessions with their own times.
  const took = [100, 1000].map((length) => {
    const all = Array.from({ length }, (_, index) => line(index));
    const list = all.slice(0, length / 2).map((one) => `* ${one}\n`);
    const paragraph = all.slice(length / 2, (length * 3) / 4).map((one) => `10:00 - 10:30 ${one} `);
    const rest = all.slice((length * 3) / 4).map((one) => `${one}${time}`);
    const parts = [list, paragraph, rest].map((part) => part.join(''));
    const post = `# TideCon 2032\n\n## October 4${time}${parts[0]}\n## October 5\n\n${parts[1]}\n\n## October 6\n\n${parts[2]}`;
    const start = performance.now();
    const drafted = makeDraft(post);
    const elapsed = performance.now() - start;
    expect(listTimes(drafted).filter((one) => one.endsWith('T10:00 10:30'))).toHaveLength(length);
    return elapsed;
  });
  // Linear would be 10 times, quadratic 100 times. Below a second, timing is too noisy.
  expect(took[1] ?? 0).toBeLessThan(Math.max(40 * (took[0] ?? 0), 1000));
});
