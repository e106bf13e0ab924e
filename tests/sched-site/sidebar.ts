/** The sidebar with its filters, and the mobile filter that repeats its ids. */
import { moment } from './clock.ts';
import { esc, urlName } from './html.ts';
import { inPage } from './links.ts';
import type { Visit } from './types.ts';

function days(visit: Visit): { day: string; label: string }[] {
  const found = new Map<string, string>();
  for (const session of visit.sessions) {
    const at = moment(session.start, visit.zone);
    found.set(at.day, `<b>${at.weekday}</b>, ${at.date}`);
  }
  return [...found].map(([day, label]) => ({ day, label }));
}

function venues(visit: Visit): string[] {
  return [...new Set(visit.sessions.flatMap((s) => (s.venue === null ? [] : [s.venue])))].sort();
}

/** The right column: search, dates, venues, types, and two type filters driven by the page's script. */
export function sidebar(visit: Visit): string {
  const counts = new Map<number, number>();
  for (const { type } of visit.sessions) counts.set(type.n, (counts.get(type.n) ?? 0) + 1);
  const types = visit.types
    .filter(({ n }) => counts.has(n))
    .map(
      ({ n, name }) => `
                          <div id="sched-type-${n}" class="filters__item lev1 ev_${n}"><a class='filters__title' title="View ${counts.get(n)} ${esc(name)} Events" href="${esc(inPage(visit, `overview/type/${urlName(name)}`))}"><span class="box"></span> ${esc(name)}</a>
                            <input type="checkbox" class="replica-hide" value="${n}" checked="checked" title="Show ${esc(name)}" />
                        </div>`,
    )
    .join('');
  return `            <div id="sched-sidebar-outer">
    <div id="sched-sidebar" class="col-md-3">
      <div id="sched-sidebar-inner">
<div id="sched-sidebar-filters" class="sched-sidebar-section">
  <div id="sched-sidebar-filters-type">
    <ul>
      <li class="sched-sidebar-search">
                  <form action="/" method="get">
            <input type="search" id="s" name="searchstring" placeholder="Schedule or people" />
            <input id="s-submit" type="submit" value="Search" class="button button--tiny button__gray" />
                  </form>
      </li>
            <li class="ev_tags" id="sched-sidebar-filters-dates">
        <header class="filters__header">
          <strong id="sched-sidebar-filters-dates-head">Filter By Date</strong>
        </header>
        <div class="filters__item has-filter">
          <div class="filter">
${days(visit)
  .map(({ day, label }) => `<div><a href="${esc(inPage(visit, `/${day}/list/simple/`))}">${label}</a></div>`)
  .join('\n')}
          </div>
        </div>
    </li>
      <li id="sched-sidebar-filters-venues">
      <header class="filters__header">
        <strong id="sched-sidebar-filters-venues-head">Filter By Venue</strong>
      </header>
      <div class="filters__item has-filter">
        <a class="filters__title" href="${esc(inPage(visit, 'venues'))}" title="Browse by Venue">${esc(visit.guide.place)}</a>
        <div class="filter">
          ${venues(visit)
            .map(
              (name) =>
                `<div class='filter__item'><a href="${esc(inPage(visit, `overview/venue/${urlName(name)}`))}">${esc(name)}</a></div>`,
            )
            .join('')}
        </div>
      </div>
    </li>
          <li id="sched-sidebar-filters-types-head">
        <header class="filters__header">
          <strong>Filter By Type</strong>
        </header>
                  <div class="filters__grid">${types}
                    </div>
        <label class="replica-rerender">Show <select id="replica-rerender"><option value="">all types</option>${visit.types
          .filter(({ n }) => counts.has(n))
          .map(({ n, name }) => `<option value="${n}">${esc(name)}</option>`)
          .join('')}</select></label>
              </li>
            <li id="sched-sidebar-filters-popular">
        <a class="filters__title" href="/popular">Popular</a>
      </li>
  </ul>
  </div>
</div>

<hr />
<div class="sched-sidebar-section" id="sched-sidebar-timezone">
  <header class="filters__header"><strong id="sched-sidebar-timezone-head">Timezone</strong></header>
  <p>${esc(visit.zone.replace(/_/gu, ' '))}</p>
</div>
      </div>    </div>  </div>
`;
}

/** The filter for small screens. Its type items repeat the sidebar's ids, as on Sched. */
export function filterModal(visit: Visit): string {
  const used = new Set(visit.sessions.map((s) => s.type.n));
  return `<div id="filter-sessions" class="ui-modal">
  <div class="ui-modal__header">
    <div class="ui-modal__title">Filter sessions</div>
    <div class="ui-modal__close"><button class="ui-modal__close-button">close</button></div>
  </div>
  <div class="ui-modal__content">
    <div class="ui-modal__widget">
      <label class="ui-modal__label">Dates</label>
      <div class="ui-modal__list">
${days(visit)
  .map(({ day, label }) => `          <div class="ui-modal__item"><a href="/${day}">${label}</a></div>`)
  .join('\n')}
      </div>
    </div>
      <div class="ui-modal__widget">
        <label class="ui-modal__label">Session Type</label>
        <div class="ui-modal__list ui-modal__list--types">
${visit.types
  .filter(({ n }) => used.has(n))
  .map(
    ({ n, name }) =>
      `            <li id="sched-type-${n}" class="lev1 ev_${n}"><a href="${esc(`overview/type/${urlName(name)}`)}"><span class="box"></span> ${esc(name)}</a></li>`,
  )
  .join('\n')}
        </div>
      </div>
  </div>
</div>`;
}
