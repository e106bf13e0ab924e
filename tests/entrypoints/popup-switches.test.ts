import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { agendaGuide } from '../../data/agenda.ts';
import { type PopupState, popupStore } from '../../entrypoints/popup/store.ts';
import { PARTS, readSettings, type Settings } from '../../lib/settings.ts';
import { setPicked, setSwitch } from '../../lib/storage.ts';
import { rest } from './page.ts';

const { local } = fakeBrowser.storage;

/** What the popup shows now, and how often it has drawn. */
let shown: { picked: string[]; notice: string | undefined };
let settings: Settings;
let drawn: number;
let errors: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  drawn = 0;
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...line) => void errors.push(line));
});
afterEach(() => void vi.restoreAllMocks());

function popup() {
  const draw = ({ picked, notice, ...state }: PopupState) => {
    shown = { picked: [...picked], notice };
    settings = state.settings;
    drawn += 1;
  };
  return popupStore(agendaGuide, draw);
}

describe('A switch of the popup', () => {
  test('is on before the storage has answered, and then what is stored.', async () => {
    await setSwitch({ part: 'cards' }, false);
    const store = popup();
    expect(store.state().settings).toEqual(readSettings({}));
    await store.load();
    expect(settings).toEqual(readSettings({ 'off:cards': true }));
    expect(shown.notice).toBeUndefined();
  });

  test.each(PARTS)('stores one key when %s is turned off, none when it is on, and shows it.', async (part) => {
    const store = popup();
    await store.load();
    await store.turn({ part }, false);
    expect(await local.get(null)).toEqual({ [`off:${part}`]: true });
    await rest();
    expect([...settings.partsOff]).toEqual([part]);
    await store.turn({ part }, true);
    expect(await local.get(null)).toEqual({});
    await rest();
    expect([...settings.partsOff]).toEqual([]);
  });

  test('that is refused says so, and what is stored is drawn anew over the turned box.', async () => {
    const store = popup();
    await store.load();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const before = drawn;
    await store.turn({ all: true }, false);
    expect(shown.notice).toMatch(/switch could not be saved/u);
    expect(settings).toEqual(readSettings({}));
    expect(drawn).toBeGreaterThan(before);
    expect(errors).toHaveLength(1);
    expect(await local.get(null)).toEqual({});
  });

  test('keeps up with other windows, and leaves picks alone.', async () => {
    await setPicked('28D1Y', 'g', true);
    const store = popup();
    await store.load();
    await setSwitch({ host: 'kccncna2025.sched.com' }, false);
    await rest();
    expect([...settings.hostsOff]).toEqual(['kccncna2025.sched.com']);
    expect(shown.picked).toEqual(['28D1Y']);
  });

  test('that can’t be read is on, and the popup says that something could not be read.', async () => {
    await setSwitch({ all: true }, false);
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    const store = popup();
    await store.load();
    expect(settings.on).toBe(true);
    expect(shown.notice).toContain('could not be read');
  });
});
