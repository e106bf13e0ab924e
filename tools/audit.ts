/**
 * `npm run audit`: asks the registry for known vulnerabilities of the locked packages. Fails if a shipped package has one,
 * and lists the others. Passes with a message if there is no answer (not every mirror offers this service).
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

type Audit = { affected: string[] } | { unreachable: string };

/**
 * Parses the output of `npm audit --json`.
 * @returns the affected packages as “name (severity)”, or why there is no report
 */
export function parseAudit(output: string): Audit {
  let report: {
    auditReportVersion?: number;
    vulnerabilities?: Record<string, { severity: string }>;
    message?: string;
    error?: { summary?: string };
  };
  try {
    report = JSON.parse(output);
  } catch {
    return { unreachable: 'npm printed no report' };
  }
  if (!report.auditReportVersion) return { unreachable: report.message || report.error?.summary || 'no reason given' };
  const affected = Object.entries(report.vulnerabilities ?? {}).map(([name, { severity }]) => `${name} (${severity})`);
  return { affected };
}

/** Runs npm once, without retries: a mirror without this service replies at once or never. */
function runAudit(...options: string[]): Audit {
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000', ...options];
  return parseAudit(spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' }).stdout ?? '');
}

/** The text to print, and whether the audit fails. */
export function judge(shipped: Audit, all: Audit): { text: string; fails: boolean } {
  if ('unreachable' in shipped) return { text: `npm audit was not possible: ${shipped.unreachable}`, fails: false };
  if ('unreachable' in all) return { text: `npm audit was not possible: ${all.unreachable}`, fails: false };
  const others = all.affected.filter((one) => !shipped.affected.includes(one));
  const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');
  return {
    text: `Known vulnerabilities in packages that ship: ${list(shipped.affected)}; in tools: ${list(others)}`,
    fails: shipped.affected.length > 0,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shipped = runAudit('--omit=dev');
  const { text, fails } = judge(shipped, 'unreachable' in shipped ? shipped : runAudit());
  const warns = process.env.GITHUB_ACTIONS && !text.endsWith('ship: none; in tools: none');
  console.log(warns ? `::${fails ? 'error' : 'warning'}::${text}` : text);
  process.exitCode = fails ? 1 : 0;
}
