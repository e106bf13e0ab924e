import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { GuideFile } from '../../data/schema.ts';
import { drawingScripts, firstScripts, gzipped, LIMITS } from '../../tools/bench/bytes.ts';
import type { BrowserName } from '../../tools/browsers.ts';
import { builtExtension } from '../../tools/launch.ts';

/** Kilobytes per session that the style sheet of a guide of more than 30 sessions may take: it names every session. */
const STYLE_PER_SESSION = 0.1;

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Defines the tests for the build of any guide for a browser. */
export function output(name: BrowserName, guide: GuideFile): void {
  const folder = builtExtension(name, guide);
  const path = (file: string) => join(folder, file);
  const textOf = (file: string) => readFileSync(path(file), 'utf8');
  const manifestOf = () => JSON.parse(textOf('manifest.json'));
  const hosts = guide.sites.map(({ host }) => `https://${host}/*`);

  test('requests only storage, the side panel in Chrome, and the guide’s hosts', () => {
    const manifest = manifestOf();
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(name === 'chrome' ? ['storage', 'sidePanel'] : ['storage']);
    expect(manifest.host_permissions).toEqual(hosts);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has a description that names the guide’s subject, short enough for the stores', () => {
    const manifest = manifestOf();
    expect(manifest.description).toContain(guide.subject);
    expect(manifest.description.length).toBeLessThanOrEqual(132);
  });

  test('contains the guide in its pages, content script and style sheet', () => {
    const [script, sheet] = [textOf('content-scripts/sched.js'), textOf('content-scripts/sched.css')];
    const pages = globSync('chunks/*.js', { cwd: folder }).map(textOf).join('\n');
    for (const { id, title } of guide.sessions) {
      expect(script).toContain(id);
      expect(sheet).toContain(`event/${id}`);
      expect(pages).toContain(JSON.stringify(JSON.stringify(title)).slice(3, -3));
    }
    for (const { host } of guide.sites) for (const text of [script, sheet, pages]) expect(text).toContain(host);
    expect(sheet).toContain(`⬢ ${guide.subject}`);
  });

  test('contains no host or title of another guide', () => {
    const others = globSync(['data/guides/*.json', 'tests/guides/*.json'], { cwd: PROJECT })
      .map((file): GuideFile => JSON.parse(readFileSync(join(PROJECT, file), 'utf8')))
      .filter(({ id }) => id !== guide.id);
    const all = globSync('**/*.{js,css,html,json}', { cwd: folder }).map(textOf).join('\n');
    for (const other of others) {
      for (const { host } of other.sites) expect(all).not.toContain(host);
      for (const { title } of other.sessions) expect(all).not.toContain(title);
    }
    expect(others.length).toBeGreaterThan(0);
  });

  test('lets the browser compile each content script as a whole', () => {
    const scripts = globSync('content-scripts/*.js', { cwd: folder }).map(textOf);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/u);
  });

  test('declares commands to open the popup and to go to the next or previous session', () => {
    const manifest = manifestOf();
    expect(Object.keys(manifest.commands)).toEqual(['_execute_action', 'next-session', 'previous-session']);
  });

  test('declares the minimum browser version and, in Firefox, that it collects no data', () => {
    const manifest = manifestOf();
    const { minimum_chrome_version: chrome, browser_specific_settings: firefox } = manifest;
    expect(chrome ?? firefox.gecko.strict_min_version).toBe(name === 'chrome' ? '126' : '153.0');
    if (!firefox) return;
    expect(firefox.gecko_android).toEqual({ strict_min_version: firefox.gecko.strict_min_version });
    expect(firefox.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });

  test('has three content scripts for the guide’s hosts: one with the style sheet, one that reads pages, one for print views', () => {
    const manifest = manifestOf();
    expect(manifest.content_scripts).toEqual([
      { matches: hosts, all_frames: true, run_at: 'document_idle', js: ['content-scripts/sched-facts.js'] },
      {
        matches: hosts.flatMap((host) => [host.replace('*', '*/print*'), host.replace('*', 'print*')]),
        all_frames: true,
        run_at: 'document_end',
        js: ['content-scripts/sched-print.js'],
      },
      {
        matches: hosts,
        all_frames: true,
        run_at: 'document_start',
        css: ['content-scripts/sched.css'],
        js: ['content-scripts/sched.js'],
      },
    ]);
  });

  test('restricts the extension’s pages by CSP to its own files', () => {
    const manifest = manifestOf();
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';",
    });
  });

  test('stays within the byte limits', () => {
    const kilobytes = (...paths: string[]) => gzipped(...paths) / 1024;
    expect(kilobytes(path('content-scripts/sched.js'))).toBeLessThanOrEqual(LIMITS.contentScript);
    expect(kilobytes(path('content-scripts/sched.css'))).toBeLessThanOrEqual(
      Math.max(LIMITS.contentStyle, STYLE_PER_SESSION * guide.sessions.length),
    );
    expect(kilobytes(...firstScripts(folder, 'popup.html'))).toBeLessThanOrEqual(LIMITS.popup);
    expect(kilobytes(...drawingScripts(folder, 'popup.html'))).toBeLessThanOrEqual(LIMITS.popupDrawn);
  });

  test('loads one style sheet and two scripts to paint the popup, and one more script to draw it', () => {
    expect(firstScripts(folder, 'popup.html')).toHaveLength(2);
    expect(drawingScripts(folder, 'popup.html')).toHaveLength(3);
    expect(readFileSync(path('popup.html'), 'utf8').match(/rel="stylesheet"/gu)).toHaveLength(1);
  });

  test('paints the agenda’s head before any script runs', () => {
    for (const page of ['popup.html', 'agenda.html', 'sidepanel.html']) {
      expect(readFileSync(path(page), 'utf8')).toMatch(
        /<div inert(?:="")? class="agenda [a-z]+"><header class="head">/u,
      );
    }
  });

  test('includes sessions in the first paint of the popup and side panel if a session is recorded', () => {
    const isOver = guide.sessions.some(({ links }) => links.some(({ kind }) => kind === 'recording'));
    for (const page of ['popup.html', 'sidepanel.html']) {
      expect(/<li class="row" data-session="\w+"/u.test(readFileSync(path(page), 'utf8'))).toBe(isOver);
    }
  });

  test('has a side panel in Chrome, a sidebar that stays closed at install in Firefox, and an options page', () => {
    const manifest = manifestOf();
    if (name === 'chrome') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
    else expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
    expect(manifest.options_ui).toEqual({ page: 'options.html', open_in_tab: true });
  });

  test('links every style sheet from an HTML document, so that no chunk loads one', () => {
    const pages = globSync('*.html', { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(pages.length).toBe(5);
    const linked = pages.flatMap((page) =>
      [...page.matchAll(/href="\/(assets\/[^"]+\.css)"/gu)].map(([, file]) => file),
    );
    expect([...new Set(linked)].sort()).toEqual(globSync('assets/*.css', { cwd: folder }).sort());
  });

  test('contains no API that turns text into markup or code', () => {
    const scripts = globSync('**/*.js', { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    for (const script of scripts) {
      expect(script).not.toMatch(
        /\.innerHTML\s*=[^=]|outerHTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function\(/u,
      );
    }
  });

  test('loads nothing from another host', () => {
    const all = (files: string) => globSync(files, { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(all('**/*.html').filter((page) => /<(?!a )[^>]*\b(?:src|href)="(?!\/)/u.test(page))).toEqual([]);
    expect(all('**/*.css').filter((sheet) => /url\(|@import/u.test(sheet))).toEqual([]);
  });
}
