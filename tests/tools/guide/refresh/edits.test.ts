import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatted } from '../../../../tools/guide/files.ts';
import { parseGuide } from '../../../../tools/guide/parse.ts';
import { CHANGED, FILE, guide, place, sessionsIn, withIds } from '../refreshed.ts';

describe('a calendar with many changes', () => {
  test('is reported: sessions moved, renamed, in a new room, with other companies, and gone', async () => {
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

  test('gives a patch, which --write applies', async () => {
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

  test('results in a guide that passes its check and is formatted, with no differences the second time', async () => {
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

  test('leaves other lines unchanged, even if a person formatted them', async () => {
    const { run, read } = place(withIds({ '1Dddd': { room: 'Pier' } }), formatted(JSON.stringify(guide, null, 2)));
    const before = read().split('\n');
    expect(before.length).toBeGreaterThan(FILE.split('\n').length + 20);
    await run('--write');
    const after = read().split('\n');
    const added = after.splice(
      after.findIndex((line) => line.includes('"changes"')),
      after.length - before.length,
    );
    // Only the line before the new field gets a comma.
    expect(after.join('\n').replace(/\],(\s+\})/gu, ']$1')).toBe(before.join('\n'));
    expect(added.join('\n')).toContain('The room is Pier');
  });

  test('is dated with --as-of', async () => {
    const { run, read } = place(withIds({ '1Cccc': undefined }));
    await run('--write', '--as-of', '2030-03-02');
    expect(sessionsIn(read())[2]?.changes).toEqual([
      { asOf: '2030-03-02', kind: 'unpublished', text: expect.stringContaining('programme of 2030-03-02') },
    ]);
  });
});

describe('rooms', () => {
  test('are reported without the city, and a new room replaces the last one', async () => {
    const { run, read, save } = place(withIds({ '1Dddd': { room: 'Hall 1, Upper Deck, Harbour Town' } }));
    await run('--write');
    save(withIds({ '1Dddd': { room: 'Hall 11, Harbour Town' } }));
    expect((await run('--write')).text).toContain('Room:\n    1Dddd Low Tide\n      Hall 11');
    const changes = sessionsIn(read()).find(({ id }) => id === '1Dddd')?.changes;
    expect(changes).toEqual([{ asOf: '2030-04-01', kind: 'room', text: expect.stringContaining('Hall 11,') }]);
    expect((await run()).code).toBe(0);
  });

  test('are known even if a person reworded the change', async () => {
    const change = { asOf: '2030-03-01', kind: 'room', text: 'Held in hall 1 now.' };
    const known = { ...guide, sessions: guide.sessions.map((one) => ({ ...one, changes: [change] })) };
    expect((await place(withIds({ '1Dddd': { room: 'Hall 1' } }), known).run()).code).toBe(0);
    expect((await place(withIds({ '1Dddd': { room: 'Hall 11' } }), known).run()).code).toBe(1);
  });

  test('are ignored if the location is only the place of the event', async () => {
    const { code } = await place(withIds({ '1Dddd': { room: 'Old Shed, Harbour Town' } })).run();
    expect(code).toBe(0);
  });
});

describe('a session that was gone', () => {
  const gone = { asOf: '2030-03-01', kind: 'unpublished', text: 'No longer on the schedule.' };
  const without = {
    ...guide,
    sessions: guide.sessions.map((one) => (one.id === '1Cccc' ? { ...one, changes: [gone] } : one)),
  };

  test('is not reported again', async () => {
    expect((await place(withIds({ '1Cccc': undefined }), without).run()).code).toBe(0);
  });

  test('is reported when it returns, and its change is removed', async () => {
    const { run, read } = place(withIds({}), without);
    expect((await run('--write')).text).toContain('Back on the schedule');
    expect(sessionsIn(read())[2]).not.toHaveProperty('changes');
    expect((await run()).code).toBe(0);
  });

  test('may be cancelled in the calendar', async () => {
    const { run, read } = place(withIds({ '1Cccc': { more: ['STATUS:CANCELLED'] } }));
    expect((await run('--write')).text).toMatch(/No longer there:\n {4}1Cccc Night Watch\n {6}cancelled/u);
    expect(sessionsIn(read())[2]?.changes).toEqual([
      { ...gone, asOf: '2030-04-01', text: expect.stringContaining('cancelled') },
    ]);
    expect((await run()).code).toBe(0);
  });
});

describe('titles', () => {
  test('are equal despite different case, dashes and spaces', async () => {
    const { code } = await place(
      withIds({ '1Bbbb': { title: 'A  MAST, a plan – Ada Brook & Bo Lind, Pier Works' } }),
    ).run();
    expect(code).toBe(0);
  });

  test('reveal added speakers', async () => {
    const title = 'Low Tide - Cy Dune & Odile Varga, North Pier; Lena Sund, Gull Labs';
    const { text, code } = await place(withIds({ '1Dddd': { title } })).run();
    expect(text).toContain('added   Odile Varga, Lena Sund');
    expect(code).toBe(1);
  });

  test('reveal other speakers, once', async () => {
    const { run, read } = place(withIds({ '1Aaaa': { title: 'Rope and Knots - Di Ebb, Quay & Bo Lind, Pier Works' } }));
    expect((await run('--write')).text).toContain('printed Di Ebb, Quay & Bo Lind, Pier Works');
    expect(sessionsIn(read())[0]?.changes).toEqual([
      { asOf: '2030-04-01', kind: 'speakers', text: expect.stringContaining('Di Ebb, Quay & Bo Lind') },
    ]);
    expect((await run()).code).toBe(0);
  });
});
