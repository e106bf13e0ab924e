/** The page around every view, modelled on captures of 2024 to 2026: doctype, globals, headers, navigation, sidebar, the mobile filter and the footer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { esc } from './html.ts';
import { inPage } from './links.ts';
import { ci } from './programme.ts';
import { sessionHref } from './session-markup.ts';
import { filterModal, sidebar } from './sidebar.ts';
import { isDark } from './tracks.ts';
import type { Reply, Visit } from './types.ts';

export interface Page {
  title: string;
  /** The value in `page='…'` and `schedorg-body-…`. */
  view: 'home' | 'list' | 'event' | 'speakers' | 'search' | 'grid' | 'venues' | 'my-schedule' | 'mobile';
  content: string;
  status?: number;
  bodyClass?: string;
  /** Markup to add to the head. */
  head?: string;
}

// Not a URL: Node does not accept happy-dom's URL class.
const SCRIPT_VERSION = readFileSync(join(import.meta.dirname, 'assets/sched.js')).byteLength;

/** A complete page of a site. */
export function shell(visit: Visit, page: Page): Reply {
  return { status: page.status ?? 200, type: 'text/html; charset=UTF-8', body: markup(visit, page) };
}

function markup(visit: Visit, page: Page): string {
  const embedded = visit.embed !== '';
  const body = [
    `schedorg-body-${page.view}`,
    embedded ? 'schedorg-embed' : 'schedorg-showheader',
    ...(visit.user === '' ? [] : ['schedorg-signedin']),
    ...(page.bodyClass === undefined ? [] : [page.bodyClass]),
  ].join(' ');
  const wide = page.view === 'grid' || (embedded && !visit.url.search.includes('sidebar=yes'));
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:fb="http://www.facebook.com/2008/fbml" lang="en">
  <head>
        <base href="/">
    <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
    <script type="text/javascript">var h = window.location.hash;if ('_=_' == h) window.location.hash = '';</script>
    <title>${esc(page.title)}</title>
    <meta name="viewport" content="initial-scale=1, maximum-scale=1, user-scalable=no" />
    <meta property="og:url" content="${esc(visit.url.origin + visit.url.pathname)}" />
    <meta name="robots" content="noindex" />
    <link rel="stylesheet" type="text/css" href="/replica/site.css" />
    <script type="text/javascript">var isEmbed = ${embedded}</script>
    <script type="text/javascript">var isDev = false</script>
<style type="text/css">
  body {background:#FFFFFF;}
</style>
        <style type="text/css">
${colours(visit)}        </style>
${page.head ?? ''}${globals(visit, page)}
  </head>
<body id="schedorg" class="${body}">

    <a href="${esc(visit.url.pathname)}#sched-content" class="skip-link button button--purple">Skip to content</a>

  <div id="tip"><span class="tip-loading">Loading…</span></div>

${embedded ? '' : header(visit)}
  <div id="sched-body-outer">
  <div id="sched-body" class="container">
${embedded ? '' : siteHeader(visit, page)}      <div id="sched-body-inner">
        <div id="sched-page-${page.view}" class="row">
    <div id="top"></div>
${embedded || visit.user !== '' ? '' : notice()}
${navigation(visit, page)}
    <div id="sched-content-outer">
      <div id="sched-content" class="${wide ? 'col-md-12' : 'col-md-9'}">
      <div id="sched-content-inner">
${page.content}
<br class="s-clr" />
              </div>            </div>          </div>${wide ? '' : sidebar(visit)}
              </div>      </div>
${embedded ? '' : footer(visit)}    </div>  </div>

<script type="text/javascript">
    var showfull = false;
  </script>
<script type="text/javascript" src="/replica/sched.js?${SCRIPT_VERSION}"></script>
${filterModal(visit)}
${sharePopup(visit)}
<div id="footer-external"></div>
</body>
</html>
`;
}

function colours(visit: Visit): string {
  return visit.types
    .map(({ n, colour }) => {
      const text = isDark(colour) ? `\n .ev_${n} a.name {color:#FFFFFF;}` : '';
      return ` .ev_${n}, .ev_${n} span.box, #tip .ev_${n}, #sched-sidebar-filters .ev_${n} span.box {background-color:${colour};}${text}\n`;
    })
    .join('');
}

function globals(visit: Visit, page: Page): string {
  return `        <script type="text/javascript">
      var fbRedirectTo = '/profile';
      var username = ${JSON.stringify(visit.user).replace(/</gu, '\\u003c')};
      var ci = '${ci(visit.site)}';
      var page = '${page.view === 'home' ? 'overview' : page.view}';
      var a_slbl = 'Search by name';
      var s_slbl = 'Search by name';
      var L10n = Array();
    L10n["js::searching"] = "Searching";
  </script>`;
}

function header(visit: Visit): string {
  const session =
    visit.user === ''
      ? '<a href="/login" class="sc-login">Log in</a> <a href="/signup" class="sc-signup">Sign up</a>'
      : `<a href="${esc(visit.user)}">${esc(visit.user)}</a>`;
  return `  <div id="schedorg-header">
    <div id="schedorg-header-inner">
      <span id="schedorg-header-logo">offline replica</span>
      <div id="schedorg-header-official">
                 <a rel="nofollow" href="https://conference.example/" title="Visit the website for this event">${esc(visit.site.name)}</a>
                       has ended
             </div>
      <div id="schedorg-header-account">${session}</div>
          </div>  </div>
`;
}

/** Hidden until opened: the page's own address, and the two versions of the link to the app (2024 to 2026). */
function sharePopup({ url }: Visit): string {
  return `<div class="sched-share-popup" hidden="hidden">
  <input type="text" class="sched-share-popup__address" value="${esc(url.href)}" readonly="readonly" />
  <span class="sched-share-app sched-share-app--light-mode">Get the app</span>
  <span class="sched-share-app sched-share-app--dark-mode">Get the app</span>
</div>`;
}

/** The home page clips the message under a gradient until Show More is clicked. It may link to a session. */
function headerMessage(visit: Visit, page: Page): string {
  const place = `<div>${esc(visit.guide.place)}<br /><a href="https://conference.example/details" rel="noopener noreferrer" target="_blank">View More Details</a></div>`;
  if (page.view !== 'home') return place;
  const session = visit.sessions.find(({ real, planted }) => !real && !planted);
  const link = session ? `<a href="${sessionHref(visit, session)}">${esc(session.title)}</a>` : '';
  return `<div class="sched-header-message--cut">${place}<p>Begin your day with ${link}.</p></div>
        <button type="button" class="sched-header-message__more">Show More</button>`;
}

function siteHeader(visit: Visit, page: Page): string {
  return `        <div id="sched-header-outer">
      <div id="sched-header">
        <div id="sched-header-inner">
          <div id="sched-logo">
                          <h1><a href="" target="_top"><span>${esc(visit.site.name)}</span></a></h1>
                      </div>
        </div>      </div>          </div>
        <div id="sched-header-message">
      <div id="sched-header-message-container">
          ${headerMessage(visit, page)}
      </div>
    </div>
`;
}

function notice(): string {
  return `            <div class="notification-bar notification-bar__login">
        <div class="notification-bar__header">
          <a class="sc-signup" href="/signup">Sign up</a> or <a class="sc-login" href="/login">log in</a> to add sessions to your schedule and sync them to your phone or calendar.
        </div>
      </div>`;
}

function navigation(visit: Visit, page: Page): string {
  const item = (id: string, href: string, text: string, active: boolean): string =>
    `                      <div class="event-nav__item" id="${id}">
                                  <a href="${esc(inPage(visit, href))}" class="${active ? 'sched-menu-link-active' : ''}">
                    ${text}                  </a>
                            </div>\n`;
  const schedule = !['speakers', 'search'].includes(page.view);
  return `          <header class="event__header">
        <nav class="event-nav" aria-label="Main Navigation">
${item('sched-menu-link-schedule', 'list/simple', 'Schedule', schedule)}${item('sched-menu-speakers', 'directory/speakers', 'Speakers', page.view === 'speakers')}${item('sched-menu-search', '/search', 'Search', page.view === 'search')}        </nav>
        <div class="event-nav__icons">
              <a href="/print" target="_blank" class="sched-title-tooltip" title="Print Schedule">Print</a>
              <a href="${esc(inPage(visit, 'mobile-site'))}" class="sched-title-tooltip" title="Mobile App + iCal">Mobile</a>
        </div>
      </header>`;
}

function footer(visit: Visit): string {
  return `              <div class="footer">
          <div class="container">
            <p>${esc(visit.site.name)}: an offline replica with invented sessions, for tests and demonstrations.</p>
          </div>
        </div>
`;
}
