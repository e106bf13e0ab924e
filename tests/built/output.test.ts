import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/browsers.ts';
import { builtExtension } from '../../scripts/launch.ts';

const HOSTS = ['https://colocatedeventsna2025.sched.com/*', 'https://kccncna2025.sched.com/*'];

/** gzip at its best, as both stores and the limits count. */
function gzipped(...paths: string[]): number {
  return paths.map((path) => gzipSync(readFileSync(path), { level: 9 }).length).reduce((sum, size) => sum + size, 0);
}

describe.each(BROWSERS)('the build for %s', (name) => {
  const folder = builtExtension(name);
  const path = (file: string) => join(folder, file);
  const manifest = JSON.parse(readFileSync(path('manifest.json'), 'utf8'));

  test('asks for storage, Chrome’s side panel and the two hosts, and for nothing else', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(name === 'chrome' ? ['storage', 'sidePanel'] : ['storage']);
    expect(manifest.host_permissions).toEqual(HOSTS);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has keys for the agenda and the way through a page, which the reader can change', () => {
    expect(Object.keys(manifest.commands)).toEqual(['_execute_action', 'next-session', 'previous-session']);
    const messages = JSON.parse(readFileSync(path('_locales/en/messages.json'), 'utf8'));
    for (const name of ['next', 'previous']) {
      expect(manifest.commands[`${name}-session`].description).toBe(`__MSG_command_${name}__`);
      expect(messages[`command_${name}`].message).toMatch(/session/u);
    }
  });

  test('says which browsers it is for, and that it collects nothing', () => {
    const { minimum_chrome_version: chrome, browser_specific_settings: firefox } = manifest;
    expect(chrome ?? firefox.gecko.strict_min_version).toBe(name === 'chrome' ? '126' : '153.0');
    if (firefox) expect(firefox.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });

  test('has one content script, in the pages and frames of the two hosts, with the style sheet beside it', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: HOSTS,
        all_frames: true,
        run_at: 'document_start',
        css: ['content-scripts/sched.css'],
        js: ['content-scripts/sched.js'],
      },
    ]);
  });

  test('keeps the extension’s own pages from loading or reaching anything that is not in it', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';",
    });
  });

  test('is within its limits of bytes', () => {
    expect(gzipped(path('content-scripts/sched.js'))).toBeLessThanOrEqual(12 * 1024);
    expect(gzipped(path('content-scripts/sched.css'))).toBeLessThanOrEqual(3 * 1024);
    const scripts = firstScripts('popup.html');
    expect(scripts.length).toBeGreaterThan(1);
    expect(gzipped(...scripts)).toBeLessThanOrEqual(20 * 1024);
  });

  test('paints the popup from one style sheet and two scripts: each file more costs it milliseconds', () => {
    expect(firstScripts('popup.html').length).toBe(2);
    expect(readFileSync(path('popup.html'), 'utf8').match(/rel="stylesheet"/gu)).toHaveLength(1);
  });

  test('paints the agenda’s head before any script runs', () => {
    for (const page of ['popup.html', 'agenda.html', 'sidepanel.html']) {
      expect(readFileSync(path(page), 'utf8')).toMatch(/<div class="agenda [a-z]+"><header class="head">/u);
    }
  });

  /** The scripts that a page loads before it paints: those of its document, and all that they import at once. */
  function firstScripts(page: string): string[] {
    const html = readFileSync(path(page), 'utf8');
    const scripts = new Set([...html.matchAll(/src="\/([^"]+\.js)"/gu)].map(([, file = '']) => path(file)));
    for (const script of scripts) {
      const imports = readFileSync(script, 'utf8').matchAll(
        /(?:^|[;}])(?:import|export)\s*(?:[^"'();]*?from\s*)?"([^"]+)"/gu,
      );
      for (const [, file = ''] of imports) scripts.add(join(dirname(script), file));
    }
    return [...scripts];
  }

  test('has a side panel in Chrome, a sidebar that stays closed in Firefox, and a page for options', () => {
    if (name === 'chrome') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
    else expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
    expect(manifest.options_ui).toEqual({ page: 'options.html', open_in_tab: true });
  });

  test('has every style sheet of its pages in their documents: chunks bring none', () => {
    const pages = globSync('*.html', { cwd: folder }).map((file) => readFileSync(path(file), 'utf8'));
    expect(pages.length).toBe(4);
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
    expect(all('**/*.html').filter((page) => /\b(?:src|href)="(?!\/)/u.test(page))).toEqual([]);
    expect(all('**/*.css').filter((sheet) => /url\(|@import/u.test(sheet))).toEqual([]);
  });
});
