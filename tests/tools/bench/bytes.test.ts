import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawingScripts, firstScripts, gzipped, listBytes, zipBytes } from '../../../tools/bench/bytes.ts';

describe('the bytes of a build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'csg-bytes-'));
    const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
    write('popup.html', '<script type="module" src="/a.js"></script>');
    write('a.js', 'import{x}from"./b.js";const later=()=>import("./c.js");');
    write('b.js', `export const x="${'long '.repeat(200)}"`);
    write('c.js', 'const tab=()=>import("./d.js")');
    write('d.js', 'void 0');
    write('icon.png', 'not really');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are listed for each file that a browser reads, and for those that a page reads before it is drawn', () => {
    expect(
      listBytes(folder)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['a.js', 'b.js', 'c.js', 'd.js', 'popup.html']);
    expect(listBytes(folder).find(({ file }) => file === 'b.js')).toMatchObject({ raw: 1017 });
    const paths = (...files: string[]) => files.map((file) => join(folder, file));
    expect(firstScripts(folder, 'popup.html')).toEqual(paths('a.js', 'b.js'));
    expect(drawingScripts(folder, 'popup.html')).toEqual(paths('a.js', 'b.js', 'c.js'));
    expect(gzipped(join(folder, 'a.js'), join(folder, 'b.js'))).toBeLessThan(200);
  });

  test('of its archive are those of a zip file', () => {
    // Six files, headers of 76 bytes with each name twice, and 22 at the end.
    const names = ['popup.html', 'a.js', 'b.js', 'c.js', 'd.js', 'icon.png'].join('').length;
    const content = zipBytes(folder) - 6 * 76 - 2 * names - 22;
    expect(content).toBeGreaterThan(100);
    expect(content).toBeLessThan(
      gzipped(...['popup.html', 'a.js', 'b.js', 'c.js', 'd.js', 'icon.png'].map((file) => join(folder, file))),
    );
  });
});
