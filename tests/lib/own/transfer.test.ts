// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { agendaGuide } from '../../../data/agenda.ts';
import { RECORDS_MAX, writeBackup } from '../../../lib/own/backup.ts';
import { NOTE_MAX, readOwn } from '../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { type Choices, DEFAULTS } from '../../../lib/own/settings.ts';
import { exportBackup, importBackup } from '../../../lib/own/transfer.ts';
import { takeErrors } from '../../errors.ts';
import { loadedSurface, openSurface, type World } from '../../features/agenda/surface.ts';
import { holdTimers, rest } from '../../time.ts';
import { stored } from './stored.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const GUIDE = agendaGuide.id;
const [A = '', B = '', C = ''] = agendaGuide.sessions.map(({ id }) => id);
const talk = (id: string) => ({ id, title: `Talk ${id}` });

const fileIn = ({ store }: World, file: File) => importBackup(file, { ...store, guide: GUIDE });
const makeFile = (text: string) => new File([text], 'backup.json');
/** A backup of these records. */
const backupWith = (records: Record<string, unknown>, preferences: Choices = DEFAULTS, guide = GUIDE) =>
  writeBackup(readOwn(records), preferences, { guide, now: 1, off: [] });

/** Undoes the last change, as the button does. */
async function undo({ state }: World): Promise<void> {
  state().done?.undo?.();
  await rest();
}

describe('a backup file', () => {
  const theirs = {
    ...pickPatch(talk(A), GUIDE, 5, true),
    ...watchedPatch(talk(B), GUIDE, 6, true),
    ...notePatch(talk(C), GUIDE, 'Theirs', 7),
  };

  test('restores the switches, and leaves them unchanged if it has none', async () => {
    const there = { 'off:strip': true, 'off:cards@a.example': true };
    await local.set(there);
    let saved = '';
    await exportBackup((await loadedSurface()).store.live, GUIDE, 1, (_name, _type, text) => {
      saved = text;
    });
    expect(JSON.parse(saved).off).toEqual(['cards@a.example', 'strip']);
    await local.clear();
    const here = { 'off:strip': true, 'off:everywhere': true };
    await local.set(here);
    const world = await loadedSurface();
    await fileIn(world, makeFile(saved));
    expect(await stored()).toEqual(there);
    await undo(world);
    expect(await stored()).toEqual(here);
    await fileIn(world, makeFile(JSON.stringify({ ...JSON.parse(saved), off: undefined })));
    expect(await stored()).toEqual(here);
  });

  test('adds picks, watched marks, notes and choices, and can be undone', async () => {
    const mine = { ...pickPatch(talk(B), GUIDE, 1, true), ...notePatch(talk(C), GUIDE, 'Mine', 1) };
    await local.set(mine);
    const world = await loadedSurface();
    const preferences = { ...DEFAULTS, zone: 'Asia/Tokyo', alarm: 10, sync: true } as const;
    expect(await fileIn(world, makeFile(backupWith(theirs, preferences)))).toBeUndefined();
    await rest();
    expect(world.own()).toEqual({
      picked: [B, A],
      watched: [B],
      notes: { [C]: expect.stringMatching(/^Theirs\s.*Mine$/su) },
    });
    const { zone, alarm, sync } = world.state().settings;
    expect([zone, alarm]).toEqual(['Asia/Tokyo', 10]);
    // Each device asks whether to sync.
    expect(sync).toBe(false);
    expect(world.state().done?.text).toMatch(/^\d items added\.$/u);
    await undo(world);
    expect(await stored()).toEqual(mine);
    expect(world.state().settings).toEqual(DEFAULTS);
  });

  test.each([
    [
      {},
      '1 note was left out, because it and yours are together longer than 10,000 characters. The file still has it.',
    ],
    [
      pickPatch(talk(A), GUIDE, 5, true),
      '1 item added. 1 note was left out, because it and yours are together longer than 10,000 characters. The file still has it.',
    ],
  ])('reports a note that is too long to join with the stored one (%#)', async (more, message) => {
    const mine = notePatch(talk(C), GUIDE, 'y'.repeat(NOTE_MAX), 1);
    await local.set({ ...mine, ...notePatch(talk(B), GUIDE, 'One line\nAnother', 1) });
    const world = await loadedSurface();
    const long = notePatch(talk(C), GUIDE, 'Theirs', 7);
    const known = notePatch(talk(B), GUIDE, 'Another', 7);
    await fileIn(world, makeFile(backupWith({ ...more, ...long, ...known })));
    expect(world.state().done?.text).toBe(message);
    expect((await stored())[`note:${C}`]).toEqual(mine[`note:${C}`]);
  });

  test('is merged with stored records, even before they are loaded', async () => {
    await local.set(notePatch(talk(C), GUIDE, 'Mine', 1));
    const world = openSurface();
    await fileIn(world, makeFile(backupWith(theirs)));
    expect(world.own().notes[C]).toMatch(/^Theirs\s.*Mine$/su);
  });

  test('restores what was saved, and adds nothing the second time', async () => {
    const world = await loadedSurface();
    const file = backupWith(theirs);
    await fileIn(world, makeFile(file));
    await rest();
    const taken = await stored();
    expect(readOwn(taken)).toEqual(readOwn(theirs));
    await fileIn(world, makeFile(file));
    expect(world.state().done?.text).toBe('Nothing new to add.');
    expect(await stored()).toEqual(taken);
  });

  test.each<[string, string, RegExp]>([
    ['empty', '', /not saved by this extension, or/u],
    ['truncated', backupWith(theirs).slice(0, -30), /not saved by this extension, or/u],
    ['something else', '{"name":"x"}', /not saved by this extension\. /u],
    ['from a newer version', backupWith(theirs).replace('"version": 1', '"version": 2'), /newer version/u],
    ['for another guide', backupWith(theirs, DEFAULTS, 'netcon-2030'), /another guide \(netcon-2030\)/u],
    ['broken at one key', backupWith(theirs).replace('"at": 6', '"at": "6"'), /damaged at watched/u],
    [
      'a prototype pollution attack',
      backupWith(theirs).replace('"at": 6', '"__proto__": {"x": 1}, "at": 6'),
      /damaged at/u,
    ],
  ])('is rejected as a whole with a reason if it is %s', async (_, text, reason) => {
    await local.set(pickPatch(talk(C), GUIDE, 1, true));
    const before = await stored();
    const world = await loadedSurface();
    expect(await fileIn(world, makeFile(text))).toMatch(reason);
    expect(await stored()).toEqual(before);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('of a gigabyte is rejected without being read', async () => {
    const world = await loadedSurface();
    const file = makeFile('');
    vi.spyOn(file, 'size', 'get').mockReturnValue(1e9);
    const read = vi.spyOn(file, 'text');
    expect(await fileIn(world, file)).toMatch(/too large/u);
    expect(read).not.toHaveBeenCalled();
  });

  test('is rejected with the browser’s message if it can’t be read', async () => {
    const world = await loadedSurface();
    const file = makeFile('');
    vi.spyOn(file, 'text').mockRejectedValue(new Error('The file is gone.'));
    expect(await fileIn(world, file)).toContain('The file is gone.');
  });

  test('leaves nothing half written if the browser refuses to store', async () => {
    await local.set(pickPatch(talk(C), GUIDE, 1, true));
    const before = await stored();
    const world = await loadedSurface();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    expect(await fileIn(world, makeFile(backupWith(theirs)))).toContain('could not be saved');
    expect(await stored()).toEqual(before);
    expect(world.own()).toEqual({ picked: [C], watched: [], notes: {} });
    expect(takeErrors()).toHaveLength(1);
  });

  test('contains what is stored, even if the first load failed', async () => {
    await local.set(theirs);
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('busy'));
    const { store } = openSurface();
    await store.load();
    expect(takeErrors()).toHaveLength(1);
    let saved = '';
    await exportBackup(store.live, GUIDE, 1, (_name, _type, text) => {
      saved = text;
    });
    expect(JSON.parse(saved).picks).toHaveLength(1);
  });

  test('is split into several files if there are too many records, and they restore everything', async () => {
    const record = (nth: number) => ({ id: `A${1000 + nth}`, guide: GUIDE, at: nth });
    const records = Array.from({ length: 2 * RECORDS_MAX + 1 }, (_, nth) => record(nth));
    const before = Object.fromEntries([
      ...records.map((one) => [`pick:${one.id}`, one]),
      ...records.slice(0, RECORDS_MAX + 1).map((one) => [`note:${one.id}`, { ...one, text: 'Mine' }]),
    ]);
    await local.set(before);
    const files = new Map<string, string>();
    await exportBackup((await loadedSurface()).store.live, GUIDE, 1, (name, _type, text) => files.set(name, text));
    expect([...files.keys()]).toEqual(['', '-2', '-3'].map((nth) => `${GUIDE}-backup${nth}.json`));
    await local.clear();
    const world = await loadedSurface();
    for (const text of files.values()) expect(await fileIn(world, makeFile(text))).toBeUndefined();
    await rest();
    expect(await stored()).toEqual(before);
  });

  test('is downloaded with all records and choices of the reader', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:kelp';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(`${this.download} ${this.href}`);
    });
    await local.set({ ...theirs, 'pref:zone': 'Asia/Tokyo' });
    await exportBackup((await loadedSurface()).store.live, GUIDE, 1);
    expect(names).toEqual([expect.stringMatching(new RegExp(`^${GUIDE}.*\\.json blob:kelp$`, 'u'))]);
    await local.clear();
    const world = await loadedSurface();
    await fileIn(world, makeFile((await blobs[0]?.text()) ?? ''));
    await rest();
    expect(world.own()).toEqual({ picked: [A], watched: [B], notes: { [C]: 'Theirs' } });
    expect(world.state().settings.zone).toBe('Asia/Tokyo');
  });
});
