import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import background from '../../../entrypoints/background/index.ts';
import { buildDetail } from '../../../lib/guide/detail.ts';
import type { ListPanels, Panel } from '../../../lib/messages.ts';
import { askBackground } from '../../ask-background.ts';
import { takeErrors } from '../../errors.ts';
import { holdTimers, rest } from '../../time.ts';

holdTimers();

type Sender = { id?: string; tab?: { id?: number }; frameId?: number; url?: string };

/** The badge of each tab. The browser clears it when another page loads. */
let badges: Map<number, string>;
/** Presses a keyboard shortcut of the extension. */
let press: (command: string) => Promise<void>;

beforeEach(() => {
  badges = new Map();
  const action = {
    getBadgeText: async ({ tabId }: { tabId: number }) => badges.get(tabId) ?? '',
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  };
  for (const [name, does] of Object.entries(action)) {
    vi.spyOn(fakeBrowser.action, name as keyof typeof action).mockImplementation(does as never);
  }
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation((listen) => {
    press = async (command) => {
      listen(command, undefined as never);
      await rest();
    };
  });
  background.main();
});

const own = fakeBrowser.runtime.id;
/** Our content script on a page of a guide site. trust.test.ts has all other senders. */
const page: Sender = { id: own, tab: { id: 1 }, frameId: 0, url: `https://${guide.sites[0]?.host}/list/simple` };

/** The background's answer to a message. */
const answer = (message: unknown, sender: Sender) => askBackground(message, sender);

const shown = (tab: number, frameId: number, ...ids: string[]) =>
  answer({ type: 'shown', ids }, { ...page, tab: { id: tab }, frameId });

/** All texts of a tree, joined. */
function textIn(tree: unknown): string {
  if (typeof tree === 'string') return tree;
  return (tree as { children: unknown[] }).children.map(textIn).join('');
}

const panel = (kind: string, id = '') => answer({ type: 'panel', kind, id }, page) as Promise<Panel>;

describe('the background', () => {
  test.each(guide.sessions.map(({ id }) => id))(
    'answers with the card and the briefing of %s, as plain data',
    async (id) => {
      const { session } = buildDetail(guide, id);
      for (const kind of ['card', 'briefing']) {
        const drawn = await panel(kind, id);
        expect(drawn?.tree).toMatchObject({ tag: 'section' });
        expect(textIn(drawn?.tree)).toContain(session.takeaway);
        expect(typeof drawn?.css).toBe('string');
        expect(structuredClone(drawn)).toEqual(drawn);
        expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
      }
      expect(textIn((await panel('briefing', id))?.tree)).toContain('Cilium guide');
    },
  );

  test('answers with the strip and its “about” panel, without a session id', async () => {
    const { strip } = (await answer({ type: 'list' }, page)) as ListPanels;
    expect(strip?.tree).toMatchObject({ tag: 'div', attributes: { class: 'surface strip' } });
    const about = await panel('about');
    expect(about?.tree).toMatchObject({ tag: 'section' });
    for (const { title } of guide.context) expect(textIn(about?.tree)).toContain(title);
    expect(JSON.parse(JSON.stringify([strip, about]))).toEqual([strip, about]);
  });

  test('answers with the closed card of each guide session, as plain data', async () => {
    const { bars } = (await answer({ type: 'list' }, page)) as ListPanels;
    expect(Object.keys(bars.trees)).toHaveLength(15);
    for (const { id, takeaway } of guide.sessions) expect(textIn(bars.trees[id])).toContain(takeaway);
    expect(JSON.parse(JSON.stringify(bars))).toEqual(bars);
  });

  test('answers with a briefing in 24-hour time only while the reader has chosen that', async () => {
    const time = async () => textIn((await panel('briefing', '28D1Y')).tree).match(/\d+:\d\d\s?[AP]M/gu);
    expect(await time()).not.toBeNull();
    await fakeBrowser.storage.local.set({ 'pref:hours': 24 });
    expect(await time()).toBeNull();
    await fakeBrowser.storage.local.remove('pref:hours');
    expect(await time()).not.toBeNull();
  });

  test('answers with a panel even when storage cannot be read, and reports that', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect(textIn((await panel('card', '28D1Y'))?.tree)).toContain('Why watch');
    expect(takeErrors()).toHaveLength(1);
    get.mockRestore();
  });

  test('answers with undefined when it fails, and reports that', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect(await answer({ type: 'print', host: new URL(page.url ?? '').host, rows: [] }, page)).toBeUndefined();
    expect(takeErrors()).toHaveLength(1);
  });

  test.each(['', '28d1y', '28D4J', '__proto__'])(
    'answers with false for “%s”, which is not a guide session',
    async (id) => {
      expect(await panel('card', id)).toBe(false);
      expect(await panel('briefing', id)).toBe(false);
    },
  );
});

describe('a keyboard shortcut', () => {
  /** What was sent, to which tab. */
  let sent: unknown[];
  let active: { id?: number }[];

  beforeEach(() => {
    sent = [];
    active = [{ id: 7 }];
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async (query: unknown) => {
      expect(query).toEqual({ active: true, lastFocusedWindow: true });
      return active;
    }) as never);
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (tab: number, message: unknown) => {
      sent.push([tab, message]);
    }) as never);
  });

  test.each([
    ['next-session', 1],
    ['previous-session', -1],
  ])('for %s sends a step of %i to the active tab', async (command, step) => {
    await press(command);
    expect(sent).toEqual([[7, { type: 'go', step }]]);
  });

  test('sends nothing for a command that the browser handles, or an unknown one', async () => {
    await press('_execute_action');
    await press('other');
    expect(sent).toEqual([]);
  });

  test.each([[[]], [[{}]]])('sends nothing without an active tab: %j', async (tabs) => {
    active = tabs;
    await press('next-session');
    expect(sent).toEqual([]);
  });

  test('ignores a tab that does not listen, and reports any other failure', async () => {
    const refuse = (message: string) =>
      vi.mocked(fakeBrowser.tabs.sendMessage).mockRejectedValueOnce(new Error(message) as never);
    refuse('Could not establish connection. Receiving end does not exist.');
    await press('next-session');
    refuse('other');
    await press('next-session');
    expect(takeErrors()).toHaveLength(1);
  });
});

describe('the badge of a tab', () => {
  test('counts the distinct sessions in all its frames, even when they report at once', async () => {
    await Promise.all([shown(1, 0, '28D1Y', '28D0X'), shown(1, 7, '28D0X', '27FbS'), shown(2, 0, '27FbS')]);
    expect([...badges]).toEqual([
      [1, '3'],
      [2, '1'],
    ]);
  });

  test('starts from zero when another page loads', async () => {
    await shown(1, 0, '28D1Y', '28D0X');
    await shown(1, 7, '27FbS');
    badges.delete(1);
    await shown(1, 0, '28D2Q');
    expect(badges.get(1)).toBe('1');
  });

  test('is cleared with the last session', async () => {
    await shown(1, 0, '28D1Y');
    await shown(1, 0);
    expect(badges.get(1)).toBe('');
  });

  test('ignores a prerendered page', async () => {
    await shown(1, 0, '28D1Y', '28D0X');
    const ahead = { ...page, frameId: 9, documentLifecycle: 'prerender' };
    await answer({ type: 'shown', ids: ['27FbS'] }, ahead);
    expect(badges.get(1)).toBe('2');
  });

  test('is set after another badge has failed', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValueOnce(new Error('no tab with id 1') as never);
    await shown(1, 0, '28D1Y');
    expect(takeErrors()).toHaveLength(1);
    await shown(2, 0, '28D1Y');
    expect(badges.get(2)).toBe('1');
  });
});
