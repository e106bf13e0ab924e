/**
 * Print views, modelled on a capture of a real `/print` (2026-03): separate documents whose links have only the 32-digit id.
 * The markup of the other print addresses is not known; here they have the same rows.
 */
import { moment } from '../clock.ts';
import { esc } from '../html.ts';
import type { ReplicaSession, Reply, Visit } from '../types.ts';
import { groups, writeMoment } from './simple.ts';

/** The print view of some sessions. */
export function printPage(visit: Visit, sessions: readonly ReplicaSession[]): Reply {
  const body = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
  <base href="/">
  <title>${esc(visit.site.name)}: Print Schedule</title>
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
  <style>td{vertical-align:top;padding:4px 8px;border-bottom:1px solid #ddd}body{font:13px Arial}@media print{.hide-when-printing{display:none}}</style>
</head>
<body>
  <div id="menu" class="hide-when-printing"><select>${['print', 'print/all', 'print-grid', 'print-venues']
    .map((path) => `<option value="${path}">${path}</option>`)
    .join('')}</select></div>
<div id="page-print">
  <div id="tableContainer">
    <div id="meta"><span class="meta-title">${esc(visit.site.name)}</span></div>
    <table>
${groups(sessions, (session) => moment(session.start, visit.zone).day)
  .map(([day, ofDay]) => dayRows(visit, day, ofDay))
  .join('\n')}
    </table>
  </div>
</div>
</body>
</html>`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

function dayRows(visit: Visit, day: string, sessions: readonly ReplicaSession[]): string {
  const at = writeMoment(visit, sessions);
  const heading = `<tr class="bar"><td colspan="4"><span id="${day}">${at.date} &#8226; ${at.weekday}</span></td></tr>`;
  return [heading, ...sessions.map((session) => row(visit, session))].join('\n');
}

function row(visit: Visit, { hash, title, start, end, type, venue, speakers, moderators }: ReplicaSession): string {
  const people = [...speakers, ...moderators].map(({ name }) => name);
  const roles = people.length > 0 ? `<br /><em class="sched-role-list">Speakers: ${esc(people.join(', '))}</em>` : '';
  return `<tr>
  <td class="time"><span>${moment(start, visit.zone).clock} &ndash; ${moment(end, visit.zone).clock}</span></td>
  <td class="type"><span>${esc(type.name.slice(0, 1))}</span></td>
  <td class="title">
    <a href="event/${hash}" id="${hash}">${esc(title)}</a>
    <div class="venue" style="float:right;font-weight:400;font-size:10px">${esc(venue ?? '')}</div>
    ${roles}
  </td>
</tr>`;
}
