/** The replica's pages to mutate, as HTML. */
import type { GuideFile } from '../../data/schema.ts';
import { programme } from '../../tests/sched-site/programme.ts';
import { respond } from '../../tests/sched-site/respond.ts';

interface FuzzPage {
  address: string;
  html: string;
}

/** Few sessions, so that a page takes only milliseconds, but with every kind of session. */
const SESSIONS = 14;

/** All views of all sites, event pages of sessions inside and outside the guide, and the replica's odd pages. */
export function fuzzPages(guide: GuideFile): FuzzPage[] {
  return guide.sites.flatMap(({ id, host }) => {
    const sessions = programme(guide, id, SESSIONS);
    const ofGuide = sessions.filter(({ real }) => real).slice(0, 2);
    const mention = sessions.filter(({ planted }) => planted).slice(0, 2);
    const other = sessions.filter(({ real, planted }) => !real && !planted).slice(0, 1);
    const speaker = sessions.flatMap(({ speakers }) => speakers)[0]?.slug ?? '';
    const events = [...ofGuide, ...mention, ...other].map((session) => `/event/${session.id}/slug`);
    const paths = [...VIEWS, `/speaker/${speaker}`, ...events, ...events.map((path) => `${path}?iframe=yes&w=100%`)];
    return paths.map((path) => {
      const url = new URL(`${path}${path.includes('?') ? '&' : '?'}sessions=${SESSIONS}`, `https://${host}`);
      const { body } = respond(url, { replica_user: 'x', saved: sessions[0]?.id ?? '' }, guide);
      return { address: url.href, html: withoutLoads(body) };
    });
  });
}

const VIEWS = [
  '/',
  '/list/simple',
  '/list/descriptions',
  '/list/simple?iframe=yes&w=100%&sidebar=yes',
  '/grid',
  '/venues',
  '/search?searchstring=a',
  '/directory/speakers',
  '/my-schedule',
  '/print',
  '/mobile-site',
  '/popular',
  '/replica/forms',
  '/replica/traps',
  '/replica/hostile-css',
  '/replica/challenge',
  '/replica/nobody',
  '/nothing-here',
];

/** Removes scripts, style sheets and frames, which other tests cover. */
function withoutLoads(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/giu, '')
    .replace(/<link\b[^>]*stylesheet[^>]*>/giu, '')
    .replace(/<(iframe|frame|img)\b([^>]*?)\ssrc=/giu, '<$1$2 data-src=');
}
