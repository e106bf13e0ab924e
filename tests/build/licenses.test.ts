import { expect, test } from 'vitest';
import { licenses, SHIPPED } from '../../build/licenses.ts';
import { read } from '../sources.ts';

const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
/** Dependencies that, according to the document, add no byte to a script. */
const unshipped = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| 0:/gmu)].map(([, name]) => name);

test('The licence file names every shipped package with its version and licence', () => {
  const text = licenses();
  for (const [name, version] of Object.entries(dependencies)) {
    if (unshipped.includes(name)) continue;
    expect(SHIPPED).toContain(name);
    expect(text).toMatch(new RegExp(`^${name} ${version.replaceAll('.', '\\.')}, (?:MIT|MPL-2\\.0)\\nhttps://`, 'mu'));
  }
  expect(unshipped).toEqual(['@date-fns/tz']);
});

test('The licence file has the full text of each MIT licence and a link to the MPL', () => {
  const parts = licenses().split(/\n-{80}\n/u);
  expect(parts).toHaveLength(SHIPPED.length + 1);
  const full = parts.filter((part) => part.includes('Permission is hereby granted') && /Copyright/u.test(part));
  expect(full.map((part) => part.trim().split(' ')[0])).toEqual(['preact', 'zod', 'date-fns', 'ical-generator']);
  expect(parts.find((part) => part.includes('webextension-polyfill'))).toContain('https://mozilla.org/MPL/2.0/');
});
