import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Drafted, doubtLines, makeDraft, postText, speakersIn } from '../drafted.ts';

/** The facts that a person reads in a post: title, kind, start and end, speakers with their companies. */
type Row = [title: string, kind: string, times: string, speakers: string];

const day = (date: string, times: string) => times.replace(/\d\d:\d\d/gu, (time) => `2033-03-${date}T${time}`);
const row = (title: string, times: string, speakers: string, kind = 'talk', date = '08'): Row => [
  title,
  kind,
  day(date, times),
  speakers,
];
const ILSE = 'Ilse Brandt (Reed Works)';
const KOFI = 'Kofi Mensah (Lamp Labs)';
const YARA = 'Yara Noor (Reed Works)';
const TOMAS = 'Tomas Reyes (Reed Works)';

/** The expected facts by post and session. `reported` is an address without a session, which must be reported. */
const POSTS: Record<string, Record<string, Row | 'reported'>> = {
  addresses: {
    '5Kj01': row('Bridges', '14:00 14:35', ILSE),
    'u=https%3A%2F%2Fmarsh33.sched.com%2Fevent%2F5Kj02': 'reported',
    'event/5Kj03': 'reported',
    'session:5Kj04': 'reported',
    '5Kj05': 'reported',
    '5Kj06': 'reported',
    '5Kj07': row('Canals', '18:00 18:35', ''),
  },
  cards: {
    '5Kc01': row('Lighting the Causeway', '09:10 09:35', ILSE),
    '5Kc02': row('Lamps Explained', '09:40 10:05', `${KOFI}, Yara Noor (Lamp Labs)`),
    '5Kc03': row('⚡ One Wick', '10:10 10:15', 'Tomas Reyes', 'lightning talk'),
  },
  'days-in-soft-lines': {
    '5Kh01': row('Lantern Walk by the River', '19:00 ', ''),
    '5Kh02': row('Bridges at Night', '09:00 ', ILSE, 'talk', '09'),
  },
  'headings-of-two-events': {
    '5Ke01': row('Fog Lamps', '14:00 14:35', ILSE),
    '5Ke02': row('Storm Lamps', '14:00 14:35', KOFI, 'talk', '09'),
  },
  'link-text-wins': {
    '5Kb01': row('Sponsored Keynote: Light Without Fire', '14:55 15:00', ILSE, 'keynote'),
    '5Kb02': row('Embers', '15:05 15:30', KOFI),
    '5Kb03': row('?', '16:05 16:30', KOFI),
    '5Kb04': row('Keynote: The Long Night', '17:05 17:30', ILSE, 'keynote'),
  },
  'links-elsewhere': {
    '5Ki01': row('Lamp Parade Sponsored by Lamp Labs', '18:00 ', ''),
    'events.example.org/x': 'reported',
    '5Ki02': row('Wick Workshop', '21:00 ', ''),
    'example.org/y': 'reported',
  },
  'odd-times': {
    '5Kd01': row('Dusk', '?', ILSE),
    '5Kd02': row('Dawn', '14:30 15:00', KOFI),
    '5Kd03': row('Midday', '11:30 12:00', YARA),
    '5Kd04': row('Torches', '15:30 16:00', TOMAS),
    '5Kd05': row('Beacons', '16:30 17:00', TOMAS),
    '5Kd06': row('Candles', '11:00 12:00', YARA),
  },
  'one-address-twice': {
    '5Kf01': row('Bridges at Night', '14:00 14:35', ILSE),
    '5Kf02': row('Ferries', '16:00 16:35', YARA),
  },
  'other-languages': {
    '5Km01': row('Bridges at Night', '09:00 09:30', ILSE),
    '5Km02': row('Tunnels by Day', '10:00 10:30', KOFI, 'talk', '09'),
  },
  'people-one-company': {
    '5Ka01': row('Wicks for Everyone', '09:00 09:30', `${ILSE}, ${TOMAS}, ${YARA}, ${KOFI}`),
    '5Ka02': row('Oil or Gas', '10:00 10:30', 'Ilse Brandt (Heroku / Salesforce)'),
    '5Ka03': row('Glass Makers', '11:00 11:30', 'Kofi Mensah (Sand & Glass Ltd), Yara Noor (Reed)'),
    '5Ka04': row('Shades', '12:00 12:30', 'Tomas Reyes (Reed), Yara Noor'),
    '5Ka05': row('Flames', '13:00 13:30', KOFI),
    '5Ka06': row('Sparks', '14:00 14:30', KOFI),
  },
  table: {
    '5Kk01': row('Bridges at Night', '09:00 09:30', ILSE),
    '5Kk02': row('Welcome to the Dark', '10:00 10:30', KOFI),
    'Open Hour': 'reported',
  },
  'vague-links': {
    '6Aa01': row('Strings That Hold', '10:00 10:30', ILSE, 'talk', '07'),
    '6Aa02': row('Tails and Tales', '11:00 11:30', KOFI, 'talk', '07'),
    '6Aa03': row('Big Wings', '12:00 12:30', 'Yara Noor, Tomas Reyes', 'talk', '07'),
  },
  'people-in-titles': {
    '6Ah01': row('Strings', '10:00 10:30', `${ILSE}, Kofi Mensah (Reed Works)`, 'talk', '07'),
    '6Ah02': row('Tails', '11:00 11:30', `${ILSE}, ${KOFI}, Yara Noor`, 'talk', '07'),
    '6Ah03': row('Wings', '12:00 12:30', ILSE, 'talk', '07'),
    '6Ah04': row('How Kites Fly', '13:00 13:30', 'Ilse Brandt', 'talk', '07'),
    '6Ah05': row('Dunes', '14:00 14:30', `${KOFI}, Yara Noor (Lamp Labs)`, 'talk', '07'),
    '6Ah06': row('Sand', '15:00 15:30', 'Dr. Tomas Reyes (University of Reed), Yara Noor (Lamp Labs)', 'talk', '07'),
    '6Ah07': row('?', '16:00 16:30', 'Ilse Brandt', 'talk', '07'),
    '6Ah08': row('Storms', '17:00 17:30', `${ILSE}, ${KOFI}`, 'talk', '07'),
  },
  'who-is-who': {
    '6Ba01': row('Tails for Tall Kites', '09:00 09:30', '', 'talk', '07'),
    '6Ba02': row('Wing Theory', '10:00 10:30', `Ilse Brandt (Lamp Labs), ${KOFI}, ${YARA}`, 'talk', '07'),
    '6Ba03': row('Loops and Hitches', '11:00 11:30', 'Ilse Brandt, Tomas Reyes', 'talk', '07'),
    '6Ba04': row('Gusts in the Valley', '12:00 12:30', ILSE, 'talk', '07'),
    '6Ba05': row('Bends in the Line', '13:00 13:30', `Tomas Reyes (Sail Hub), ${YARA}`, 'talk', '07'),
    '6Ba06': row('Draft and Trim', '14:00 14:30', `${ILSE}, ${KOFI}`, 'talk', '07'),
    '6Ba07': row('Rigging the Big Sails', '15:00 15:30', 'Tomas Reyes', 'talk', '07'),
  },
  'days-and-rooms': {
    '6Bb01': row('Lift and Drag', '10:00 10:30', ILSE, 'talk', '07'),
    '6Bb02': row('Pitch and Roll', '11:00 11:30', KOFI, 'talk', '07'),
    Yaw: 'reported',
    '6Bb03': row('The Wrong Day', '14:00 14:30', ILSE, 'talk', '07'),
    '6Bb04': row('Spools and Reels', '15:00 15:30', '', 'talk', '07'),
    '6Bb05': row('Reels and Rods', '16:00 16:30', '', 'talk', '07'),
    '6Bb06': row('Lines in Another Language', '17:00 17:30', KOFI, 'talk', '14'),
    '6Bb07': row('Under One Time', '18:00 18:30', KOFI, 'talk', '07'),
    '6Bb08': row('After Dinner and Untimed', '?', ILSE, 'talk', '07'),
    '6Bb09': row('One Time in Two Zones', '?', ILSE, 'talk', '07'),
  },
  'title-and-by-line': { '5Kg01': row('Bridges at Night', '16:05 16:10', '?') },
};

const FIELDS = ['title', 'kind', 'time', 'speakers'];

/** Counts the fields of a post that are right, doubted, and wrong without a doubt. */
function countKinds(drafted: Drafted, expected: Record<string, Row | 'reported'>) {
  const counts = { right: 0, doubted: 0, wrong: [] as string[] };
  const doubts = doubtLines(drafted);
  const people = speakersIn(drafted);
  for (const [id, values] of Object.entries(expected)) {
    if (values === 'reported') {
      if (doubts.some((one) => one.includes(id))) counts.doubted++;
      else counts.wrong.push(`${id} vanished`);
      continue;
    }
    const session = drafted.guide.sessions.find((one) => one.id === id);
    const read = [session?.title, session?.kind, session && `${session.start} ${session.end}`, people[id]];
    for (const [index, field] of FIELDS.entries()) {
      const isDoubted = doubts.some((one) => one.includes(` ${id} ${field}:`) || one.includes(` ${id}:`));
      if (isDoubted) counts.doubted++;
      else if (read[index] === values[index]) counts.right++;
      else counts.wrong.push(`${id} ${field}: ${read[index]}`);
    }
  }
  return counts;
}

describe('a draft from a post with slips', () => {
  const counts = Object.entries(POSTS).map(([name, expected]) => {
    const drafted = makeDraft(postText(`slips/${name}.md`), { zone: 'Europe/Berlin' });
    return { name, drafted, expected, ...countKinds(drafted, expected) };
  });

  test.each(counts)('has only right or doubted facts, and drops no session: $name', ({ wrong, drafted, expected }) => {
    expect(wrong).toEqual([]);
    const known = Object.keys(expected).filter((id) => expected[id] !== 'reported');
    expect(drafted.guide.sessions.map(({ id }) => id).sort()).toEqual(known.sort());
  });

  test('doubts an event if its heading has two names, or more than its name', () => {
    const { drafted } = counts.find(({ name }) => name === 'headings-of-two-events') ?? {};
    const lines = drafted ? doubtLines(drafted).filter((one) => one.includes(' event: ')) : [];
    expect(lines.map((one) => one.split(' ')[1])).toEqual(['5Ke01', '5Ke02']);
  });

  test('matches the counts in the documentation', async () => {
    const rows = counts.map(
      ({ name, right, doubted, wrong }) => `| ${name} | ${right} | ${doubted} | ${wrong.length} |`,
    );
    const sum = (field: 'right' | 'doubted') => counts.reduce((all, one) => all + one[field], 0);
    const wrong = counts.reduce((all, one) => all + one.wrong.length, 0);
    const table = [
      '# How reliable a draft is',
      '',
      'These invented posts (`tests/tools/guide/posts/slips`) are full of slips that real posts have. For each, this table counts the titles, kinds,',
      'times and speakers that `npm run guide -- draft` reads right, those for which it asks a person (a link that no session can be drafted from',
      'counts as one), and those that are wrong without a doubt.',
      '',
      '| post | right | doubted | wrong without a doubt |',
      '| --- | --- | --- | --- |',
      ...rows,
      `| all | ${sum('right')} | ${sum('doubted')} | ${wrong} |`,
      '',
      `\`${basename(import.meta.url)}\` counts them. After a change, \`npx vitest run --project unit slips -u\` writes this file.`,
      '',
    ];
    await expect(table.join('\n')).toMatchFileSnapshot('../../../../docs/draft-reliability.md');
  });
});
