import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatted } from '../../../../tools/guide/files.ts';
import { parseGuide } from '../../../../tools/guide/parse.ts';
import { CHANGED, FILE, guide, place, sessionsIn, withIds } from '../refreshed.ts';

describe('A calendar in which much has changed', () => {
  test('is told about: moved, renamed, into a room, with other companies, gone.', async () => {
    const { text, code } = await place(withIds(CHANGED)).run();
    expect(code).toBe(1);
    expect(text).toContain(
      'Moved:\n    1Aaaa Rope and Knots\n      from Monday, May 6, 2030, 9:00 – 9:30 AM GMT+2\n      to   Tuesday, May 7, 2030, 10:00 – 10:30 AM GMT+2',
    );
    expect(text).toContain('Renamed:\n    1Bbbb A Mast, a Plan\n      now  A Mast, No Plan');
    expect(text).toContain('Room:\n    1Aaaa Rope and Knots\n      Shed 4');
    expect(text).toContain('Ada Brook, Bo Lind: now Mast Works, in the guide Pier Works');
    expect(text).toContain('No longer there:\n    1Cccc Night Watch');
    expect(text).not.toContain('1Dddd');
    expect(text).not.toContain('1Eeee');
  });

  test('comes with the lines that --write changes.', async () => {
    const { run, read } = place(withIds(CHANGED));
    const printed = (await run()).text;
    expect(printed).toMatch(/^- \d+: +"title": "A Mast, a Plan",$/mu);
    expect(printed).toMatch(/^\+ \d+: +"title": "A Mast, No Plan",$/mu);
    const { code, text } = await run('--write');
    expect(code).toBe(1);
    expect(text).toContain('guide.json. Read the new texts in its “changes”.');
    const [first, second, third] = sessionsIn(read());
    expect([first, second, third].map((one) => one?.id)).toEqual(['1Bbbb', '1Cccc', '1Aaaa']);
    expect(first).toMatchObject({
      title: 'A Mast, No Plan',
      speakers: [{ organisation: 'Mast Works' }, { organisation: 'Mast Works' }],
      changes: [
        { asOf: '2030-04-01', kind: 'title', text: expect.stringContaining('before, it was “A Mast, a Plan”') },
        { asOf: '2030-04-01', kind: 'speakers', text: expect.stringContaining('before Pier Works') },
      ],
    });
    expect(second?.changes).toEqual([
      { asOf: '2030-04-01', kind: 'unpublished', text: expect.stringContaining('no longer on the published schedule') },
    ]);
    expect(third).toMatchObject({
      start: '2030-05-07T10:00',
      end: '2030-05-07T10:30',
      changes: [
        { kind: 'time', text: expect.stringContaining('The time was Monday, May 6, 2030, 9:00 – 9:30 AM') },
        { kind: 'room', text: 'The room is Shed 4, as of the programme of 2030-04-01.' },
      ],
    });
  });

  test('is written so that the guide passes its check, is formatted, and a second time nothing differs.', async () => {
    const { run, read, folder } = place(withIds(CHANGED));
    await run('--write');
    const after = read();
    expect(() => parseGuide(after, 'guide.json')).not.toThrow();
    expect(after).toBe(formatted(after));
    const again = await run('--write');
    expect(again.text).toContain('Nothing differs.');
    expect(again.code).toBe(0);
    expect(read()).toBe(after);
    expect(readdirSync(folder).sort()).toEqual(['all.ics', 'guide.json', 'list.html']);
  });

  test('leaves every line as it was that says nothing of a change, also where a person broke lines.', async () => {
    const { run, read } = place(withIds({ '1Dddd': { room: 'Pier' } }), formatted(JSON.stringify(guide, null, 2)));
    const before = read().split('\n');
    expect(before.length).toBeGreaterThan(FILE.split('\n').length + 20);
    await run('--write');
    const after = read().split('\n');
    const added = after.splice(
      after.findIndex((line) => line.includes('"changes"')),
      after.length - before.length,
    );
    // The line before the new field gets a comma.
    expect(after.join('\n').replace(/\],(\s+\})/gu, ']$1')).toBe(before.join('\n'));
    expect(added.join('\n')).toContain('The room is Pier');
  });

  test('is of the day that --as-of says.', async () => {
    const { run, read } = place(withIds({ '1Cccc': undefined }));
    await run('--write', '--as-of', '2030-03-02');
    expect(sessionsIn(read())[2]?.changes).toEqual([
      { asOf: '2030-03-02', kind: 'unpublished', text: expect.stringContaining('programme of 2030-03-02') },
    ]);
  });
});

describe('Rooms', () => {
  test('are told without the city, and the last one replaces the one before.', async () => {
    const { run, read, save } = place(withIds({ '1Dddd': { room: 'Hall 1, Upper Deck, Harbour Town' } }));
    await run('--write');
    save(withIds({ '1Dddd': { room: 'Hall 11, Harbour Town' } }));
    expect((await run('--write')).text).toContain('Room:\n    1Dddd Low Tide\n      Hall 11');
    const changes = sessionsIn(read()).find(({ id }) => id === '1Dddd')?.changes;
    expect(changes).toEqual([{ asOf: '2030-04-01', kind: 'room', text: expect.stringContaining('Hall 11,') }]);
    expect((await run()).code).toBe(0);
  });

  test('are known once a person has put them into other words.', async () => {
    const change = { asOf: '2030-03-01', kind: 'room', text: 'Held in hall 1 now.' };
    const known = { ...guide, sessions: guide.sessions.map((one) => ({ ...one, changes: [change] })) };
    expect((await place(withIds({ '1Dddd': { room: 'Hall 1' } }), known).run()).code).toBe(0);
    expect((await place(withIds({ '1Dddd': { room: 'Hall 11' } }), known).run()).code).toBe(1);
  });

  test('are none where the location is only the place of the event.', async () => {
    const { code } = await place(withIds({ '1Dddd': { room: 'Old Shed, Harbour Town' } })).run();
    expect(code).toBe(0);
  });
});

describe('A session that was gone', () => {
  const gone = { asOf: '2030-03-01', kind: 'unpublished', text: 'No longer on the schedule.' };
  const without = {
    ...guide,
    sessions: guide.sessions.map((one) => (one.id === '1Cccc' ? { ...one, changes: [gone] } : one)),
  };

  test('is not told again.', async () => {
    expect((await place(withIds({ '1Cccc': undefined }), without).run()).code).toBe(0);
  });

  test('is told when it is back, and no longer said to be gone.', async () => {
    const { run, read } = place(withIds({}), without);
    expect((await run('--write')).text).toContain('There again');
    expect(sessionsIn(read())[2]).not.toHaveProperty('changes');
    expect((await run()).code).toBe(0);
  });

  test('may be one that the calendar calls cancelled.', async () => {
    const { run, read } = place(withIds({ '1Cccc': { more: ['STATUS:CANCELLED'] } }));
    expect((await run('--write')).text).toMatch(/No longer there:\n {4}1Cccc Night Watch\n {6}cancelled/u);
    expect(sessionsIn(read())[2]?.changes).toEqual([
      { ...gone, asOf: '2030-04-01', text: expect.stringContaining('cancelled') },
    ]);
    expect((await run()).code).toBe(0);
  });
});

describe('Titles', () => {
  test('are the same in other quotes, dashes and spaces.', async () => {
    const { code } = await place(
      withIds({ '1Bbbb': { title: 'A  MAST, a plan – Ada Brook & Bo Lind, Pier Works' } }),
    ).run();
    expect(code).toBe(0);
  });

  test('tell of speakers that were added.', async () => {
    const title = 'Low Tide - Cy Dune & Odile Varga, North Pier; Lena Sund, Gull Labs';
    const { text, code } = await place(withIds({ '1Dddd': { title } })).run();
    expect(text).toContain('added   Odile Varga, Lena Sund');
    expect(code).toBe(1);
  });

  test('tell of other speakers, once.', async () => {
    const { run, read } = place(withIds({ '1Aaaa': { title: 'Rope and Knots - Di Ebb, Quay & Bo Lind, Pier Works' } }));
    expect((await run('--write')).text).toContain('printed Di Ebb, Quay & Bo Lind, Pier Works');
    expect(sessionsIn(read())[0]?.changes).toEqual([
      { asOf: '2030-04-01', kind: 'speakers', text: expect.stringContaining('Di Ebb, Quay & Bo Lind') },
    ]);
    expect((await run()).code).toBe(0);
  });
});
