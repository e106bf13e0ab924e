import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import background from '../../../entrypoints/background/index.ts';
import { isMessage } from '../../../lib/messages.ts';
import { askBackground } from '../../ask-background.ts';

// As in the background's build (build/vite.ts).

const [site] = guide.sites;
const [session] = guide.sessions.filter((one) => one.site === site?.id);
const host = site?.host ?? '';
const id = session?.id ?? '';
const own = fakeBrowser.runtime.id;
/** What a browser says of our script in a page of the guide. */
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

/** What is answered, and whether anything was stored because of it. */
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

describe('The background', () => {
  test.each(MESSAGES)('does what our script in a page of the guide asks: $type', async (message) => {
    const { answered, stored } = await describeEffect(message, ours);
    expect(answered || stored).toBe(true);
  });

  describe.each<[string, unknown]>([
    ['another extension', { ...ours, id: 'another-extension' }],
    ['nobody that the browser names', { ...ours, id: undefined }],
    ['a page that is in no tab', { ...ours, tab: undefined }],
    ['a page without an address', { ...ours, url: undefined }],
    ['an address that is none', { ...ours, url: 'list/simple' }],
    ['another site', { ...ours, url: 'https://sched.example/list/simple' }],
    ['a site whose name begins like the guide’s', { ...ours, url: `https://${host}.example/` }],
    ['a site whose name ends like the guide’s', { ...ours, url: `https://not${host}/` }],
    ['a user’s name that is the guide’s site', { ...ours, url: `https://${host}@sched.example/` }],
    ['the guide’s site without encryption', { ...ours, url: `http://${host}/list/simple` }],
    ['the guide’s site at another port', { ...ours, url: `https://${host}:8443/list/simple` }],
    ['an empty frame', { ...ours, url: 'about:blank' }],
    [
      'an own page, which has the guide and the storage itself',
      { ...ours, url: `chrome-extension://${own}/popup.html` },
    ],
  ])('does nothing for %s', (_, sender) => {
    test.each(MESSAGES)('that sends: $type', async (message) => {
      expect(await describeEffect(message, sender)).toEqual({ answered: false, stored: false });
    });
  });

  test('takes no word of one site for another’s.', async () => {
    const other = guide.sites.find((one) => one !== site)?.host;
    const message = seen({ title: 'A title' }, { host: other });
    expect(await describeEffect(message, ours)).toMatchObject({ stored: false });
  });

  test('keeps nothing that a page says of another site’s sessions.', async () => {
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
  test.each(WRONG.map((raw) => [raw]))('keeps nothing of a message of the wrong shape: %j.', async (raw) => {
    expect(isMessage(seen(raw))).toBe(false);
    expect(await describeEffect(seen(raw), ours)).toEqual({ answered: false, stored: false });
  });

  test.each([
    { whole: 'yes' },
    { whole: { days: [] } },
    { whole: { days: [7], ids: [] } },
    { zone: 7 },
    { sessions: [] },
  ])('and not of one that is wrong about the page: %j.', async (more) => {
    expect(await describeEffect(seen({ title: 'A title' }, more), ours)).toEqual({ answered: false, stored: false });
  });

  test('keeps addresses of files from where Sched has them, and of no other place.', async () => {
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
