// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { pairPrintRows } from '../../../features/background/seen.ts';
import { startPrint } from '../../../features/page/print.ts';
import type { Ask, Message } from '../../../lib/messages.ts';
import { type Part, switchKey } from '../../../lib/own/settings.ts';
import { keepReports } from '../../../lib/report/report.ts';
import { takeErrors } from '../../errors.ts';
import { MAIN, one, openPage } from '../../sched/open-page.ts';

const site = guide.sites.find(({ host }) => MAIN.endsWith(host))?.id;
const [talk, next] = guide.sessions.filter((session) => session.site === site);
const HASHES = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(32));
const people = talk?.speakers.map(({ name, organisation }) => `${name}, ${organisation}`).join(' & ');

const row = (
  id: string | undefined,
  title = '',
  names = '',
) => `<tr><td class="time"><span>3:00pm</span></td><td class="type"></td>
  <td class="title"><a href="event/${id}" id="${id}">${title}</a><div class="venue">Hall</div><em class="sched-role-list">${names}</em></td></tr>`;
const PAGE = `<div id="menu"></div><div id="page-print"><div id="tableContainer"><table>
  <tr class="bar"><td colspan="4"><span id="${new Date(talk?.start ?? 0).toISOString().slice(0, 10)}">A day</span></td></tr>
  ${row(HASHES[0], `${talk?.title} - ${people}`)}${row(next?.id, 'Anything')}${row(HASHES[1], 'Cilium for Plumbers')}
  ${row(HASHES[2], 'Plumbing - Ada Roe, Cilium Pipes', 'Speakers: Ada Roe')}${row(HASHES[3], 'Coffee')}</table></div></div>`;

let stop: AbortController;
let sent: Message[];
const ask = (async (message: Message) => {
  sent.push(message);
  return message.type === 'print' ? pairPrintRows(message) : true;
}) as Ask;

beforeEach(() => {
  sent = [];
  stop = new AbortController();
  openPage(`${MAIN}/print`, PAGE);
});
afterEach(() => stop.abort());

const marks = () =>
  [...document.querySelectorAll<HTMLElement>('[data-csg-session]')].map(({ localName, dataset }) => [
    localName,
    dataset.csgSession,
    dataset.csgKind,
    dataset.csgLink,
  ]);

test('A print view where another copy of the extension runs is left alone', async () => {
  stop.abort();
  const before = document.documentElement.outerHTML;
  await startPrint(stop.signal, ask);
  expect([sent, document.documentElement.outerHTML]).toEqual([[], before]);
});

test('A print view has marks on the links of its rows, and no new element', async () => {
  const elements = document.querySelectorAll('*').length;
  await startPrint(stop.signal, ask);
  expect(marks()).toEqual([
    ['a', talk?.id, 'guide', 'guide'],
    ['a', next?.id, 'guide', 'guide'],
    ['a', HASHES[1], 'mention', 'strong'],
  ]);
  expect(document.documentElement.dataset.csgGuide).toBe(guide.id);
  expect(document.querySelectorAll('*')).toHaveLength(elements);
  expect(sent.at(-1)).toEqual({ type: 'shown', ids: [talk?.id, next?.id] });
});

test('A print view is byte for byte as before after the signal aborts', async () => {
  const before = document.documentElement.outerHTML;
  await startPrint(stop.signal, ask);
  expect(document.documentElement.outerHTML).not.toBe(before);
  stop.abort();
  expect(document.documentElement.outerHTML).toBe(before);
});

test('A print view has no marks and sends nothing while the extension is off, and follows its switch', async () => {
  const off = switchKey({ all: true });
  await fakeBrowser.storage.local.set({ [off]: true });
  await startPrint(stop.signal, ask);
  expect([marks(), sent]).toEqual([[], []]);
  expect(document.documentElement.dataset.csgGuide).toBeUndefined();
  await fakeBrowser.storage.local.remove(off);
  await vi.waitFor(() => expect(marks()).toHaveLength(3));
  await fakeBrowser.storage.local.set({ [off]: true });
  await vi.waitFor(() => expect(marks()).toEqual([]));
  expect(sent.map(({ type }) => type)).toEqual(['print', 'shown', 'shown']);
  expect(sent.at(-1)).toEqual({ type: 'shown', ids: [] });
});

test('A print view is left alone when another copy takes over while it loads, or when it is being edited', async () => {
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  const starting = startPrint(stop.signal, ask);
  await fakeBrowser.storage.local.get(null);
  stop.abort();
  await starting;
  state.mockRestore();
  document.designMode = 'on';
  await startPrint(new AbortController().signal, ask);
  document.designMode = 'off';
  expect([marks(), sent]).toEqual([[], []]);
});

test.each<[Part, string]>([
  ['mentions', 'quiet'],
  ['quiet', 'strong'],
])('A print view leaves out the part “%s” while it is off', async (part, degree) => {
  openPage(`${MAIN}/print`, PAGE.replace('Coffee', 'XDP for everyone'));
  await fakeBrowser.storage.local.set({ [switchKey({ part })]: true });
  await startPrint(stop.signal, ask);
  const mentions = document.querySelectorAll<HTMLElement>('[data-csg-kind=mention]');
  expect([...mentions].map(({ dataset }) => dataset.csgLink)).toEqual([degree]);
});

test('A print view whose background failed is marked at the next change, and reports what fails then', async () => {
  keepReports(() => {});
  const sending = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(true as never);
  let failing: string | undefined = 'print';
  const failingAsk = (async (message: Message) => {
    if (message.type === failing) throw new Error(`no ${failing}`);
    return ask(message as never);
  }) as Ask;
  await expect(startPrint(stop.signal, failingAsk)).rejects.toThrow('no print');
  expect(marks()).toEqual([]);
  failing = 'shown';
  await fakeBrowser.storage.local.set({ [switchKey({ part: 'strip' })]: true });
  await vi.waitFor(() => expect(takeErrors()).toHaveLength(1));
  expect(sending).toHaveBeenCalledWith({ type: 'failed', where: 'badge', text: 'Error: no shown' });
  expect(marks()).toHaveLength(3);
});

test('A print view that is switched on while the background fails stays as it is, and reports that', async () => {
  keepReports(() => {});
  const sending = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(true as never);
  const off = switchKey({ all: true });
  await fakeBrowser.storage.local.set({ [off]: true });
  let isKilled = true;
  const askOnceKilled = (async (message: Message) => {
    if (isKilled) throw new Error('killed');
    return ask(message as never);
  }) as Ask;
  await startPrint(stop.signal, askOnceKilled);
  const before = document.documentElement.outerHTML;
  await fakeBrowser.storage.local.remove(off);
  await vi.waitFor(() => expect(takeErrors()).toHaveLength(1));
  expect(sending).toHaveBeenCalledWith({ type: 'failed', where: 'print', text: 'Error: killed' });
  expect(document.documentElement.outerHTML).toBe(before);
  isKilled = false;
  await fakeBrowser.storage.local.set({ [switchKey({ part: 'strip' })]: true });
  await vi.waitFor(() => expect(marks()).toHaveLength(3));
});

test('A page that is not a print view is left alone, and sends nothing', async () => {
  openPage(`${MAIN}/print`, PAGE.replace('page-print', 'page'));
  await startPrint(stop.signal, ask);
  expect([marks(), sent]).toEqual([[], []]);
  expect(one('#page')).toBeTruthy();
});
