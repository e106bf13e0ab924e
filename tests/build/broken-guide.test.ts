import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { guidePlugin } from '../../build/guide-plugin.ts';
import { BrokenGuideError } from '../../data/check.ts';
import { text, withValues } from '../data/broken.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

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

/** The message that the build stops with. */
function catchStop(file: string): string {
  try {
    load(file, 'virtual:csg/rest');
  } catch (error) {
    if (error instanceof BrokenGuideError) return error.message;
    throw error;
  }
  return 'no stop';
}

const link = { kind: 'slides', url: 'https://a.example/', asOf: '2026-01-01', foundAt: 'https://found.example/' };
const linked = (changed: object) => [{ ...link, ...changed }];

describe('a broken guide', () => {
  test.each<[path: string, value: unknown, reason: string | RegExp, reported?: string]>([
    ['schema', 2, /is version 2, and the newest that is known here is 1\b/u],
    ['schema', '1', 'is a text: write 1'],
    ['schema', 0, 'is 0: write 1'],
    ['id', 'KubeCon NA', 'is not an id'],
    ['zone', 'America/Atlanta', 'is not an IANA time zone'],
    ['lastDay', '2025-11-09', 'is before the first day'],
    ['lastDay', '2035-11-13', 'days after the first day'],
    ['source.published', '20.8.2025', 'is not a date'],
    ['source.published', '2025-02-31', 'does not exist'],
    ['source.url', 'http://cilium.io/', 'is not an https address'],
    ['source', undefined, 'is missing: add an object'],
    ['sites[1].host', 'colocatedeventsna2025.sched.com', 'already the host of colocated'],
    ['sites[0].host', 'https://kccncna2025.sched.com/', 'is not a Sched host'],
    ['sites[0].host', 'KCCNCNA2025.sched.com', 'is not a Sched host'],
    ['sites[1].host', 'sched.com.example.com', 'is not a Sched host'],
    ['sites[1].id', 'colocated', 'already the id of sites[0]'],
    ['sites[2]', { id: 'idle', host: 'idle.sched.com', name: 'Idle' }, 'used by no session'],
    ['events[4]', { id: 'idle', name: 'Idle', sentence: 'Idle.' }, 'used by no session'],
    ['topics[10]', { id: 'idle', name: 'Idle' }, 'used by no session'],
    ['terms[60]', { id: 'idle', name: 'Idle', meaning: 'Idle.' }, 'used by no session'],
    ['linkHosts[1]', { host: 'idle.example.org', reason: 'Idle.' }, 'no link leads to idle.example.org'],
    ['linkHosts[0].host', 'www.youtube.com', 'has its rules in data/links.ts already'],
    ['linkHosts[0].host', 'https://www.cncf.io', 'is not a host'],
    ['goals[0].label', 'x'.repeat(41), 'longer than 40 characters: shorten it by 1'],
    ['goals[0].levels', ['expert'], 'not one of beginner, intermediate, advanced', 'goals[0].levels[0]'],
    ['goals[1].id', 'new', 'already the id of goals[0]'],
    [
      'goals[1].topics[1]',
      'multiclusters',
      'goal ipv6 names “multiclusters”, which is not in topics: did you mean “multi-cluster”?',
    ],
    ['goals[2].topics', [], 'goal security names no topic and no level', 'goals[2]'],
    ['terms[0].meaning', 'x'.repeat(241), 'longer than 240 characters'],
    ['sessions', [], 'has no session'],
    ['sessions', {}, 'is an object: write a list'],
    ['sessions[0]', 'x', 'is a text: write an object'],
    ['sessions[0].id', '28F6-', 'is not a Sched id'],
    ['sessions[0].id', '28F', 'is not a Sched id'],
    ['sessions[0].id', '28F61xx', 'is not a Sched id'],
    ['sessions[1].id', '28F61', 'already the id of sessions[0]'],
    ['sessions[2].site', 'elsewhere', 'session 28D0I names “elsewhere”, which is not in sites'],
    ['sessions[2].event', 'ciliumcom', 'which is not in events: did you mean “ciliumcon”?'],
    ['sessions[2].topics[0]', 'elsewhere', 'not in topics'],
    ['sessions[2].topics[1]', 'service-mesh', 'names “service-mesh” twice in topics'],
    ['sessions[2].terms[0]', 'elsewhere', 'not in terms'],
    ['sessions[2].related[0].id', 'ZZZZZ', 'session 28D0I names “ZZZZZ”, which is not in sessions'],
    ['sessions[2].related[0].id', '28d1y', 'did you mean “28D1Y”?'],
    ['sessions[2].related[0].id', '28D0I', 'related to itself'],
    ['sessions[2].related[1].id', '27FbS', 'twice in related'],
    ['sessions[2].related[0].how', 'opposite', /background/u],
    ['sessions[5].related[0].how', 'background', 'goes in a circle: 28D0X → 28D1Y → 28D0X', 'sessions[5].related'],
    ['sessions[2].start', '9:45', 'is not a local time'],
    ['sessions[2].start', '2025-11-31T09:45', 'does not exist'],
    ['sessions[2].start', '2025-11-10T24:00', 'does not exist'],
    ['sessions[2].end', '2025-11-10T09:45', 'ends (2025-11-10T09:45) before or as it starts'],
    ['sessions[2].end', '2025-11-11T10:10', 'lasts longer than a day'],
    ['sessions[14].start', '2025-11-14T16:45', 'outside the event'],
    ['sessions[0].start', '2025-11-10T23:00', 'sort by start', 'sessions[1]'],
    ['sessions[3].takeaway', 'x'.repeat(121), 'longer than 120 characters'],
    ['sessions[3].summary', 'x'.repeat(401), 'longer than 400 characters'],
    ['sessions[3].why', 'x'.repeat(201), 'longer than 200 characters'],
    ['sessions[3].why', undefined, 'is missing: add a text'],
    ['sessions[3].why', null, 'is null: write a text'],
    ['sessions[3].title', '', /is empty: write it$/u],
    ['sessions[3].speakers[0].organisation', '', 'is empty: write it, or remove the field'],
    ['sessions[3].title', ' Keynote', 'white space'],
    ['sessions[3].title', 'Cafe\u0301', 'Unicode normal form C'],
    ['sessions[3].title', 'Key\u0000note', 'control or bidi character'],
    ['sessions[3].level', 'beginer', 'did you mean “beginner”?'],
    ['sessions[3].speakers', [], 'names no speaker'],
    ['sessions[3].room', 'B5', 'has the unknown key “room”', 'sessions[3]'],
    ['sessions[3].link', [], 'has the unknown key “link”: did you mean “links”?', 'sessions[3]'],
    ['sessions[3].links', linked({ url: 'javascript:alert(1)' }), 'not an https address', 'sessions[3].links[0].url'],
    ['sessions[3].links', linked({ url: 'https://me@a.example/' }), 'not an https', 'sessions[3].links[0].url'],
    ['sessions[3].links', linked({ url: 'https://a.org/' }), 'does not know', 'sessions[3].links[0].url'],
    ['sessions[3].links', linked({ asOf: 'today' }), 'is not a date', 'sessions[3].links[0].asOf'],
    ['sessions[3].links', linked({ asOf: undefined }), 'is missing', 'sessions[3].links[0].asOf'],
    ['sessions[3].links', linked({ asOf: '2026-02-30' }), 'does not exist', 'sessions[3].links[0].asOf'],
    ['sessions[3].links', [link, link], 'twice in links', 'sessions[3].links[1].url'],
  ])('stops the build if %s is %j', (path, value, reason, reported = path) => {
    const file = guideFile(withValues({ [path]: value }));
    const [title, ...faults] = catchStop(file).split('\n');
    expect(title).toBe(`${file} is not a guide that can be built:`);
    const found = faults.find((fault) =>
      new RegExp(`^  ${file}:\\d+:\\d+: (.*)`, 'u').exec(fault)?.[1]?.startsWith(`${reported}: `),
    );
    expect(found, faults.join('\n')).toMatch(reason);
  });

  test.each([
    ['', 'is empty: start with'],
    [' \n', 'is empty: start with'],
    ['{', 'a } is missing'],
    ['<!doctype html>', 'is not JSON'],
    ['[1', 'a ] is missing'],
    ['\uFEFF{}', 'byte order mark'],
    [text.slice(0, -3), 'a } is missing'],
    ['null', 'is null: write an object'],
    ['[]', 'is a list: write an object'],
    ['1', 'is 1: write an object'],
    ['"guide"', 'is a text: write an object'],
  ])('stops the build if the file is %.20j', (content, reason) => {
    const file = guideFile(content);
    expect(catchStop(file)).toMatch(
      new RegExp(`^  ${file}(?::\\d+:\\d+)?: \\(file\\): .*${reason.replace(/[\]}]/gu, '\\$&')}`, 'mu'),
    );
  });
});

describe('the build', () => {
  const modules = ['rest', 'agenda', 'page-index', 'highlight.css'].map((name) => `virtual:csg/${name}`);

  test.each(modules)('makes %s from a valid guide and watches its file', (id) => {
    const file = guideFile(text);
    const { code, watched } = load(file, id);
    expect(code).toContain('28D1Y');
    expect(watched).toEqual([join(project, file)]);
  });

  test.each(modules)('stops at a broken guide instead of making %s', (id) => {
    const file = guideFile(text.replace('"28F61"', '"28F6-"'));
    expect(() => load(file, id)).toThrow(BrokenGuideError);
    expect(() => load(file, id)).toThrow(file);
  });

  test('ignores other modules', () => {
    expect(load(guideFile('{'), 'preact')).toEqual({ code: null, watched: [] });
  });
});
