/** Simple lists in styles that marks must survive: every colour, a dark page, hostile CSS. */

import { at } from './random.ts';
import { simpleSession } from './session-markup.ts';
import { shell } from './shell.ts';
import type { ReplicaSession, Reply, Visit } from './types.ts';
import { scheduleHeader, simpleList } from './views/simple.ts';

/** `/replica/colours`: a guide session and an invented one on every colour. */
export function coloursPage(visit: Visit): Reply {
  const real = visit.sessions.filter((session) => session.real);
  const invented = visit.sessions.filter((session) => !session.real && session.speakers.length > 0);
  const blocks = visit.types.map((type, i) => {
    const pair: ReplicaSession[] = [...(real.length > 0 ? [at(real, i)] : []), at(invented, i)];
    const bars = pair.map((session) => simpleSession(visit, { ...session, type })).join('\n');
    return `<h3>ev_${type.n}</h3>
<div class="sched-container"><div class='sched-container-inner'>
${bars}
</div></div>`;
  });
  const content = `<div class="list-simple">${blocks.join('\n')}</div>`;
  return shell(visit, { title: 'Every colour', view: 'list', content });
}

const DARK = `<style type="text/css">
 body.replica-dark {background:#14171c;color:#dfe3e8;}
 .replica-dark h1 a, .replica-dark h3, .replica-dark .sched-current-date, .replica-dark .filters__header {color:#f2f4f7 !important;}
 .replica-dark a {color:#7cc0f2;}
 .replica-dark .filters__item .filters__title {color:#dfe3e8;}
 .replica-dark .sched-container-header {border-color:#dfe3e8;}
 .replica-dark .notification-bar {background:#242932;}
 .replica-dark #sched-header-message {color:#a9b1bc;}
 .replica-dark .event-nav__item a.sched-menu-link-active {color:#7cc0f2;border-color:#7cc0f2;}
</style>
`;

/** `/replica/dark`: an organiser's dark mode. Sched's class for it is not known. */
export function darkPage(visit: Visit): Reply {
  const content = scheduleHeader(visit, 'simple') + simpleList(visit, visit.sessions);
  return shell(visit, { title: 'Dark', view: 'list', content, bodyClass: 'replica-dark', head: DARK });
}

const HOSTILE = `<style type="text/css">
 *{all:revert!important;overflow:auto;animation:none!important}
 html{font-size:62.5%}
 ul{list-style:none!important;margin:0!important;padding:0!important;color:#c00!important}
 a{display:none!important}
 .event a{display:inline!important}
</style>
`;

/** `/replica/hostile-css`: a list with CSS that resets everything and hides links that are not a session's. */
export function hostilePage(visit: Visit): Reply {
  return shell(visit, {
    title: 'Hostile css',
    view: 'list',
    content: simpleList(visit, visit.sessions),
    head: HOSTILE,
  });
}
