import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUIDE_FILE, readGuide } from '../../build/guide-plugin.ts';
import { BROWSERS } from '../../tools/browsers.ts';
import { builtExtension } from '../../tools/launch.ts';

const guide = readGuide(GUIDE_FILE);
const here = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const HOSTS = guide.sites.map(({ host }) => `https://${host}/*`);

/**
 * Compares the manifest with a reviewed copy, so that the test fails if a tool adds or removes anything. Words in capitals
 * in the copy are placeholders for values from the guide and package.json.
 */
describe.each(BROWSERS)('the manifest for %s', (name) => {
  const manifest = () => JSON.parse(readFileSync(join(builtExtension(name, guide), 'manifest.json'), 'utf8'));

  test('equals the reviewed manifest', () => {
    const { description, ...rest } = manifest();
    const { description: place, ...known } = JSON.parse(here(`manifests/${name}.json`), (_, value) => {
      if (value === 'HOSTS') return HOSTS;
      if (value === 'PRINTS')
        return HOSTS.flatMap((host) => [host.replace('*', '*/print*'), host.replace('*', 'print*')]);
      return value === 'VERSION' ? JSON.parse(here('../../package.json')).version : value;
    });
    expect(rest).toEqual(known);
    expect([place, typeof description]).toEqual(['DESCRIPTION', 'string']);
  });

  test('exposes nothing to pages or other extensions', () => {
    for (const way of ['web_accessible_resources', 'externally_connectable', 'sandbox', 'key', 'update_url'])
      expect(manifest()).not.toHaveProperty(way);
  });
});
