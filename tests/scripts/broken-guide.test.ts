import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BrokenGuideError, parseGuide } from '../../data/check.ts';
import { GUIDE_FILE, guidePlugin } from '../../scripts/guide-plugin.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(project, GUIDE_FILE), 'utf8');

describe('A broken guide', () => {
  /** The real guide's text with one value replaced, or taken out. */
  function withValue(path: string, value: unknown, json: unknown = JSON.parse(text)): string {
    const keys = path.split(/[.[\]]+/u).filter(Boolean);
    const last = keys.pop() ?? '';
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, json as Record<string, unknown>);
    holder[last] = value;
    return JSON.stringify(json);
  }

  function faultsOf(broken: string): string {
    try {
      parseGuide(broken, 'data/guides/broken.json');
    } catch (error) {
      if (error instanceof BrokenGuideError) return error.message;
      throw error;
    }
    return 'no fault found';
  }

  test('is told from the real one, which has no fault.', () => {
    expect(faultsOf(text)).toBe('no fault found');
  });

  const link = { kind: 'slides', url: 'https://a.example/', asOf: '2026-01-01', foundAt: 'x' };
  test.each<[path: string, value: unknown, reason: string | RegExp, reported?: string]>([
    ['schema', 2, /\b1\b/u],
    ['id', 'KubeCon NA', 'is not an id'],
    ['zone', 'America/Atlanta', 'is not an IANA time zone'],
    ['lastDay', '2025-11-09', 'is before the first day'],
    ['source.published', '20.8.2025', 'is not a date'],
    ['source.published', '2025-02-31', 'does not exist'],
    ['sites[1].host', 'colocatedeventsna2025.sched.com', 'already the host of colocated'],
    ['source.url', 'http://cilium.io/', 'is not an https address'],
    ['sites[0].host', 'https://kccncna2025.sched.com/', 'is not a Sched host'],
    ['sites[1].host', 'sched.com.example.com', 'is not a Sched host'],
    ['sites[1].id', 'colocated', 'already the id of sites[0]'],
    ['topics[10]', { id: 'idle', name: 'Idle' }, 'used by no session'],
    ['goals[0].label', 'x'.repeat(41), 'longer than 40 characters'],
    ['goals[0].levels[0]', 'expert', /beginner/u],
    ['goals[1].id', 'new', 'already the id of goals[0]'],
    ['goals[1].topics[1]', 'elsewhere', 'goal scale names “elsewhere”, which is not in topics'],
    ['goals[2].topics', [], 'goal ipv6 names no topic and no level', 'goals[2]'],
    ['terms[0].meaning', 'x'.repeat(241), 'longer than 240 characters'],
    ['sessions', [], 'has no session'],
    ['sessions[0].id', '28F6-', 'is not a Sched id'],
    ['sessions[1].id', '28F61', 'already the id of sessions[0]'],
    ['sessions[2].site', 'elsewhere', 'not in sites'],
    ['sessions[2].event', 'elsewhere', 'not in events'],
    ['sessions[2].topics[0]', 'elsewhere', 'not in topics'],
    ['sessions[2].terms[0]', 'elsewhere', 'not in terms'],
    ['sessions[2].related[0].id', 'ZZZZZ', 'not in sessions'],
    ['sessions[2].related[0].id', '28D0I', 'related to itself'],
    ['sessions[2].related[0].how', 'opposite', /background/u],
    ['sessions[5].related[0].how', 'background', 'goes in a circle: 28D0X → 28D1Y → 28D0X', 'sessions[5].related'],
    ['sessions[2].start', '9:45', 'is not a local time'],
    ['sessions[2].start', '2025-11-31T09:45', 'does not exist'],
    ['sessions[2].start', '2025-11-10T24:00', 'does not exist'],
    ['sessions[2].end', '2025-11-10T09:45', 'ends (2025-11-10T09:45) before or as it starts'],
    ['sessions[14].start', '2025-11-14T16:45', 'outside the event'],
    ['sessions[0].start', '2025-11-10T23:00', 'sort by start', 'sessions[1]'],
    ['sessions[3].takeaway', 'x'.repeat(121), 'longer than 120 characters'],
    ['sessions[3].summary', 'x'.repeat(401), 'longer than 400 characters'],
    ['sessions[3].why', 'x'.repeat(201), 'longer than 200 characters'],
    ['sessions[3].why', undefined, /string|missing/iu],
    ['sessions[3].title', '', 'is empty'],
    ['sessions[3].title', ' Keynote', 'white space'],
    ['sessions[3].title', 'Cafe\u0301', 'Unicode normal form C'],
    ['sessions[3].title', 'Key\u202Eetoned', 'control or bidi character'],
    ['sessions[3].title', 'Key\u0000note', 'control or bidi character'],
    ['sessions[3].title', 'A <b>keynote</b>', 'looks like markup'],
    ['sessions[3].level', 'expert', /beginner/u],
    ['sessions[3].speakers', [], 'names no speaker'],
    ['sessions[3].room', 'B5', /room/u, 'sessions[3]'],
    [
      'sessions[3].links',
      [{ ...link, url: 'javascript:alert(1)' }],
      'not an https address',
      'sessions[3].links[0].url',
    ],
    ['sessions[3].links', [{ ...link, asOf: 'today' }], 'is not a date', 'sessions[3].links[0].asOf'],
  ])('is refused where %s is %j.', (path, value, reason, reported = path) => {
    const faults = faultsOf(withValue(path, value));
    expect(faults).toContain('data/guides/broken.json is not a guide');
    const line = faults.split('\n').find((one) => one.startsWith(`  ${reported}: `));
    expect(line).toMatch(reason);
  });

  test('is refused where a goal is met by no session.', () => {
    const idle = withValue('topics[10]', { id: 'idle', name: 'Idle' });
    const faults = faultsOf(withValue('goals[4]', { id: 'rest', label: 'Rest', topics: ['idle'] }, JSON.parse(idle)));
    expect(faults).toContain('  goals[4]: no session meets the goal rest: widen or remove it');
    const both = { id: 'rest', label: 'Rest', topics: ['idle'], levels: ['advanced'] };
    expect(faultsOf(withValue('goals[4]', both, JSON.parse(idle)))).not.toContain('goals[4]');
  });

  test('is told of all its faults at once.', () => {
    const shapes = faultsOf(withValue('sessions[1].title', '', JSON.parse(withValue('sites[0].host', 'x'))));
    expect(
      shapes
        .split('\n')
        .slice(1)
        .map((line) => line.split(':')[0]?.trim()),
    ).toEqual(['sites[0].host', 'sessions[1].title']);
    const meanings = faultsOf(withValue('sessions[1].site', 'x', JSON.parse(withValue('zone', 'x'))));
    expect(
      meanings
        .split('\n')
        .slice(1)
        .map((line) => line.split(':')[0]?.trim()),
    ).toEqual(['zone', 'sessions[1].site']);
  });

  test.each(['', '{', '<!doctype html>', '[1', text.slice(0, -3)])(
    'is refused when its text is no JSON: %.20s.',
    (broken) => {
      expect(faultsOf(broken)).toContain(
        'data/guides/broken.json is not a guide that can be built:\n  (file): is not JSON',
      );
    },
  );

  test.each(['null', '[]', '1', '"guide"', 'true'])('is refused when it is %s.', (broken) => {
    expect(faultsOf(broken)).toContain('  (file): ');
  });
});

describe('The build', () => {
  /** Asks the plugin for a module as Vite does. */
  function load(file: string, id: string): { code: unknown; watched: string[] } {
    const { load: hook } = guidePlugin(file) as Plugin & { load: (this: unknown, id: string) => unknown };
    const watched: string[] = [];
    return { code: hook.call({ addWatchFile: (path: string) => watched.push(path) }, id), watched };
  }

  function guideFile(content: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'csg-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'guide.json'), content);
    return relative(project, join(folder, 'guide.json'));
  }

  const modules = ['guide', 'agenda', 'page-index', 'highlight.css'].map((name) => `virtual:csg/${name}`);

  test.each(modules)('makes %s of a good guide, and watches its file.', (id) => {
    const file = guideFile(text);
    const { code, watched } = load(file, id);
    expect(code).toContain('28D1Y');
    expect(watched).toEqual([join(project, file)]);
  });

  test.each(modules)('stops at a broken guide instead of making %s.', (id) => {
    const file = guideFile(text.replace('"28F61"', '"28F6-"'));
    expect(() => load(file, id)).toThrow(BrokenGuideError);
    expect(() => load(file, id)).toThrow(file);
  });

  test('leaves other modules to others.', () => {
    expect(load(guideFile('{'), 'preact')).toEqual({ code: null, watched: [] });
  });
});
