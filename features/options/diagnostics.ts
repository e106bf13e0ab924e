/**
 * The text that goes with a bug report. It is for those who look for the fault, so it is in English whatever the reader's
 * language, and nothing in it is about the reader: no ids, titles, notes, addresses or zones.
 */

import { DEFAULTS, type Preferences } from '../../lib/own/preferences.ts';
import type { Settings } from '../../lib/own/settings.ts';
import type { SyncStatus } from '../../lib/own/sync-status.ts';
import type { Failure } from '../../lib/report/failures.ts';

export interface OpenPage {
  /** What kind of page it is, such as `simple`, and `embed` where another page shows it. */
  kind: string;
  /** How many sessions of the guide each of its frames has told; none where no script of ours runs in it. */
  sessions: readonly number[];
}

export interface Diagnosis {
  /** When it was made, in milliseconds since the epoch. */
  now: number;
  version: string;
  /** The browser that the extension was built for. */
  build: string;
  guide: { id: string; sessions: number; asOf: string; hosts: readonly string[] };
  /** How the browser calls itself, and the family of the system that it runs on. */
  agent: string;
  system: string;
  /** The tag of the texts' language. */
  language: string;
  /** On how many of the guide's hosts the browser lets the extension run. */
  allowed: number;
  pages: readonly OpenPage[];
  settings: Settings;
  preferences: Preferences;
  /** How much is stored of each kind. */
  stored: readonly { kind: string; count: number; bytes: number }[];
  sync?: SyncStatus | undefined;
  failures: readonly Failure[];
}

/** The text, a fact a line. */
export function diagnosticText(of: Diagnosis): string {
  const { guide, pages, failures } = of;
  const stored = of.stored.filter(({ count }) => count > 0);
  return [
    'Cilium Session Guide: diagnostics',
    `made: ${timeOf(of.now)}`,
    `extension: ${of.version}, built for ${of.build}`,
    `guide: ${guide.id}, ${guide.sessions} sessions, facts as of ${guide.asOf}`,
    `browser: ${browserOf(of.agent)} on ${of.system}, texts in ${of.language}`,
    `allowed on: ${of.allowed} of ${guide.hosts.length} sites`,
    `pages open: ${pages.length === 0 ? 'none' : ''}`.trimEnd(),
    ...pages.map((page) => `  ${pageLine(page)}`),
    `switched off: ${offOf(of.settings, guide.hosts).join(', ') || 'nothing'}`,
    `chosen: ${chosenOf(of.preferences).join(', ') || 'nothing'}`,
    `stored: ${stored.length === 0 ? 'nothing' : ''}`.trimEnd(),
    ...stored.map(({ kind, count, bytes }) => `  ${kind}: ${count} (${bytes} bytes)`),
    `sync: ${syncLine(of.preferences.sync, of.sync)}`,
    `errors: ${failures.length === 0 ? 'none' : ''}`.trimEnd(),
    ...failures.map(
      ({ at, where, text, times }) => `  ${timeOf(at)} ${where}: ${text}${times > 1 ? ` (${times}×)` : ''}`,
    ),
    '',
  ].join('\n');
}

/** To the second, in UTC: a zone would say where the reader is. */
function timeOf(at: number): string {
  return Number.isFinite(new Date(at).getTime()) ? new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z') : 'no time';
}

/** Its name and main version, of all that a browser calls itself; the first of these, because others pass for Chrome. */
function browserOf(agent: string): string {
  for (const name of ['Firefox', 'Edg', 'OPR', 'Vivaldi', 'Chrome']) {
    const version = new RegExp(`${name}/(\\d+)`, 'u').exec(agent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'another browser';
}

function pageLine({ kind, sessions }: OpenPage): string {
  if (sessions.length === 0) return `${kind}: nothing told by any script`;
  return `${kind}: ${sessions.join(' + ')} sessions of the guide marked`;
}

/** The names of the switches that are off; of a host only which of the guide's it is. */
function offOf({ on, hostsOff, partsOff, othersOff }: Settings, hosts: readonly string[]): string[] {
  return [
    ...(on ? [] : ['everything']),
    ...[...hostsOff].map((host) => (hosts.includes(host) ? `site ${hosts.indexOf(host) + 1}` : 'a site of no guide')),
    ...partsOff,
    ...(othersOff ? ['others'] : []),
  ];
}

/** The choices that are none of those at first. */
function chosenOf({ plan, zone, ...preferences }: Preferences): string[] {
  const { zone: _, plan: __, ...defaults } = DEFAULTS;
  const differ = Object.entries(defaults).filter(
    ([name, value]) => preferences[name as keyof typeof defaults] !== value,
  );
  return [
    ...(zone === DEFAULTS.zone ? [] : [`zone ${zone === 'mine' ? zone : 'of its own'}`]),
    ...differ.map(([name]) => `${name} ${preferences[name as keyof typeof defaults]}`),
    ...(plan ? [`a plan of ${plan.minutes} minutes`] : []),
  ];
}

function syncLine(on: boolean, status: SyncStatus | undefined): string {
  if (!status) return on ? 'on, nothing exchanged yet' : 'off';
  const { at, ok, problem, skipped } = status;
  const outcome = ok ? 'complete' : `failed (${problem ?? 'no reason'})`;
  return `${on ? 'on' : 'off'}, last ${timeOf(at)} ${outcome}${skipped ? `, ${skipped} left out` : ''}`;
}
