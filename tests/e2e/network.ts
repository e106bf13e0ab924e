import { expect, test } from 'vitest';
import type { World } from './world.ts';

/** Servers that the browsers themselves contact. The replica's proxy refuses them. */
const BROWSERS_OWN =
  /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.com|mozilla\.org|mozilla\.net|firefox\.com)(?::\d+)?(?:\/|$)/u;

/** Must run last: checks all requests that the browsers made during the tests. */
export function network(world: World): void {
  // Chrome connects to a link's host as soon as the mouse button is down.
  const linked = new Set(world.guide.sessions.flatMap(({ links }) => links.map(({ url }) => new URL(url).host)));

  test('the extension has made no requests', () => {
    const { requests, refused } = world.site;
    expect(requests.length).toBeGreaterThan(20);
    const fromExtension = requests.filter(({ headers }) => /extension:/u.test(`${headers.origin} ${headers.referer}`));
    expect(fromExtension).toEqual([]);
    // Requests of `fetch` in a content script have the page's origin. The replica's scripts only request /replica/ and /event/.
    const byScripts = requests.filter(({ headers }) => headers['sec-fetch-dest'] === 'empty');
    expect(byScripts.map(({ path }) => path).filter((path) => !/^\/(?:replica|event)\//u.test(path))).toEqual([]);
    const targets = refused.map((target) => target.replace(/^https?:\/\//u, ''));
    const unexpected = targets.filter(
      (target) => !BROWSERS_OWN.test(target) && !linked.has(target.replace(/:443$/u, '')),
    );
    expect(unexpected).toEqual([]);
  });
}
