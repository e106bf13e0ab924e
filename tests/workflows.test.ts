import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listFiles, read } from './sources.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  needs?: string;
  uses?: string;
  environment?: string | { name: string };
  env?: Record<string, string>;
  permissions?: Record<string, string>;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const files = listFiles('.github/workflows/*.yml');
const workflow = (file: string) => parse(read(file)) as Workflow;
const release = workflow('.github/workflows/release.yml');
const jobs = files.flatMap((file) => Object.entries(workflow(file).jobs).map(([name, job]) => ({ name, job })));
const jobNames = (all: readonly { name: string }[]) => all.map(({ name }) => name);
const form = (name: string) =>
  (
    parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as {
      body: { id?: string; validations?: { required?: boolean } }[];
    }
  ).body;

/** Whether a job runs code from the repository or from a package. */
const runsCode = ({ steps = [] }: Job) =>
  steps.some(
    ({ uses = '', run = '' }) =>
      /^actions\/(?:checkout|setup-node)@/u.test(uses) || /\b(?:node|npm|npx)\b|\.ci\//u.test(run),
  );
const mayWrite = ({ permissions = {} }: Job) => Object.values(permissions).includes('write');
const usesSecrets = (job: Job) => JSON.stringify(job).includes('secrets.');

describe('the workflows', () => {
  test('have read-only permissions by default, and no privileged trigger', () => {
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(workflow(file).permissions, file).toEqual({ contents: 'read' });
    expect(files.filter((file) => /pull_request_target|workflow_run/u.test(read(file)))).toEqual([]);
  });

  test('use only GitHub’s own actions, pinned to full commits with the version in a comment', () => {
    const all = files.flatMap((file) => [...read(file).matchAll(/uses: (.+)/gu)].map(([, action]) => action ?? ''));
    const used = all.filter((one) => !/^\.\/\.github\/workflows\/[\w-]+\.yml$/u.test(one));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((one) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(one))).toEqual([]);
    const commits = new Map<string, Set<string>>();
    for (const one of used) {
      const name = one.split('@')[0] ?? '';
      commits.set(name, (commits.get(name) ?? new Set()).add(one));
    }
    for (const [name, pins] of commits) expect(pins.size, name).toBe(1);
  });

  test('never let a job that runs code sign or write', () => {
    expect(jobNames(jobs.filter(({ job }) => runsCode(job)))).toEqual(
      expect.arrayContaining(['test', 'build', 'submit']),
    );
    expect(jobNames(jobs.filter(({ job }) => mayWrite(job)))).toEqual(expect.arrayContaining(['attest', 'release']));
    expect(jobNames(jobs.filter(({ job }) => runsCode(job) && mayWrite(job)))).toEqual([]);
    expect(release.jobs.attest?.permissions).toEqual({ contents: 'read', 'id-token': 'write', attestations: 'write' });
    expect(release.jobs.release?.permissions).toEqual({ contents: 'write', actions: 'write' });
  });

  test('keep no credentials in a checkout', () => {
    const checkouts = jobs
      .flatMap(({ job }) => job.steps ?? [])
      .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(3);
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('build, attest, dry-run, submit and publish a release, each step after the one before', () => {
    expect(Object.entries(release.jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['build', undefined],
      ['attest', 'build'],
      ['dry-run', 'attest'],
      ['submit', 'dry-run'],
      ['release', 'submit'],
    ]);
    const runs = release.jobs.build?.steps?.map(({ run = '' }) => run) ?? [];
    for (const command of ['npm ci --ignore-scripts', 'npm run audit', 'npm test', 'npm run guide -- preview'])
      expect(runs).toContain(command);
  });

  test('submit a release with the same steps as the dry run, with only DRY_RUN changed', () => {
    const { 'dry-run': rehearsal, submit } = release.jobs;
    expect(rehearsal?.env).toEqual({ DRY_RUN: 'true' });
    expect(submit?.env).toEqual({ DRY_RUN: 'false' });
    expect(submit?.steps).toEqual(rehearsal?.steps);
    const command = submit?.steps?.at(-1)?.run;
    for (const part of ['--dry-run="$DRY_RUN"', '--chrome-zip', '--firefox-zip', '--firefox-sources-zip', '--edge-zip'])
      expect(command).toContain(part);
  });

  test('publish the guide’s page on request or with a release', () => {
    const pages = workflow('.github/workflows/pages.yml');
    expect(Object.keys(pages.on)).toEqual(['workflow_dispatch', 'release']);
    expect(pages.jobs.page?.steps?.at(-2)?.run).toBe('npm run guide -- preview --to .output/pages/index.html');
    expect(pages.jobs.deploy).toMatchObject({ needs: 'page', permissions: { pages: 'write', 'id-token': 'write' } });
    expect(release.jobs.release?.steps?.at(-1)?.run).toContain('gh workflow run pages.yml');
  });

  test('use store secrets only in the protected environment of the file that documents them', () => {
    const users = jobs.filter(({ job }) => usesSecrets(job));
    expect(jobNames(users)).toEqual(['dry-run', 'submit']);
    for (const { name, job } of users) expect(job.environment, name).toBe('stores');
    expect(jobNames(jobs.filter(({ job }) => job.environment === 'stores'))).toEqual(['dry-run', 'submit']);
    // A called workflow would get these secrets empty, without an error.
    const called = files.filter((file) => 'workflow_call' in workflow(file).on);
    expect(called.filter((file) => read(file).includes('secrets.'))).toEqual([]);
    const text = read('.github/workflows/release.yml');
    const [head = ''] = text.split('\nname:');
    const named = new Set([...text.matchAll(/secrets\.(\w+)/gu)].map(([, name]) => name ?? ''));
    expect(named.size).toBe(10);
    for (const name of named) expect(head).toContain(name);
  });
});

test('Dependabot checks packages and actions weekly, in groups', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; schedule: { interval: string }; groups: Record<string, unknown> }[];
  };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  for (const { schedule, groups } of updates) {
    expect(schedule.interval).toBe('weekly');
    expect(Object.keys(groups)).not.toEqual([]);
  }
});

test('CI installs, audits and tests', () => {
  const commands = read('.ci/run')
    .split('\n')
    .filter((line) => line.startsWith('npm '));
  expect(commands).toEqual(['npm ci', 'npm run audit', 'npm test']);
});

test('The bug report form requires the page’s address and the diagnostic text', () => {
  const required = form('bug')
    .filter(({ validations }) => validations?.required)
    .map(({ id }) => id);
  expect(required).toEqual(['address', 'what', 'diagnostics']);
  expect(form('feature').some(({ validations }) => validations?.required)).toBe(true);
});
