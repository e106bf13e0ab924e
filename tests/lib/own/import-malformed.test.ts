import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { agendaGuide } from '../../../data/agenda.ts';
import { writeBackup } from '../../../lib/own/backup.ts';
import { readOwn } from '../../../lib/own/own.ts';
import { DEFAULTS } from '../../../lib/own/settings.ts';
import { importBackup } from '../../../lib/own/transfer.ts';
import { loadedSurface } from '../../features/agenda/surface.ts';
import { stored } from './stored.ts';

const GUIDE = agendaGuide.id;
const AT = Date.UTC(2026, 0, 2);
const mine = (id: string, more = {}) => ({ id, guide: GUIDE, at: AT, title: `Title of ${id}`, ...more });
const STORED = {
  'pick:28D1Y': mine('28D1Y'),
  'watched:27FbS': mine('27FbS'),
  'note:28D2Q': mine('28D2Q', { text: 'Ask about <b>DNS</b> & 🐝' }),
  'pref:theme': 'dark',
};
const TEXT = writeBackup(readOwn(STORED), { ...DEFAULTS, theme: 'light' }, { guide: GUIDE, now: AT, off: [] }).trim();

type Json = { [key: string]: unknown };

/** The backup, edited. */
const edited = (edit: (backup: Json, record: Json) => void) => {
  const backup = JSON.parse(TEXT) as Json & { picks: Json[] };
  edit(backup, backup.picks[0] as Json);
  return JSON.stringify(backup);
};
const LISTS = ['picks', 'watched', 'notes'];
const wrong = fc.constantFrom<unknown>(null, true, 1.5, '', [], {}, 'NaN', { $ref: 1 }, '<img src=x onerror=alert(1)>');

/** Files that each break a rule of the backup format. */
const malformed = fc.oneof(
  fc.nat({ max: TEXT.length - 1 }).map((length) => TEXT.slice(0, length)),
  fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => !text.trim().startsWith('{')),
  fc.string({ maxLength: 20 }).map((more) => `${TEXT}}${more}`),
  fc.constantFrom('__proto__', 'constructor', 'x', 'pick:28D1Y').map((key) => TEXT.replace('{', `{"${key}":{"a":1},`)),
  fc.constantFrom('__proto__', 'html', 'prototype').map((key) => TEXT.replace('"id"', `"${key}":{},"id"`)),
  wrong.map((value) => edited((backup) => Object.assign(backup, { format: value }))),
  fc.integer({ min: 2 }).map((version) => edited((backup) => Object.assign(backup, { version }))),
  fc.stringMatching(/^[a-z]{3,9}-20[0-9]{2}$/u).map((guide) => edited((backup) => Object.assign(backup, { guide }))),
  fc
    .tuple(
      fc.constantFrom(...LISTS),
      wrong.filter((value) => !Array.isArray(value)),
    )
    .map(([list, value]) => edited((backup) => Object.assign(backup, { [list]: value }))),
  fc.constantFrom(...LISTS).map((list) => edited((backup) => delete backup[list])),
  fc
    .constantFrom('', '28D', '28D1Y2x', '28 D1', '../x', 7)
    .map((id) => edited((_, record) => Object.assign(record, { id }))),
  fc.constantFrom(-1, 0.5, 8e15, '2026', null).map((at) => edited((_, record) => Object.assign(record, { at }))),
  fc.constant(edited((backup, record) => Object.assign(backup, { picks: [record, record] }))),
  fc
    .integer({ min: 401, max: 900 })
    .map((length) => edited((_, record) => Object.assign(record, { title: 'x'.repeat(length) }))),
  fc.constantFrom('neon', '', 7).map((theme) => edited((backup) => Object.assign(backup, { preferences: { theme } }))),
);

test('importBackup refuses 1,000 malformed files with a reason and leaves the storage unchanged', async () => {
  await fakeBrowser.storage.local.set(STORED);
  const before = JSON.stringify(await stored());
  const { store } = await loadedSurface();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(malformed, async (text) => {
      const reason = await importBackup(new File([text], 'backup.json'), { ...store, guide: GUIDE });
      expect(reason).toMatch(/\S/u);
      refused += 1;
      expect(JSON.stringify(await stored())).toBe(before);
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBe(1000);
}, 60_000);

test('importBackup accepts the file before it is malformed', async () => {
  const { store, own } = await loadedSurface();
  expect(await importBackup(new File([TEXT], 'backup.json'), { ...store, guide: GUIDE })).toBeUndefined();
  expect(own()).toMatchObject({ picked: ['28D1Y'], watched: ['27FbS'] });
});
