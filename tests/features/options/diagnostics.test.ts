import { describe, expect, test } from 'vitest';
import { type Diagnosis, diagnosticText } from '../../../features/options/diagnostics.ts';
import { readSettings } from '../../../lib/own/settings.ts';

const NOW = Date.UTC(2025, 10, 10, 14, 10, 5, 123);
const HOSTS = ['one.sched.com', 'two.sched.com'];

const PLAIN: Diagnosis = {
  now: NOW,
  version: '0.1.0',
  build: 'Chrome',
  guide: { id: 'netcon-2030', sessions: 15, asOf: '2025-11-20', hosts: HOSTS },
  agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  system: 'linux',
  language: 'en-US',
  allowed: 2,
  pages: [],
  settings: readSettings({}),
  stored: [{ kind: 'pick', count: 0, bytes: 0 }],
  failures: [],
};

test('The diagnostics of a new installation have one fact per line', () => {
  expect(diagnosticText(PLAIN)).toBe(`Cilium Session Guide: diagnostics
made: 2025-11-10T14:10:05Z
extension: 0.1.0, built for Chrome
guide: netcon-2030, 15 sessions, facts as of 2025-11-20
browser: Chrome 156 on linux, texts in en-US
allowed on: 2 of 2 sites
pages open: none
switched off: nothing
chosen: nothing
stored: nothing
sync: off
errors: none
`);
});

test('The diagnostics of an installation in use have kinds and counts, but nothing personal', () => {
  const stored = {
    'off:strip': true,
    'off:others': true,
    'off:host:two.sched.com': true,
    'off:host:my-own-secret.example': true,
    'off:mentions@two.sched.com': true,
    'off:cards@my-own-secret.example': true,
    'pref:hours': 24,
    'pref:zone': 'Europe/Berlin',
    'pref:theme': 'dark',
    'pref:alarm': 15,
    'pref:sync': true,
    'pref:plan': { minutes: 90, goal: 'secret-goal', at: NOW },
  };
  const text = diagnosticText({
    ...PLAIN,
    allowed: 1,
    pages: [
      { kind: 'simple', sessions: [10, 5] },
      { kind: 'event, embed', sessions: [] },
    ],
    settings: readSettings(stored),
    stored: [
      { kind: 'pick', count: 3, bytes: 210 },
      { kind: 'note', count: 1, bytes: 99 },
    ],
    sync: { at: NOW, ok: false, problem: 'quota', skipped: 2 },
    failures: [
      { at: NOW, where: 'cards', text: 'Error: a', times: 1 },
      { at: NOW + 1000, where: 'agenda', text: 'Error: b', times: 7 },
    ],
  });
  expect(text.split('\n').slice(5)).toEqual([
    'allowed on: 1 of 2 sites',
    'pages open:',
    '  simple: 10 + 5 sessions of the guide marked',
    '  event, embed: nothing reported by the content script',
    'switched off: site 2, an unknown site, strip, mentions on site 2, cards on an unknown site, others',
    'chosen: zone other, hours 24, theme dark, alarm 15, sync true, a plan of 90 minutes',
    'stored:',
    '  pick: 3 (210 bytes)',
    '  note: 1 (99 bytes)',
    'sync: on, last 2025-11-10T14:10:05Z failed (quota), 2 left out',
    'errors:',
    '  2025-11-10T14:10:05Z cards: Error: a',
    '  2025-11-10T14:10:06Z agenda: Error: b (7×)',
    '',
  ]);
  expect(text).not.toMatch(/secret|Berlin|sched\.com/u);
});

describe('the browser name', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
    ['Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edg 156'],
    ['Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 OPR/120.0', 'OPR 120'],
    ['Lynx', 'another browser'],
  ])('from “%s” is “%s”', (agent, name) => {
    expect(diagnosticText({ ...PLAIN, agent })).toContain(`\nbrowser: ${name} on `);
  });
});

test('The diagnostics write an invalid date as “no time”', () => {
  const failures = [{ at: Number.MAX_VALUE, where: 'sync', text: 'Error', times: 1 }];
  expect(diagnosticText({ ...PLAIN, failures })).toContain('  no time sync: Error\n');
});
