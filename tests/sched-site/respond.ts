/** Maps a URL to a page by host and path, without a server. */
import type { GuideFile } from '../../data/schema.ts';
import { EMBEDDER, embedderPage } from './embedder.ts';
import { defaultGuide } from './guide.ts';
import { oddPage } from './odd.ts';
import { sitePage } from './routes.ts';
import type { Cookies, Reply } from './types.ts';
import { visitOf } from './visit.ts';

/** The replica's response to a GET. Pure: the same URL, cookies and guide give the same bytes. */
export function respond(url: URL, cookies: Cookies = {}, guide: GuideFile = defaultGuide()): Reply {
  if (url.hostname === EMBEDDER) return embedderPage(url, guide);
  const site = guide.sites.find(({ host }) => host === url.hostname);
  if (!site) return { status: 404, type: 'text/plain; charset=UTF-8', body: `No event at ${url.hostname}\n` };
  const visit = visitOf(guide, site, url, cookies);
  return oddPage(visit) ?? sitePage(visit);
}
