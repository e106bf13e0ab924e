import { expect, test } from 'vitest';
import type { World } from './world.ts';

/** Servers that the browsers themselves ask, extension or not; the replica's proxy refuses them. */
const BROWSERS_OWN =
  /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.com|mozilla\.org|mozilla\.net|firefox\.com)(?::\d+)?(?:\/|$)/u;

/** To be run last: looks back on everything that the browsers asked for during the tests. */
export function network(world: World): void {
  // Chrome connects to where a link leads as soon as it is pressed.
  const linked = new Set(world.guide.sessions.flatMap(({ links }) => links.map(({ url }) => new URL(url).host)));

  test('no request has left the extension', () => {
    const { requests, refused } = world.site;
    expect(requests.length).toBeGreaterThan(20);
    const fromExtension = requests.filter(({ headers }) => /extension:/u.test(`${headers.origin} ${headers.referer}`));
    expect(fromExtension).toEqual([]);
    // Such as `fetch`, which names no extension where a content script calls it. The replica's own scripts ask for /replica/.
    const byScripts = requests.filter(({ headers }) => headers['sec-fetch-dest'] === 'empty');
    expect(byScripts.map(({ path }) => path).filter((path) => !/^\/(?:replica|event)\//u.test(path))).toEqual([]);
    const targets = refused.map((target) => target.replace(/^https?:\/\//u, ''));
    const unexpected = targets.filter(
      (target) => !BROWSERS_OWN.test(target) && !linked.has(target.replace(/:443$/u, '')),
    );
    expect(unexpected).toEqual([]);
  });
}
