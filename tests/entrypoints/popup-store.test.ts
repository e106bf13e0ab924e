import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { agendaGuide } from '../../data/agenda.ts';
import { type PopupState, popupStore } from '../../entrypoints/popup/store.ts';
import { pagePicks } from '../../entrypoints/sched.content/picks.ts';
import { setPicked } from '../../lib/storage.ts';

const { local } = fakeBrowser.storage;
const rest = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the popup shows now. */
let shown: { picked: string[]; notice: string | undefined };
let errors: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...line) => void errors.push(line));
});
afterEach(() => void vi.restoreAllMocks());

function popup() {
  const draw = ({ picked, notice }: PopupState) => {
    shown = { picked: [...picked], notice };
  };
  return popupStore(agendaGuide, draw);
}

const BROKEN = { 'pick:28D1Y': { id: 7 }, 'pick:28D0X': 'yes' };

describe('The popup', () => {
  test('shows what is stored, without a word.', async () => {
    await setPicked('28D1Y', 'g', true);
    await popup().load();
    expect(shown).toEqual({ picked: ['28D1Y'], notice: undefined });
  });

  test('says once that a pick could not be read, and keeps it aside.', async () => {
    await local.set({ 'pick:28D1Y': BROKEN['pick:28D1Y'] });
    await setPicked('27FbS', 'g', true);
    await popup().load();
    expect(shown.picked).toEqual(['27FbS']);
    expect(shown.notice).toMatch(/^One pick could not be read and is not shown\..*kept aside/u);
    const stored = Object.entries(await local.get(null));
    expect(stored.filter(([key]) => /^aside:.*:pick:28D1Y$/u.test(key)).map(([, value]) => value)).toEqual([{ id: 7 }]);
    await popup().load();
    expect(shown).toEqual({ picked: ['27FbS'], notice: undefined });
    expect(Object.keys(await local.get(null))).toHaveLength(2);
  });

  test('speaks of several broken picks in the plural.', async () => {
    await local.set(BROKEN);
    await popup().load();
    expect(shown.notice).toMatch(/^2 picks could not be read and are not shown\./u);
  });

  test('says so when the storage can’t be read, and still saves.', async () => {
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('corrupt'));
    const picks = popup();
    await picks.load();
    expect(shown.notice).toMatch(/could not be read.*agenda is complete/u);
    expect(errors).toHaveLength(1);
    await picks.toggle('28D1Y');
    expect(await local.get(null)).toHaveProperty('pick:28D1Y');
  });

  test('shows what it can and loses nothing when the broken picks can’t be set aside.', async () => {
    await local.set(BROKEN);
    await setPicked('27FbS', 'g', true);
    const before = await local.get(null);
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await popup().load();
    expect(shown.picked).toEqual(['27FbS']);
    expect(shown.notice).toBeDefined();
    expect(await local.get(null)).toEqual(before);
  });

  test('shows a pick at once, and it is stored; the next press removes it.', async () => {
    const picks = popup();
    await picks.load();
    const saving = picks.toggle('28D1Y');
    expect(shown.picked).toEqual(['28D1Y']);
    await saving;
    expect(await local.get(null)).toHaveProperty('pick:28D1Y');
    await picks.toggle('28D1Y');
    expect(shown.picked).toEqual([]);
    expect(await local.get(null)).toEqual({});
  });

  test('takes a pick back that could not be saved, and says so until that is dismissed.', async () => {
    const picks = popup();
    await picks.load();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await picks.toggle('28D1Y');
    expect(shown.picked).toEqual([]);
    expect(shown.notice).toContain('could not be saved');
    picks.dismiss();
    expect(shown).toEqual({ picked: [], notice: undefined });
  });

  test('keeps up with other windows, and keeps the notice then.', async () => {
    await local.set({ 'pick:28D1Y': 1 });
    await popup().load();
    await setPicked('27FbS', 'g', true);
    await rest();
    expect(shown.picked).toEqual(['27FbS']);
    expect(shown.notice).toBeDefined();
  });
});

describe('A pick that the browser refuses late takes no other with it', () => {
  beforeEach(() => {
    const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
    vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
      if (!('pick:28D1Y' in items)) return set(items);
      await rest(20);
      throw new Error('quota');
    });
  });

  test('in the popup.', async () => {
    const picks = popup();
    await picks.load();
    const refused = picks.toggle('28D1Y');
    await picks.toggle('27FbS');
    await refused;
    expect(shown.picked).toEqual(['27FbS']);
  });

  test('on a page.', async () => {
    const picks = pagePicks('g', new AbortController().signal);
    await rest();
    picks.toggle('28D1Y');
    picks.toggle('27FbS');
    await rest(40);
    expect([picks.has('28D1Y'), picks.has('27FbS')]).toEqual([false, true]);
    expect(await local.get(null)).toHaveProperty('pick:27FbS');
  });
});

describe('A page', () => {
  test('learns of picks in storage and in other windows, and tells its features, until the signal.', async () => {
    await setPicked('28D1Y', 'g', true);
    const stop = new AbortController();
    const picks = pagePicks('g', stop.signal);
    const seen: boolean[] = [];
    picks.subscribe(() => seen.push(picks.has('28D1Y')));
    await rest();
    await setPicked('28D1Y', 'g', false);
    await rest();
    stop.abort();
    await setPicked('28D1Y', 'g', true);
    await rest();
    expect(seen).toEqual([true, false]);
  });

  test('takes a pick back that could not be saved.', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const picks = pagePicks('g', new AbortController().signal);
    picks.toggle('28D1Y');
    expect(picks.has('28D1Y')).toBe(true);
    await rest();
    expect(picks.has('28D1Y')).toBe(false);
    expect(errors).toHaveLength(1);
  });
});
