// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import background from '../../../entrypoints/background/index.ts';
import { keepFailure } from '../../../features/background/failures.ts';
import { diagnose } from '../../../features/options/diagnose.ts';
import { sendFailure } from '../../../lib/messages.ts';
import { readOwn } from '../../../lib/own/own.ts';
import { readSettings } from '../../../lib/own/settings.ts';
import { read } from '../../../lib/own/storage.ts';
import { sendReports } from '../../../lib/report/early.ts';
import { readFailures } from '../../../lib/report/failures.ts';
import { keepReports, report } from '../../../lib/report/report.ts';
import { askBackground } from '../../ask-background.ts';
import { takeErrors } from '../../errors.ts';
import { holdTimers, rest } from '../../time.ts';
import { opened } from '../options/options-world.ts';

const { session } = fakeBrowser.storage;
const own = fakeBrowser.runtime.id;
/** A page of a guide site in a tab, and an extension page. */
const inTab = { id: own, tab: { id: 1 }, url: `https://${guide.sites[0]?.host}/list/simple` };
const popup = { id: own, url: fakeBrowser.runtime.getURL('/popup.html') };

holdTimers();

beforeEach(() => {
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => {});
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});
afterEach(() => {
  keepReports(() => {});
});

const readKept = async () => readFailures(await read('session'));
const kept = async () => (await readKept()).map(({ where, text, times }) => [where, text, times]);

describe('a failure', () => {
  beforeEach(() => background.main());

  test('in the background is stored, and logged once', async () => {
    report(new Error('refused'), 'sync');
    await rest();
    expect(await kept()).toEqual([['sync', 'Error: refused', 1]]);
    expect(takeErrors()).toHaveLength(1);
  });

  test.each([
    ['a page of a guide site', inTab],
    ['an extension page', popup],
  ])('from %s is stored, and not logged again', async (_, sender) => {
    const message = { type: 'failed', where: 'cards', text: 'Error: boom' };
    await askBackground(message, sender);
    expect(await kept()).toEqual([['cards', 'Error: boom', 1]]);
  });

  test.each([
    ['a private window', { ...inTab, tab: { id: 1, incognito: true } }],
    ['another extension', { ...inTab, id: 'another' }],
    ['another extension’s page', { ...popup, id: 'another' }],
    ['a page of another site', { ...inTab, url: 'https://example.com/' }],
    ['an unknown sender', { id: own }],
  ])('from %s is ignored', async (_, sender) => {
    const message = { type: 'failed', where: 'cards', text: 'Error: boom' };
    await askBackground(message, sender);
    await rest();
    expect(await kept()).toEqual([]);
  });
});

test('A thousand failures at once keep the last 20, in fewer than five writes', async () => {
  const set = vi.spyOn(session, 'set');
  await Promise.all(
    Array.from({ length: 1000 }, (_, index) => keepFailure('page', `Error ${'x'.repeat(index % 50)}`, index)),
  );
  expect((await readKept()).map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => 980 + index));
  expect(set.mock.calls.length).toBeLessThan(5);
});

test('A failure that storage rejects is dropped, and the next one is stored', async () => {
  vi.spyOn(session, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(keepFailure('page', 'Error: first', 1)).resolves.toBeUndefined();
  await keepFailure('page', 'Error: second', 2);
  expect(await kept()).toEqual([['page', 'Error: second', 1]]);
});

test('The options page counts a new failure without reading local storage again', async () => {
  const { stop, state } = await opened();
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  await session.set({ failures: [{ at: 1, where: 'options', text: 'Error', times: 1 }], 'frames:7': {} });
  await rest();
  const count = (kind: string) => state().stored.find((line) => line.kind === kind)?.count;
  expect([count('failures'), count('tabs'), get.mock.calls]).toEqual([1, 1, []]);
  stop.abort();
});

test('A page does not report that it could not send a report', async () => {
  const messages = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((() => {
    throw new TypeError('the extension has gone');
  }) as never);
  keepReports(sendFailure);
  report(new Error('boom'), 'cards');
  await rest();
  expect(messages).toHaveBeenCalledTimes(1);
  expect(takeErrors()).toHaveLength(1);
});

test('Errors reported before a surface can send them are sent later, once', async () => {
  vi.resetModules();
  const early = await import('../../../lib/report/early.ts');
  const { report: fresh } = await import('../../../lib/report/report.ts');
  fresh(new Error('boom'), 'first paint');
  const sent: unknown[] = [];
  early.sendReports((error, where) => sent.push([String(error), where]));
  fresh(new Error('next'), 'agenda');
  early.sendReports((error, where) => sent.push([String(error), where]));
  expect(sent).toEqual([
    ['Error: boom', 'first paint'],
    ['Error: next', 'agenda'],
  ]);
  expect(sendReports).not.toBe(early.sendReports);
  expect(takeErrors()).toHaveLength(2);
});

describe('a diagnosis', () => {
  const state = {
    own: readOwn({}),
    settings: readSettings({}),
    stored: [{ kind: 'pick' as const, count: 2, bytes: 140 }],
  };
  const main = guide.sites[0]?.host;
  const tabs = [
    { id: 1, url: `https://${main}/list/simple?searchstring=secret` },
    { id: 2, url: `https://${main}/event/28D1Y/slug?iframe=yes` },
    { id: 3 },
    { id: 4 },
    { id: 5, url: `https://${main}/grid`, incognito: true },
  ];

  test('lists the open pages by kind, the number of sessions in their frames, and the last errors', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);
    vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'mac' } as never);
    fakeBrowser.permissions.contains = (async () => true) as never;
    await session.set({ 'frames:1': { 0: ['28D1Y', '27FbS'] }, 'frames:4': { 7: ['28D1Y'] } });
    await keepFailure('cards', 'Error: boom', 0);
    const text = await diagnose(guide, state, 0);
    expect(text).toContain(
      [
        'pages open:',
        '  simple: 2 sessions of the guide marked',
        '  event, embed: nothing reported by the content script',
        '  another page with an embed: 1 sessions of the guide marked',
        'switched off: nothing',
      ].join('\n'),
    );
    expect(text).toContain(' on mac, ');
    expect(text).toContain(`allowed on: ${guide.sites.length} of ${guide.sites.length} sites`);
    expect(text).toContain('  pick: 2 (140 bytes)\n');
    expect(text).toContain('  1970-01-01T00:00:00Z cards: Error: boom\n');
    expect(text).not.toMatch(/28D1Y|27FbS|secret|sched\.com/u);
  });

  test('has the remaining facts when browser calls reject', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(refuse as never);
    vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockImplementation(refuse as never);
    vi.spyOn(session, 'get').mockImplementation(refuse as never);
    fakeBrowser.permissions.contains = refuse as never;
    const text = await diagnose(guide, state, 0);
    expect(text).toContain(' on an unknown system, ');
    expect(text).toContain('\npages open: none\n');
    expect(text).toContain('\nerrors: none\n');
  });
});
