// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { firstState, keepFirst } from '../../../features/agenda/first.ts';
import { type Choices, choiceKey, DEFAULTS } from '../../../lib/own/settings.ts';
import { createFailure, OTHER_COPY } from '../../../lib/report/failures.ts';
import { takeErrors } from '../../errors.ts';
import { setChoice, setPicked, setSwitch, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';
import { bytes, EVERYTHING, opened, type World } from './options-world.ts';

holdTimers();

const { local, sync, session } = fakeBrowser.storage;

let world: World;
beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  world.stop.abort();
});

describe('switching sync on', () => {
  const ID = guide.sessions[0]?.id ?? '';
  const note = (text: string, at: number) => ({ id: ID, guide: guide.id, at, text });

  test('can be undone with all that the first exchange changed, but keeps later picks', async () => {
    const before = { [`note:${ID}`]: note('here', 1000), 'pick:AAAA': { id: 'AAAA', guide: guide.id, at: 5 } };
    await local.set(before);
    world = await opened();
    await world.store.prefer('sync', true);
    await local.set({
      [`note:${ID}`]: note('there\n\n---\n\nhere', 2001),
      'watched:BBBB': { id: 'BBBB', guide: guide.id, at: 6 },
      'pick:CCCC': { id: 'CCCC', guide: guide.id, at: Date.now() + 1000 },
      'sync:known': { 'pick:AAAA': ['5'] },
    });
    await local.remove('pick:AAAA');
    world.state().done?.undo?.();
    await rest(20);
    const { own, settings } = world.state();
    expect(settings.sync).toBe(false);
    expect(own.notes.get(ID)?.text).toBe('here');
    expect([[...own.picks.keys()].sort(), own.watched.size]).toEqual([['AAAA', 'CCCC'], 0]);
    expect(await local.get('sync:known')).toEqual({});
  });
});

describe('the options page', () => {
  test('shows a notice when another copy of the extension runs on Sched’s pages', async () => {
    const failure = createFailure(OTHER_COPY, 'it has the page', 1);
    await session.set({ failures: [failure] });
    world = await opened();
    expect(world.state().notice).toMatch(/^Another copy of this extension/u);
  });

  test('shows what is stored, with counts and without a notice', async () => {
    await local.set(EVERYTHING);
    await sync.set({ 'pick:28D1Y': { v: EVERYTHING['pick:28D1Y'] } });
    await session.set({ 'frames:7': { 0: ['28D1Y'] }, failures: [] });
    world = await opened();
    const { own, settings, sync: status, notice, done } = world.state();
    expect([own.picks.size, own.watched.size, own.notes.size]).toEqual([2, 1, 1]);
    expect([...settings.partsOff]).toEqual(['strip']);
    expect([settings.theme, settings.alarm, settings.zone]).toEqual(['dark', 15, 'event']);
    expect(status?.problem).toBe('quota');
    expect([notice, done]).toEqual([undefined, undefined]);
    const counts = world.state().stored.map(({ kind, count }) => [kind, count]);
    expect(Object.fromEntries(counts)).toEqual({
      pick: 2,
      watched: 1,
      note: 1,
      seen: 1,
      switches: 2,
      choices: 4,
      aside: 1,
      sync: 1,
      first: 1,
      tabs: 1,
      failures: 1,
      account: 1,
    });
  });

  test('counts bytes as browsers do, key and JSON in UTF-8, and unknown keys as “rest”', async () => {
    await local.set({ 'off:strip': true, 'note:28D1Y': EVERYTHING['note:28D1Y'], later: '⬢' });
    world = await opened();
    const of = (kind: string) => world.state().stored.find((line) => line.kind === kind);
    expect(of('switches')).toEqual({ kind: 'switches', count: 1, bytes: 'off:strip'.length + 'true'.length });
    expect(of('rest')).toEqual({ kind: 'rest', count: 1, bytes: 'later'.length + 2 + 3 });
    const json = JSON.stringify(EVERYTHING['note:28D1Y']);
    expect(of('note')?.bytes).toBe('note:28D1Y'.length + Buffer.byteLength(json));
    expect(of('note')?.bytes).toBeGreaterThan('note:28D1Y'.length + json.length);
  });

  test('follows other windows until it is closed', async () => {
    world = await opened();
    await setPicked('28D1Y', 'g', true);
    await setSwitch({ all: true }, false);
    await setChoice('accent', 'pink');
    await rest();
    const { own, settings } = world.state();
    expect([own.picks.size, settings.on, settings.accent]).toEqual([1, false, 'pink']);
    world.stop.abort();
    await setPicked('28D1Y', 'g', false);
    await rest();
    expect(world.state().own.picks.size).toBe(1);
  });

  test('sets aside values that cannot be read, and shows a notice', async () => {
    await local.set({ 'pick:28D1Y': { id: 7 }, 'note:28D1Y': 'no note' });
    world = await opened();
    await rest();
    expect(world.state().notice).toMatch(/^2 of your picks, seen marks and notes could not be read.*kept/u);
    expect(world.state().stored.find(({ kind }) => kind === 'aside')?.count).toBe(2);
    expect(Object.keys(await stored()).every((key) => key.startsWith('aside:'))).toBe(true);
  });

  test('shows a notice when storage cannot be read, and then saves no file and changes nothing', async () => {
    await local.set(EVERYTHING);
    const before = await bytes();
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    world = await opened();
    expect(world.state().notice).toMatch(/could not be read.*Nothing was changed/u);
    await expect(world.store.exportFile()).rejects.toThrow('corrupt');
    expect(world.files.size).toBe(0);
    await world.store.resetChoices();
    await world.store.resetAll();
    await world.store.prefer('theme', 'light');
    expect(world.state().settings).toEqual(DEFAULTS);
    vi.restoreAllMocks();
    expect(await bytes()).toBe(before);
    expect(takeErrors()).toHaveLength(4);
  });

  test('shows the rest when the account and session storage cannot be read', async () => {
    await local.set(EVERYTHING);
    vi.spyOn(sync, 'get').mockRejectedValue(new Error('no account'));
    vi.spyOn(session, 'get').mockRejectedValue(new Error('no session'));
    world = await opened();
    expect(world.state().own.picks.size).toBe(2);
    expect(world.state().notice).toBeUndefined();
    expect(takeErrors()).toHaveLength(2);
  });
});

const CHOICES: [keyof Choices, Choices[keyof Choices], string][] = [
  ['theme', 'dark', 'Theme: Dark'],
  ['theme', 'light', 'Theme: Light'],
  ['accent', 'sky', 'Highlight colour: Sky blue'],
  ['zone', 'mine', 'Time zone: This device: Europe/Berlin'],
  ['zone', 'America/New_York', 'Time zone: America/New York'],
  ['alarm', 10, 'Reminder in calendar files: 10 minutes before'],
  ['sync', true, 'Turned on: Sync'],
];

describe('a choice', () => {
  test.each(CHOICES)(
    'of %s, %s, is stored at once under one key, shows a status, and can be undone',
    async (name, value, text) => {
      world = await opened();
      const done = world.store.prefer(name, value);
      expect(world.state().settings[name]).toBe(value);
      await done;
      expect(await stored()).toEqual({ [choiceKey(name)]: value });
      expect(world.state().done?.text).toBe(text);
      world.state().done?.undo?.();
      await rest();
      expect(await stored()).toEqual({});
      expect(world.state().settings).toEqual(DEFAULTS);
      expect(world.state().done?.text).toBe('Undone.');
    },
  );

  test('of the default removes the key, and shows a status', async () => {
    await local.set({ 'pref:theme': 'dark', 'pref:alarm': 5, 'pref:sync': true, 'pref:zone': 'mine' });
    world = await opened();
    const statuses: (string | undefined)[] = [];
    for (const name of ['theme', 'alarm', 'sync', 'zone'] as const) {
      await world.store.prefer(name, DEFAULTS[name]);
      statuses.push(world.state().done?.text);
    }
    expect(await stored()).toEqual({});
    expect(statuses).toEqual([
      'Theme: System',
      'Reminder in calendar files: None',
      'Turned off: Sync',
      `Time zone: Event: ${guide.zone.replace('_', ' ')}`,
    ]);
  });

  test('is in the first paint of the next surface, together with the last view', async () => {
    const { view } = firstState('page', '?q=bgp', 0);
    keepFirst({ ...firstState('page', '', 0), view }, 0);
    world = await opened();
    await world.store.prefer('theme', 'dark');
    const next = firstState('popup', '', 0);
    expect([next.view.query, next.settings.theme]).toEqual(['bgp', 'dark']);
  });
});

describe('a switch', () => {
  test('is stored at once, shows a status with its name, and can be undone', async () => {
    world = await opened();
    await world.store.turn({ part: 'mentions' }, false);
    expect(await stored()).toEqual({ 'off:mentions': true });
    expect(world.state().done?.text).toBe('Turned off: Mentions of Cilium in other sessions');
    world.state().done?.undo?.();
    await rest();
    expect(await stored()).toEqual({});
    await world.store.turn({ host: guide.sites[0]?.host ?? '' }, true);
    expect(world.state().done?.text).toBe(`Turned on: ${guide.sites[0]?.name}`);
  });
});
