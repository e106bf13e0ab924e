/** Parses a request into a visit. */
import { isZone } from '../../data/contradictions.ts';
import type { GuideFile, Site } from '../../data/schema.ts';
import { embedQuery } from './links.ts';
import { MAX_SIZE, programme } from './programme.ts';
import { listTypes } from './tracks.ts';
import type { Cookies, Visit } from './types.ts';

/** The visit of a URL on one of the guide's hosts. */
export function visitOf(guide: GuideFile, site: Site, url: URL, cookies: Cookies): Visit {
  const query = url.searchParams;
  const switches = new Set((query.get('replica') ?? cookies.replica ?? '').split(','));
  const zone = cookies.timezone_display ?? '';
  const size = Number(query.get('sessions') ?? Number.NaN);
  const all = programme(guide, site.id, Number.isInteger(size) && size >= 0 ? Math.min(size, MAX_SIZE) : undefined);
  const saved = query.get('saved') ?? cookies.saved ?? '';
  return {
    guide,
    site,
    url,
    zone: isZone(zone) ? zone : guide.zone,
    embed: embedQuery(url.search),
    user: cookies.replica_user ?? '',
    saved: new Set(saved.split(',').filter((id) => id !== '')),
    switches,
    types: listTypes(guide, site),
    sessions: switches.has('published') ? all.filter((session) => !session.unpublished) : all,
  };
}

/** Parses a Cookie header; leaves invalid escapes unchanged. */
export function parseCookies(header: string | undefined): Cookies {
  const cookies: Record<string, string> = {};
  for (const part of (header ?? '').split(';')) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    try {
      cookies[name.trim()] = decodeURIComponent(value);
    } catch {
      cookies[name.trim()] = value;
    }
  }
  return cookies;
}
