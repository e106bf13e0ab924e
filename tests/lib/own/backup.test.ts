import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBackup, writeBackup } from '../../../lib/own/backup.ts';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import {
  ACCENTS,
  ALARMS,
  type Choices,
  choiceKey,
  HOURS,
  readChoices,
  SHARED,
  THEMES,
} from '../../../lib/own/settings.ts';
import { CHOICES, changed, GUIDE, MADE, OWN, ownWith, recordAt, refused, TEXT } from './backups.ts';

describe('a backup', () => {
  test('is readable JSON that begins with its format, version, guide and time', () => {
    expect(TEXT).toMatch(
      /^\{\n {2}"format": "csg-backup",\n {2}"version": 1,\n {2}"guide": "netcon-2030",\n {2}"made": "2030-11-10T14:10:00.000Z",\n/u,
    );
    expect(Object.keys(JSON.parse(TEXT))).toEqual([
      'format',
      'version',
      'guide',
      'made',
      'picks',
      'watched',
      'notes',
      'preferences',
      'off',
    ]);
  });

  test('restores everything that was written, including records of other guides', () => {
    expect(readBackup(TEXT, GUIDE)).toEqual({
      picks: [...OWN.picks.values()],
      watched: [...OWN.watched.values()],
      notes: [...OWN.notes.values()],
      choices: CHOICES,
      off: MADE.off,
    });
  });

  test('restores an empty store, and no preferences if it has none', () => {
    const text = writeBackup(ownWith({}), CHOICES, MADE);
    expect(readBackup(text, GUIDE)).toEqual({ picks: [], watched: [], notes: [], choices: CHOICES, off: MADE.off });
    const without = changed((json) => Object.assign(json, { preferences: undefined }));
    expect(readBackup(without, GUIDE).choices).toEqual({});
  });

  test('may begin with a byte order mark and use other white space', () => {
    expect(readBackup(`\uFEFF${TEXT}`, GUIDE)).toEqual(readBackup(TEXT, GUIDE));
    const notes = [{ ...recordAt(1), text: 'a\uFEFFb' }];
    expect(readBackup(writeBackup(ownWith({ notes }), CHOICES, MADE), GUIDE).notes).toEqual(notes);
    expect(readBackup(JSON.stringify(JSON.parse(TEXT)), GUIDE)).toEqual(readBackup(TEXT, GUIDE));
  });

  test('may contain only some preferences, or none', () => {
    const text = changed((json) => Object.assign(json, { preferences: { zone: 'mine' } }));
    expect(readBackup(text, GUIDE).choices).toEqual({ zone: 'mine' });
    expect(
      readBackup(
        changed((json) => Object.assign(json, { preferences: {} })),
        GUIDE,
      ).choices,
    ).toEqual({});
  });

  test('clamps impossible times and shortens texts that are too long', () => {
    const own = ownWith({
      picks: [{ id: '28D1Y', guide: GUIDE, at: -5 }],
      watched: [{ id: '28D1Y', guide: GUIDE, at: 9e15, title: 'x'.repeat(1_000) }],
      notes: [{ id: '28D1Y', guide: GUIDE, at: 1.5, text: 'y'.repeat(NOTE_MAX + 1) }],
    });
    const plan = { minutes: 5, at: 8e15 };
    const read = readBackup(writeBackup(own, { ...CHOICES, plan }, { ...MADE, now: 9e15 }), GUIDE);
    expect(read.picks[0]?.at).toBe(0);
    expect(read.watched[0]).toEqual({ ...recordAt(Date.UTC(2100, 0)), title: 'x'.repeat(400) });
    expect(read.notes[0]).toEqual({ ...recordAt(2), text: 'y'.repeat(NOTE_MAX) });
    expect(read.choices.plan?.at).toBe(Date.UTC(2100, 0));
  });

  test('leaves out records with an invalid id or guide', () => {
    const odd = [
      { id: 'a:b', guide: GUIDE, at: 1 },
      { id: '28D1Y', guide: 'No Guide', at: 1 },
    ];
    const { picks } = readBackup(writeBackup(ownWith({ picks: odd }), CHOICES, MADE), GUIDE);
    expect(picks).toEqual([]);
  });

  test('leaves out invalid switches, and may lack switches altogether', () => {
    const text = writeBackup(ownWith({}), CHOICES, {
      ...MADE,
      off: ['strip', 'a:b', '__proto__', `host:${'x'.repeat(300)}`],
    });
    expect(readBackup(text, GUIDE).off).toEqual(['strip']);
    expect(
      readBackup(
        changed((json) => Object.assign(json, { off: undefined })),
        GUIDE,
      ).off,
    ).toBeUndefined();
    expect(refused(changed((json) => Object.assign(json, { off: ['no switch'] })))).toBe('broken off[0]');
  });

  test.each([
    ['a goal that is too long', { minutes: 60, goal: 'x'.repeat(101), at: 1 }, undefined],
    ['a field from a later version', { minutes: 60, at: 1, pace: 2 }, { minutes: 60, at: 1 }],
  ])('can be restored if the stored plan has %s', (_, plan, expected) => {
    const choices = readChoices({ [choiceKey('plan')]: plan });
    expect(readBackup(writeBackup(OWN, choices, MADE), GUIDE).choices.plan).toEqual(expected);
  });

  test('contains only the known fields of a record', () => {
    const later = { ...recordAt(1), colour: 'red', text: 'of a note' };
    const text = writeBackup(ownWith({ picks: [later] }), CHOICES, MADE);
    expect(text).not.toContain('red');
    expect(readBackup(text, GUIDE).picks).toEqual([recordAt(1)]);
  });
});

const idText = fc.string({ unit: fc.constantFrom(...'019AZaz'), minLength: 4, maxLength: 6 });
const record = {
  id: idText,
  guide: fc.constantFrom(GUIDE, 'netcon-2029'),
  at: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
};
const title = fc.string({ unit: 'binary', maxLength: 50 });
const makeList = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 12 });
const records = makeList(fc.record({ ...record, title }, { requiredKeys: ['id', 'guide', 'at'] }));
const notes = makeList(fc.record({ ...record, text: fc.string({ unit: 'binary', maxLength: 80 }) }));
const plan = fc.record(
  { minutes: fc.integer({ min: 1, max: 10_000 }), at: record.at, goal: fc.string({ maxLength: 40 }) },
  { requiredKeys: ['minutes', 'at'] },
);
const preferences = fc.record(
  {
    zone: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    hours: fc.constantFrom(...HOURS),
    theme: fc.constantFrom(...THEMES),
    accent: fc.constantFrom(...ACCENTS),
    alarm: fc.constantFrom(...ALARMS),
    sync: fc.boolean(),
    share: fc.constantFrom(...SHARED),
    shareSummary: fc.boolean(),
    shareMine: fc.boolean(),
    plan,
  },
  { requiredKeys: ['zone', 'hours', 'theme', 'accent', 'alarm', 'sync', 'share', 'shareSummary', 'shareMine'] },
);
const byId = (list: { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

test('Every backup restores what was written', () => {
  fc.assert(
    fc.property(records, records, notes, preferences, (picks, watched, noted, chosen) => {
      const text = writeBackup(ownWith({ picks, watched, notes: noted }), chosen as Choices, MADE);
      const expected = {
        picks: byId(picks),
        watched: byId(watched),
        notes: byId(noted),
        choices: chosen,
        off: MADE.off,
      };
      expect(readBackup(text, GUIDE)).toEqual(expected);
    }),
  );
}, 60_000);

test('A backup restores every preference that readChoices returns', () => {
  fc.assert(
    fc.property(preferences, (chosen) => {
      const stored = Object.entries(chosen).map(([name, value]) => [choiceKey(name as keyof Choices), value]);
      const read = readChoices(Object.fromEntries(stored));
      expect(readBackup(writeBackup(ownWith({}), read, MADE), GUIDE).choices).toEqual(read);
    }),
  );
}, 60_000);

describe('an invalid backup file', () => {
  test.each<[string, string]>([
    ['not-json', ''],
    ['not-json', 'csg1.netcon-2030.28D1Y.abc'],
    ['not-json', TEXT.slice(0, -5)],
    ['not-json', `${TEXT},`],
    ['not-json', '\uFEFF\uFEFF{}'],
    ['not-a-backup', 'null'],
    ['not-a-backup', '7'],
    ['not-a-backup', '"csg-backup"'],
    ['not-a-backup', `[${TEXT}]`],
    ['not-a-backup', '{}'],
    ['not-a-backup', '{"format":"other","version":9}'],
    ['not-a-backup', '{"__proto__":{"format":"csg-backup"}}'],
    ['newer', '{"format":"csg-backup","version":2,"sessions":[]}'],
    ['newer', TEXT.replace('"version": 1', '"version": 12')],
  ])('is refused as %s: %j', (reason, text) => {
    expect(refused(text)).toBe(reason);
  });

  test('is refused if it belongs to another guide, with that guide’s id', () => {
    expect(refused(TEXT, 'netcon-2031')).toBe(`other-guide ${GUIDE}`);
  });

  test('is refused if it is nested 100,000 levels deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(refused(deep)).toMatch(/^not-/u);
    expect(refused(TEXT.replace('"picks": [', `"picks": [${deep},`))).toMatch(/^(?:not-json|broken picks\[0\].*)$/u);
  });
});
