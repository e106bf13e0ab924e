/**
 * The diagnostics text for a bug report. It is for developers, so it is always in English. It has no personal data: no ids,
 * titles, notes, addresses or zones.
 */
import { type Choices, DEFAULTS, type Settings, type Switches } from '../../lib/own/settings.ts';
import type { SyncStatus } from '../../lib/own/sync-status.ts';
import type { Failure } from '../../lib/report/failures.ts';

export interface OpenPage {
  /** The kind of page, such as `simple`, with `embed` if another page embeds it. */
  kind: string;
  /** How many sessions of the guide each frame has reported; empty if the content script doesn't run. */
  sessions: readonly number[];
}

export interface Diagnosis {
  /** When it was made, in milliseconds since the epoch. */
  now: number;
  version: string;
  /** The browser that the extension was built for. */
  build: string;
  guide: { id: string; sessions: number; asOf: string; hosts: readonly string[] };
  /** The browser's user agent, and the operating system. */
  agent: string;
  system: string;
  /** The language tag of the texts. */
  language: string;
  /** On how many of the guide's hosts the extension may run. */
  allowed: number;
  pages: readonly OpenPage[];
  settings: Settings;
  /** How much is stored of each kind. */
  stored: readonly { kind: string; count: number; bytes: number }[];
  sync?: SyncStatus | undefined;
  failures: readonly Failure[];
}

/** The text, with one fact per line. */
export function diagnosticText(facts: Diagnosis): string {
  const { guide, pages, failures } = facts;
  const stored = facts.stored.filter(({ count }) => count > 0);
  return [
    'Cilium Session Guide: diagnostics',
    `made: ${timeText(facts.now)}`,
    `extension: ${facts.version}, built for ${facts.build}`,
    `guide: ${guide.id}, ${guide.sessions} sessions, facts as of ${guide.asOf}`,
    `browser: ${browserName(facts.agent)} on ${facts.system}, texts in ${facts.language}`,
    `allowed on: ${facts.allowed} of ${guide.hosts.length} sites`,
    `pages open: ${pages.length === 0 ? 'none' : ''}`.trimEnd(),
    ...pages.map((page) => `  ${pageLine(page)}`),
    `switched off: ${switchedOff(facts.settings, guide.hosts).join(', ') || 'nothing'}`,
    `chosen: ${choiceNames(facts.settings).join(', ') || 'nothing'}`,
    `stored: ${stored.length === 0 ? 'nothing' : ''}`.trimEnd(),
    ...stored.map(({ kind, count, bytes }) => `  ${kind}: ${count} (${bytes} bytes)`),
    `sync: ${syncLine(facts.settings.sync, facts.sync)}`,
    `errors: ${failures.length === 0 ? 'none' : ''}`.trimEnd(),
    ...failures.map(
      ({ at, where, text, times }) => `  ${timeText(at)} ${where}: ${text}${times > 1 ? ` (${times}×)` : ''}`,
    ),
    '',
  ].join('\n');
}

/** In UTC, because a zone would reveal where the reader is. */
function timeText(at: number): string {
  return Number.isFinite(new Date(at).getTime()) ? new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z') : 'no time';
}

/** The browser's name and major version. The first match wins, because other browsers also name Chrome. */
function browserName(agent: string): string {
  for (const name of ['Firefox', 'Edg', 'OPR', 'Vivaldi', 'Chrome']) {
    const version = new RegExp(`${name}/(\\d+)`, 'u').exec(agent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'another browser';
}

function pageLine({ kind, sessions }: OpenPage): string {
  if (sessions.length === 0) return `${kind}: nothing reported by the content script`;
  return `${kind}: ${sessions.join(' + ')} sessions of the guide marked`;
}

/** The names of the switches that are off. Hosts are numbered, not named. */
function switchedOff({ on, hostsOff, partsOff, othersOff }: Switches, hosts: readonly string[]): string[] {
  const siteName = (host: string) => (hosts.includes(host) ? `site ${hosts.indexOf(host) + 1}` : 'an unknown site');
  return [
    ...(on ? [] : ['everything']),
    ...[...hostsOff].map(siteName),
    ...[...partsOff].map((name) => {
      const [part = '', host] = name.split('@');
      return host === undefined ? part : `${part} on ${siteName(host)}`;
    }),
    ...(othersOff ? ['others'] : []),
  ];
}

/** The choices that differ from their defaults. A zone only says whether it is the device's. */
function choiceNames(choices: Choices): string[] {
  const { zone, plan } = choices;
  const names = (['hours', 'theme', 'accent', 'alarm', 'sync', 'share', 'shareSummary', 'shareMine'] as const).filter(
    (name) => choices[name] !== DEFAULTS[name],
  );
  return [
    ...(zone === DEFAULTS.zone ? [] : [`zone ${zone === 'mine' ? zone : 'other'}`]),
    ...names.map((name) => `${name} ${choices[name]}`),
    ...(plan ? [`a plan of ${plan.minutes} minutes`] : []),
  ];
}

function syncLine(on: boolean, status: SyncStatus | undefined): string {
  if (!status) return on ? 'on, not synced yet' : 'off';
  const { at, ok, problem, skipped } = status;
  const outcome = ok ? 'complete' : `failed (${problem ?? 'no reason'})`;
  return `${on ? 'on' : 'off'}, last ${timeText(at)} ${outcome}${skipped ? `, ${skipped} left out` : ''}`;
}
