import { expect, test } from 'vitest';
import type { World } from './world.ts';

/** Servers that the browsers themselves ask, extension or not; the replica's proxy refuses them. */
const BROWSERS_OWN =
  /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.com|mozilla\.org|mozilla\.net|firefox\.com)(?::\d+)?(?:\/|$)/u;

/** To be run last: looks back on everything that the browsers asked for during the tests. */
export function network(world: World): void {
  test('no request has left the extension', () => {
    const { requests, refused } = world.site;
    expect(requests.length).toBeGreaterThan(20);
    const fromExtension = requests.filter(({ headers }) => /extension:/u.test(`${headers.origin} ${headers.referer}`));
    expect(fromExtension).toEqual([]);
    expect(refused.filter((target) => !BROWSERS_OWN.test(target.replace(/^https?:\/\//u, '')))).toEqual([]);
  });
}
