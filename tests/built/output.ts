import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { GuideFile } from '../../data/schema.ts';
import { drawingScripts, firstScripts, gzipped, LIMITS } from '../../tools/bench/bytes.ts';
import type { BrowserName } from '../../tools/browsers.ts';
import { builtExtension } from '../../tools/launch.ts';

/** Kilobytes that the style sheet may take for each session of a guide of more than 30: it names every one. */
const STYLE_PER_SESSION = 0.1;

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What must be true of the build of a guide for a browser. The folder is read inside tests only. */
export function output(name: BrowserName, guide: GuideFile): void {
  const folder = builtExtension(name, guide);
  const path = (file: string) => join(folder, file);
  const textOf = (file: string) => readFileSync(path(file), 'utf8');
  const manifestOf = () => JSON.parse(textOf('manifest.json'));
  const hosts = guide.sites.map(({ host }) => `https://${host}/*`);

  test('asks for storage, Chrome’s side panel and the guide’s hosts, and for nothing else', () => {
    const manifest = manifestOf();
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(name === 'chrome' ? ['storage', 'sidePanel'] : ['storage']);
    expect(manifest.host_permissions).toEqual(hosts);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('is named and described by the guide, in as many characters as the stores take', () => {
    const manifest = manifestOf();
    expect(manifest.description).toContain(guide.subject);
    expect(manifest.description.length).toBeLessThanOrEqual(132);
  });

  test('has the guide in its pages, its script and its style sheet', () => {
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

  test('has nothing of another guide', () => {
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

  test('has keys for the agenda and the way through a page, which the reader can change', () => {
    const manifest = manifestOf();
    expect(Object.keys(manifest.commands)).toEqual(['_execute_action', 'next-session', 'previous-session']);
  });

  test('says which browsers it is for, and that it collects nothing', () => {
    const manifest = manifestOf();
    const { minimum_chrome_version: chrome, browser_specific_settings: firefox } = manifest;
    expect(chrome ?? firefox.gecko.strict_min_version).toBe(name === 'chrome' ? '126' : '153.0');
    if (!firefox) return;
    expect(firefox.gecko_android).toEqual({ strict_min_version: firefox.gecko.strict_min_version });
    expect(firefox.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });

  test('has a content script in the pages and frames of the guide’s hosts, with the style sheet beside it, one that reads, and one for print views', () => {
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

  test('keeps the extension’s own pages from loading or reaching anything that is not in it', () => {
    const manifest = manifestOf();
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';",
    });
  });

  test('is within its limits of bytes', () => {
    const kilobytes = (...paths: string[]) => gzipped(...paths) / 1024;
    expect(kilobytes(path('content-scripts/sched.js'))).toBeLessThanOrEqual(LIMITS.contentScript);
    expect(kilobytes(path('content-scripts/sched.css'))).toBeLessThanOrEqual(
      Math.max(LIMITS.contentStyle, STYLE_PER_SESSION * guide.sessions.length),
    );
    expect(kilobytes(...firstScripts(folder, 'popup.html'))).toBeLessThanOrEqual(LIMITS.popup);
    expect(kilobytes(...drawingScripts(folder, 'popup.html'))).toBeLessThanOrEqual(LIMITS.popupDrawn);
  });

  test('paints the popup from one style sheet, and draws it by three scripts: each file more costs it milliseconds', () => {
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

  test('has sessions in the documents that it paints first, once something of the guide is recorded', () => {
    const isOver = guide.sessions.some(({ links }) => links.some(({ kind }) => kind === 'recording'));
    for (const page of ['popup.html', 'sidepanel.html']) {
      expect(/<li class="row" data-session="\w+"/u.test(readFileSync(path(page), 'utf8'))).toBe(isOver);
    }
  });

  test('has a side panel in Chrome, a sidebar that stays closed in Firefox, and a page for options', () => {
    const manifest = manifestOf();
    if (name === 'chrome') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
    else expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
    expect(manifest.options_ui).toEqual({ page: 'options.html', open_in_tab: true });
  });

  test('has every style sheet of its pages in their documents: chunks bring none', () => {
    const pages = globSync('*.html', { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(pages.length).toBe(5);
    const linked = pages.flatMap((page) =>
      [...page.matchAll(/href="\/(assets\/[^"]+\.css)"/gu)].map(([, file]) => file),
    );
    expect([...new Set(linked)].sort()).toEqual(globSync('assets/*.css', { cwd: folder }).sort());
  });

  test('has no way to turn text into markup or code', () => {
    const scripts = globSync('**/*.js', { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    for (const script of scripts) {
      expect(script).not.toMatch(
        /\.innerHTML\s*=[^=]|outerHTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function\(/u,
      );
    }
  });

  test('loads nothing from elsewhere', () => {
    const all = (files: string) => globSync(files, { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(all('**/*.html').filter((page) => /<(?!a )[^>]*\b(?:src|href)="(?!\/)/u.test(page))).toEqual([]);
    expect(all('**/*.css').filter((sheet) => /url\(|@import/u.test(sheet))).toEqual([]);
  });
}
