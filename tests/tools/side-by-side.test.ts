import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSideBySide } from '../../tools/side-by-side.ts';

const TOOL = fileURLToPath(new URL('../../tools/side-by-side.ts', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'csg-side-by-side-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the tool with these scripts, each a module, in a temporary npm project. */
function run(scripts: Record<string, string>): Promise<{ code: number; output: string }> {
  const commands = Object.keys(scripts).map((name) => [name, `node ${name}.mjs`]);
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.mjs`), code);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: Object.fromEntries(commands) }));
  return new Promise((resolve) => {
    const tool = execFile(process.execPath, [TOOL, ...Object.keys(scripts)], { cwd: folder }, (_error, output) =>
      resolve({ code: tool.exitCode ?? -1, output }),
    );
  });
}

/** A script that signals its start, waits for the other script, and prints. */
const meet = (mine: string, other: string) => `
  import { existsSync, watch, writeFileSync } from 'node:fs';
  const watcher = watch('.', end);
  function end() {
    if (!existsSync('${other}')) return;
    watcher.close();
    console.log('${mine} met ${other}');
    console.error('with warnings of ${mine}');
  }
  writeFileSync('${mine}', '');
  end();`;

test('Two scripts run at the same time, and their outputs are not interleaved', async () => {
  const { code, output } = await run({ one: meet('first', 'second'), two: meet('second', 'first') });
  expect(code).toBe(0);
  expect(output).toMatch(/first met second.*second met first.*with warnings of second/su);
});

test.each([0, 1])(
  'The exit code is that of the script that fails (%s), and the other still finishes',
  async (failing) => {
    writeFileSync(
      join(folder, 'end.mjs'),
      `setTimeout(() => process.getBuiltinModule('fs').writeFileSync('ended', ''), 100)`,
    );
    writeFileSync(join(folder, 'fail.mjs'), 'process.exitCode = 3');
    const commands = ['end', 'end'].with(failing, 'fail').map((name) => `cd "${folder}" && node ${name}.mjs`);
    expect(await runSideBySide(commands)).toBe(3);
    expect(existsSync(join(folder, 'ended'))).toBe(true);
  },
);

test('A command killed by a signal counts as failed', async () => {
  writeFileSync(join(folder, 'killed.mjs'), `process.kill(process.pid, 'SIGKILL')`);
  expect(await runSideBySide(['node -e 0', `node "${join(folder, 'killed.mjs')}"`])).not.toBe(0);
});
