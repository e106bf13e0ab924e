import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import background from '../../../entrypoints/background/index.ts';
import { isMessage } from '../../../lib/messages.ts';
import { askBackground } from '../../ask-background.ts';

const [site] = guide.sites;
const [session] = guide.sessions.filter((one) => one.site === site?.id);
const host = site?.host ?? '';
const id = session?.id ?? '';
const own = fakeBrowser.runtime.id;
/** The sender that a browser gives for our content script on a guide page. */
const ours = { id: own, tab: { id: 1 }, frameId: 0, url: `https://${host}/list/simple` };
const seen = (raw: unknown, more: object = {}) => ({
  type: 'seen',
  host,
  hash: 'a',
  sessions: { [id]: raw },
  ...more,
});

beforeEach(() => {
  const action = { getBadgeText: '', setBadgeText: undefined, setBadgeBackgroundColor: undefined };
  for (const [name, value] of Object.entries({ ...action, setBadgeTextColor: undefined })) {
    vi.spyOn(fakeBrowser.action, name as keyof typeof action).mockResolvedValue(value as never);
  }
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => {});
  background.main();
});

/** Whether a message is answered, and whether it changes storage. */
async function describeEffect(message: unknown, sender: unknown) {
  const before = await everything();
  const answer = await askBackground(message, sender);
  return { answered: answer !== undefined, stored: (await everything()) !== before };
}

async function everything(): Promise<string> {
  const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session, fakeBrowser.storage.sync];
  return JSON.stringify(await Promise.all(areas.map((area) => area.get(null))));
}

const MESSAGES = [
  { type: 'list' },
  { type: 'panel', kind: 'card', id },
  { type: 'shown', ids: [id] },
  { type: 'known', hash: 'a' },
  seen({ title: 'A title', room: 'Room 1' }),
];

describe('the background', () => {
  test.each(MESSAGES)('accepts $type from our content script on a guide page', async (message) => {
    const { answered, stored } = await describeEffect(message, ours);
    expect(answered || stored).toBe(true);
  });

  describe.each<[string, unknown]>([
    ['another extension', { ...ours, id: 'another-extension' }],
    ['a sender without an id', { ...ours, id: undefined }],
    ['a page without a tab', { ...ours, tab: undefined }],
    ['a page without a URL', { ...ours, url: undefined }],
    ['an invalid URL', { ...ours, url: 'list/simple' }],
    ['another site', { ...ours, url: 'https://sched.example/list/simple' }],
    ['a site whose name begins like the guide’s', { ...ours, url: `https://${host}.example/` }],
    ['a site whose name ends like the guide’s', { ...ours, url: `https://not${host}/` }],
    ['the guide’s host as a user name', { ...ours, url: `https://${host}@sched.example/` }],
    ['the guide’s site over plain HTTP', { ...ours, url: `http://${host}/list/simple` }],
    ['the guide’s site on another port', { ...ours, url: `https://${host}:8443/list/simple` }],
    ['an empty frame', { ...ours, url: 'about:blank' }],
    [
      'an extension page, which reads the guide and storage itself',
      { ...ours, url: `chrome-extension://${own}/popup.html` },
    ],
  ])('ignores %s', (_, sender) => {
    test.each(MESSAGES)('that sends $type', async (message) => {
      expect(await describeEffect(message, sender)).toEqual({ answered: false, stored: false });
    });
  });

  test('stores nothing that one site reports in the name of another', async () => {
    const other = guide.sites.find((one) => one !== site)?.host;
    const message = seen({ title: 'A title' }, { host: other });
    expect(await describeEffect(message, ours)).toMatchObject({ stored: false });
  });

  test('stores nothing about the sessions of another site', async () => {
    const other = guide.sessions.find((one) => one.site !== site?.id)?.id ?? '';
    const message = seen({ title: 'A title' }, { sessions: { [other]: { title: 'Taken over', room: 'Elsewhere' } } });
    await describeEffect(message, ours);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  const WRONG: unknown[] = [
    null,
    'text',
    [],
    { title: 7 },
    { room: {} },
    { saved: 'yes' },
    { speakers: 'Ada Example' },
    { speakers: [7] },
    { times: 'Monday' },
    { times: [null] },
    { times: [{ text: 7 }] },
    { times: [{ text: 'Monday', zone: 7 }] },
    { times: [{ text: 'Monday', day: {} }] },
    { files: {} },
    { files: ['https://files.example/a.pdf'] },
    { files: [{ name: 'a', url: 7 }] },
    { files: [{ url: 'https://files.example/a.pdf' }] },
    { frames: [null] },
    { frames: 'https://files.example/a.pdf' },
    { links: [7] },
    { data: {} },
    { schedId: 7 },
  ];
  test.each(WRONG.map((raw) => [raw]))('ignores a report with an invalid session: %j', async (raw) => {
    expect(isMessage(seen(raw))).toBe(false);
    expect(await describeEffect(seen(raw), ours)).toEqual({ answered: false, stored: false });
  });

  test.each([
    { whole: 'yes' },
    { whole: { days: [] } },
    { whole: { days: [7], ids: [] } },
    { zone: 7 },
    { sessions: [] },
  ])('ignores a report with invalid facts about the page: %j', async (more) => {
    expect(await describeEffect(seen({ title: 'A title' }, more), ours)).toEqual({ answered: false, stored: false });
  });

  test('keeps file URLs only from the hosts where Sched stores files', async () => {
    const files = [
      { name: 'Slides', url: 'https://hosted-files.sched.co/x/slides.pdf' },
      { name: 'Older', url: 'https://static.sched.com/hosted_files/x/older.pdf' },
      { name: 'Elsewhere', url: 'https://sched.co.example/x/slides.pdf' },
      { name: 'Plain', url: 'http://hosted-files.sched.co/x/plain.pdf' },
      { name: 'Script', url: 'javascript:alert(1)' },
    ];
    await describeEffect(seen({ title: 'A title', files }), ours);
    const kept = await everything();
    for (const name of ['Slides', 'Older']) expect(kept).toContain(`"${name}"`);
    for (const name of ['Elsewhere', 'Plain', 'Script']) expect(kept).not.toContain(`"${name}"`);
  });
});
