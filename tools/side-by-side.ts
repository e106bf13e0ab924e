/** `node tools/side-by-side.ts SCRIPT SCRIPT`: runs two npm scripts at the same time, where each alone leaves the processor idle. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

/**
 * Runs commands at the same time and to their ends, also where one fails. The first prints as it runs, each other one when all before
 * it have ended.
 * @returns the exit code of the first that failed, or 0
 */
export async function runSideBySide(commands: readonly string[]): Promise<number> {
  const running = commands.map((command, i) => {
    const child = spawn(command, { shell: true, stdio: i === 0 ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number>((resolve) => {
      child.on('close', (code) => resolve(code ?? 1));
    });
    return { ended, printed: child.stdout && child.stderr && [text(child.stdout), text(child.stderr)] };
  });
  let failed = 0;
  for (const { ended, printed } of running) {
    const code = await ended;
    for (const output of printed ?? []) process.stdout.write(await output);
    failed ||= code;
  }
  return failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await runSideBySide(process.argv.slice(2).map((script) => `npm run ${script}`));
}
