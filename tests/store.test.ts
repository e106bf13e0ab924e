import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listFiles, read } from './sources.ts';

const listing = read('store/listing.md');
/** The text of a section of the listing. */
function section(title: string): string {
  const [, text] = new RegExp(`^## ${title}\\n\\n([\\s\\S]*?)(?=\\n## |$(?![\\s\\S]))`, 'mu').exec(listing) ?? [];
  if (text === undefined) throw new Error(`store/listing.md has no section “${title}”`);
  return text.trim();
}
/** The bytes of a file. */
const readBytes = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url));
const oneLine = (title: string) => section(title).replace(/\s+/gu, ' ');
const manifest = (browser: string) => JSON.parse(read(`tests/built/manifests/${browser}.json`));
const guide = JSON.parse(read('data/guides/kubecon-na-2025.json')) as {
  sites: { host: string }[];
  sessions: unknown[];
};
const hosts = guide.sites.map(({ host }) => `https://${host}/*`);

describe('the store listing', () => {
  test.each([
    ['Name', 45],
    ['Summary for Chrome', 132],
    ['Summary for Firefox', 250],
    ['Description', 10_000],
    ['Single purpose', 1000],
  ])('has a section %s of at most %i characters', (title, most) => {
    expect(oneLine(title).length).toBeGreaterThan(10);
    expect(oneLine(title).length).toBeLessThanOrEqual(most);
  });

  test('gives the extension the name from its manifest', () => {
    expect(section('Name')).toBe(manifest('chrome').name);
  });

  test('justifies every permission and host, and no other, in at most 1,000 characters', () => {
    const rows = [...section('Permissions').matchAll(/^\| `([^`]+)` \| (.+) \|$/gmu)];
    const named = rows.map(([, name]) => name);
    expect(named).toEqual([...manifest('chrome').permissions, ...hosts]);
    for (const permission of manifest('firefox').permissions) expect(named).toContain(permission);
    for (const [, , why = ''] of rows) {
      expect(why.length).toBeGreaterThan(30);
      expect(why.length).toBeLessThanOrEqual(1000);
    }
  });

  test('declares, like the manifest, that no data is collected', () => {
    expect(manifest('firefox').browser_specific_settings.gecko.data_collection_permissions.required).toEqual(['none']);
    expect(section('Data')).toContain('`none`');
  });

  test('says in both summaries and the description that the extension is unofficial', () => {
    for (const title of ['Summary for Chrome', 'Summary for Firefox']) expect(oneLine(title)).toContain('Unofficial');
    expect(oneLine('Description')).toMatch(/Unofficial: not affiliated with Sched, the CNCF or the Cilium project/u);
  });

  test('sends reviewers only to the guide’s sites', () => {
    const addresses = [...read('store/reviewers.md').matchAll(/https:\/\/([\w.-]+)/gu)].map(([, host]) => host ?? '');
    expect(addresses.length).toBeGreaterThan(3);
    const known = guide.sites.map(({ host }) => host);
    expect(addresses.map((host) => host.replace(/\.$/u, '')).filter((host) => !known.includes(host))).toEqual([]);
  });
});

describe('the store pictures', () => {
  const pictures = listFiles('store/*.png');
  /** Width, height, bit depth and colour type of a PNG, from its first chunk (https://www.w3.org/TR/png-3/#11IHDR). */
  const header = (file: string) => {
    const bytes = readBytes(file);
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24], bytes[25]];
  };

  test('are five screenshots, a marquee and a tile, 24-bit without transparency, in the sizes that the Chrome Web Store asks for', () => {
    expect(pictures.map((file) => [file.replace('store/', ''), ...header(file)])).toEqual([
      ...['1-list', '2-event', '3-agenda', '4-catch-up', '5-popup'].map((name) => [`${name}.png`, 1280, 800, 8, 2]),
      ['marquee.png', 1400, 560, 8, 2],
      ['tile.png', 440, 280, 8, 2],
    ]);
  });

  test('are less than 700 kB in total', () => {
    const bytes = pictures.map((file) => readBytes(file).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(700_000);
  });

  test('each have a short caption', () => {
    const captions = JSON.parse(read('store/captions.json')) as Record<string, { title: string; text: string }>;
    expect(pictures.map((file) => file.replace(/^store\/(?:\d-)?|\.png$/gu, '')).sort()).toEqual(
      Object.keys(captions).sort(),
    );
    for (const { title, text } of Object.values(captions)) {
      expect(title.length).toBeLessThanOrEqual(40);
      expect(text.length).toBeLessThanOrEqual(110);
    }
  });
});
