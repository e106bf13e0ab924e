// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { agendaGuide } from '../../../data/agenda.ts';
import { pickPatch } from '../../../lib/own/patches.ts';
import { shareCode } from '../../../lib/own/share-code.ts';
import { importCode } from '../../../lib/own/transfer.ts';
import { takeErrors } from '../../errors.ts';
import { loadedSurface, type World } from '../../features/agenda/surface.ts';
import { holdTimers, rest } from '../../time.ts';
import { stored } from './stored.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const GUIDE = agendaGuide.id;
const [A = '', B = '', C = ''] = agendaGuide.sessions.map(({ id }) => id);
const talk = (id: string) => ({ id, title: `Talk ${id}` });

const codeIn = ({ store }: World, text: string) =>
  importCode(text, 1, { ...store, guide: GUIDE, sessions: agendaGuide.sessions });

/** Undoes the last change, as the button does. */
async function undo({ state }: World): Promise<void> {
  state().done?.undo?.();
  await rest();
}

describe('importing a share code', () => {
  test('adds missing picks, shows how many, and can be undone', async () => {
    const mine = pickPatch(talk(A), GUIDE, 0, true);
    await local.set(mine);
    const world = await loadedSurface();
    expect(await codeIn(world, ` ${shareCode(GUIDE, [A, B, C])}\n`)).toBeUndefined();
    expect(world.own().picked.sort()).toEqual([A, B, C].sort());
    expect((await stored())[`pick:${A}`]).toEqual(mine[`pick:${A}`]);
    expect(world.state().done?.text).toBe('2 items added.');
    await undo(world);
    expect(await stored()).toEqual(mine);
  });

  test('stores the titles of the sessions, for a later guide without them', async () => {
    const world = await loadedSurface();
    await codeIn(world, shareCode(GUIDE, [A]));
    expect((await stored())[`pick:${A}`]).toEqual({
      id: A,
      guide: GUIDE,
      at: 1,
      title: agendaGuide.sessions[0]?.title,
    });
  });

  test('changes nothing if every pick exists, and says so', async () => {
    await local.set(pickPatch(talk(A), GUIDE, 1, true));
    const before = await stored();
    const world = await loadedSurface();
    expect(await codeIn(world, shareCode(GUIDE, [A]))).toBeUndefined();
    expect([world.state().done?.text, world.state().done?.undo]).toEqual(['Nothing new to add.', undefined]);
    expect(await stored()).toEqual(before);
  });

  test('adds only sessions of the guide, and shows how many others the code has', async () => {
    const world = await loadedSurface();
    const invented = Array.from({ length: 3000 }, (_, i) => `Z${String(i).padStart(4, '0')}`);
    await codeIn(world, shareCode(GUIDE, [A, ...invented]));
    expect(world.own().picked).toEqual([A]);
    expect(world.state().done?.text).toMatch(/^1 item added\. 3,?000 sessions in the code are not in this guide/u);
    await codeIn(world, shareCode(GUIDE, ['ZZZ1']));
    expect(world.own().picked).toEqual([A]);
    expect(world.state().done).toEqual({
      text: expect.stringContaining('1 session in the code is not'),
      undo: undefined,
    });
  });

  test.each<[string, string, RegExp]>([
    ['empty', '  ', /Paste a code first/u],
    ['no code', 'hello', /contains no code for picks/u],
    ['truncated', shareCode(GUIDE, [A, B]).slice(0, -3), /missing or was changed/u],
    ['mistyped', shareCode(GUIDE, [A, B]).replace(A, 'AAAAA'), /missing or was changed/u],
    ['from a newer version', shareCode(GUIDE, [A]).replace('csg1', 'csg2'), /newer version/u],
    ['for another guide', shareCode('netcon-2030', [A]), /another guide \(netcon-2030\)/u],
    ['megabytes long', 'x'.repeat(5_000_000), /contains no code for picks/u],
  ])('rejects the whole code with a reason if it is %s', async (_, code, reason) => {
    await local.set(pickPatch(talk(C), GUIDE, 1, true));
    const before = await stored();
    const world = await loadedSurface();
    expect(await codeIn(world, code)).toMatch(reason);
    expect(await stored()).toEqual(before);
    expect([world.state().notice, world.state().done]).toEqual([undefined, undefined]);
  });

  test('returns an error and adds no pick if the browser refuses to store', async () => {
    const world = await loadedSurface();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    expect(await codeIn(world, shareCode(GUIDE, [A]))).toContain('could not be saved');
    expect(world.own().picked).toEqual([]);
    expect(takeErrors()).toHaveLength(1);
  });
});
