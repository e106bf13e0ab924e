import { describe, expect, test } from 'vitest';
import { code, listFiles, PRODUCT, product, read } from './sources.ts';

/** Occurrences of a pattern in the given files, outside comments of scripts. */
function found(pattern: RegExp, files: readonly string[]): string[] {
  const all = new RegExp(pattern, `g${pattern.flags}`);
  const readText = (file: string) => (/\.tsx?$/u.test(file) ? code(file) : read(file));
  return files.flatMap((file) => [...readText(file).matchAll(all)].map(([text]) => `${file}: ${text}`));
}

const documents = listFiles('entrypoints/**/*.html');
const everything = [
  ...product,
  ...documents,
  ...listFiles([...PRODUCT.map((layer) => `${layer}/**/*.css`), 'data/guides/*.json', 'locales/*.yml']),
];

// Checks of the bundle are in tests/built/trust.test.ts, and the check for innerHTML and eval in structure.test.ts.
describe('the product’s sources', () => {
  test('contain no inline script, style or event handler in their HTML', () => {
    expect(documents.length).toBe(5);
    expect(found(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/iu, documents)).toEqual([]);
    expect(found(/<script[^>]*>\s*[^<\s]/iu, documents)).toEqual([]);
  });

  test('set no handler or style from a string, which a page’s CSP would block', () => {
    expect(
      found(/setAttribute\(\s*['"](?:on\w+|style|srcdoc)['"]|\.on(?:click|error|load|message)\s*=/u, product),
    ).toEqual([]);
    expect(found(/\bset(?:Timeout|Interval)\(\s*['"`]/u, product)).toEqual([]);
  });

  test('contain no unencrypted address and load nothing from another host', () => {
    const namespace = 'http://www.w3.org/2000/svg';
    const insecure = found(/\b(?:http|ws|ftp):\/\/[^\s'"`]*/u, everything);
    expect(insecure.filter((one) => !one.endsWith(namespace))).toEqual([]);
    expect(insecure).not.toEqual([]);
    expect(found(/(?:src|import)\s*[=(]\s*['"`]https?:|url\(\s*['"]?https?:|@import\s+['"]?http/u, everything)).toEqual(
      [],
    );
  });

  test('listen to no message from a page, only to checked messages of the extension itself', () => {
    expect(
      found(/addEventListener\(\s*['"]message['"]|onMessageExternal|onConnectExternal|postMessage\(/u, product),
    ).toEqual([]);
    const listeners = product.filter((file) => found(/runtime\.onMessage\.addListener\(/u, [file]).length > 0);
    expect(listeners).toEqual(['features/background/answer.ts', 'features/page/strip.ts']);
    expect(code('features/background/answer.ts')).toMatch(/!isMessage\(message\)\) return undefined/u);
    expect(code('features/page/strip.ts')).toMatch(/isGo\(message\)/u);
  });

  test('open pages only through tabs.create and tabs.update, and only the extension’s own or the shortcut settings', () => {
    expect(found(/window\.open|location\.(?:assign|replace)|(?<!const )location(?:\.href)?\s*=[^=]/u, product)).toEqual(
      [],
    );
    const opened = found(/tabs\.(?:create|update)\([^)]*\)/u, product);
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.filter((one) => !/getURL\(|chrome:\/\/extensions\/shortcuts/u.test(one))).toEqual([]);
  });
});
