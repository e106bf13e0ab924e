/** Responds at `/replica/…` and at the few other addresses that are not Sched views. */
import { readFileSync } from 'node:fs';
import { coloursPage, darkPage, hostilePage } from './dressed.ts';
import { embedScript } from './embedder.ts';
import { clobberedPage, hostileTextPage } from './hostile.ts';
import { esc } from './html.ts';
import { challenge, feed, nobody, plainText, videoPlaceholder } from './oddities.ts';
import { sessionById } from './routes.ts';
import { simpleSession } from './session-markup.ts';
import { formsPage, trapsPage } from './trials.ts';
import type { Reply, Visit } from './types.ts';

const PAGES: Readonly<Record<string, (visit: Visit) => Reply>> = {
  '/favicon.ico': () => ({ status: 204, type: 'image/x-icon', body: '' }),
  '/js/embed.js': (visit) => script(embedScript(visit.site.host)),
  '/replica/site.css': () => ({ status: 200, type: 'text/css; charset=UTF-8', body: asset('site.css') }),
  '/replica/sched.js': () => script(asset('sched.js')),
  '/replica/markup': fragment,
  '/replica/video': videoPlaceholder,
  '/replica/forms': formsPage,
  '/replica/traps': trapsPage,
  '/replica/colours': coloursPage,
  '/replica/dark': darkPage,
  '/replica/hostile-css': hostilePage,
  '/replica/hostile-text': hostileTextPage,
  '/replica/clobbered': clobberedPage,
  '/replica/challenge': challenge,
  '/replica/plain.txt': plainText,
  '/replica/feed.xml': feed,
  '/replica/nobody': nobody,
};

/** The response for one of the replica's own addresses; undefined for Sched's addresses. */
export function oddPage(visit: Visit): Reply | undefined {
  return PAGES[visit.url.pathname]?.(visit);
}

function asset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}

function script(body: string): Reply {
  return { status: 200, type: 'text/javascript; charset=UTF-8', body };
}

/** The markup of the sessions in `?ids=A,B`, for the page's script. An unknown id gets a minimal bar. */
function fragment(visit: Visit): Reply {
  const ids = (visit.url.searchParams.get('ids') ?? '').split(',').filter((id) => id !== '');
  const bars = ids.map((id) => {
    const session = sessionById(visit, id);
    return session
      ? simpleSession(visit, session)
      : `<span class='event ev_1'><a href='event/${esc(id)}/added' class='name'><span class="session-title">Session ${esc(id)}</span></a></span>`;
  });
  return { status: 200, type: 'text/html; charset=UTF-8', body: bars.join('\n') };
}
