import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUIDE_FILE, readGuide } from '../../build/guide-plugin.ts';
import { linkedHosts } from '../../data/links.ts';
import { BROWSERS } from '../../tools/browsers.ts';
import { builtExtension } from '../../tools/launch.ts';

const guide = readGuide(GUIDE_FILE);

/** APIs that turn text into markup, in any form that a minifier leaves. Preact reads `innerHTML` in one place. */
const MAKES_MARKUP =
  /\.(?:inner|outer)HTML\s*(?:[+|&?*]{0,2}=)[^=]|insertAdjacentHTML|setHTML|createContextualFragment|DOMParser|srcdoc|document\.write|dangerouslySetInnerHTML\s*:/u;
/** Does not match a method name that the polyfill lists (`inspectedWindow.eval`). */
const MAKES_CODE =
  /(?<![.\w])eval\s*\(|\bFunction\s*\(\s*["'`]|new Function\b|javascript:|set(?:Timeout|Interval)\(\s*["'`]/u;
const REACHES_OUT =
  /(?<![.\w])fetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|importScripts|RTCPeerConnection|serviceWorker\.register|createElement\(\s*["'`](?:script|iframe|img|link|object|embed)/u;

describe.each(BROWSERS)('the build for %s', (name) => {
  const folder = builtExtension(name, guide);
  /** Occurrences of a pattern in the matching files, with some context. */
  const found = (files: string, pattern: RegExp) =>
    globSync(files, { cwd: folder }).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(new RegExp(pattern, `g${pattern.flags}`))].map(
        ({ 0: text, index, input }) => `${file}: ${input.slice(index - 20, index + text.length + 20)}`,
      ),
    );

  test('turns no text into markup or code', () => {
    expect(globSync('**/*.js', { cwd: folder }).length).toBeGreaterThan(10);
    expect(found('**/*.js', MAKES_MARKUP)).toEqual([]);
    expect(found('**/*.js', MAKES_CODE)).toEqual([]);
  });

  test('contains no network API and imports only its own files', () => {
    expect(found('**/*.js', REACHES_OUT)).toEqual([]);
    expect(found('**/*.js', /\bimport\(\s*(?!["'`]\.\/[\w-]+\.js["'`]\s*\))/u)).toEqual([]);
    expect(found('**/*.js', /\bfrom\s*["'](?!\.\/)/u)).toEqual([]);
  });

  test('has no inline script, style, handler or meta CSP in its pages', () => {
    expect(globSync('*.html', { cwd: folder })).toHaveLength(5);
    expect(found('*.html', /<script(?![^>]*\ssrc="\/)|<style|\sstyle=|\son\w+=|<base|<iframe|http-equiv/iu)).toEqual(
      [],
    );
    // Script elements are empty.
    expect(found('*.html', /<script[^>]*>(?!<\/script>)/u)).toEqual([]);
  });

  test('contains only https addresses on known hosts', () => {
    const namespace = /^http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|1999\/xhtml|1999\/xlink|2000\/svg|2000\/xmlns\/)/u;
    const known = new Set([
      ...guide.sites.map(({ host }) => host),
      ...linkedHosts(guide),
      new URL(guide.source.url).hostname,
      // Sched's short session URLs: the style sheet matches them, nothing loads them.
      'sched.co',
      // Web calendars that a reader can open, and a page that ical-generator's errors mention.
      'calendar.google.com',
      'outlook.live.com',
      'sebbo2002.github.io',
    ]);
    const addresses = globSync('**/*.{js,css,html,json}', { cwd: folder }).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)\\,*$]+/gu)].map(
        ([address]) => address,
      ),
    );
    expect(addresses.length).toBeGreaterThan(guide.sessions.length);
    const unexpected = addresses.filter((address) => {
      const url = URL.parse(address);
      return !namespace.test(address) && (url?.protocol !== 'https:' || !known.has(url.hostname));
    });
    expect(unexpected).toEqual([]);
  });
});
