import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesOf, read } from './sources.ts';

interface Job {
  needs?: string;
  uses?: string;
  environment?: string;
  with?: Record<string, unknown>;
  permissions?: Record<string, string>;
  steps?: { uses?: string; run?: string }[];
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const files = filesOf('.github/workflows/*.yml');
const workflow = (name: string) => parse(read(`.github/workflows/${name}.yml`)) as Workflow;
const form = (name: string) =>
  (
    parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as {
      body: { id?: string; validations?: { required?: boolean } }[];
    }
  ).body;

describe('The workflows', () => {
  test('may read the repository, and more only where a job says so.', () => {
    expect(files.length).toBe(3);
    for (const file of files) expect((parse(read(file)) as Workflow).permissions, file).toEqual({ contents: 'read' });
    expect(files.filter((file) => /pull_request_target|workflow_run/u.test(read(file)))).toEqual([]);
  });

  test('use GitHub’s own actions alone, at a named version.', () => {
    const used = files.flatMap((file) => [...read(file).matchAll(/uses: (\S+)/gu)].map(([, action]) => action ?? ''));
    expect(used.length).toBeGreaterThan(5);
    const known = /^actions\/[\w-]+@(?:v\d+|[0-9a-f]{40})$|^\.\/\.github\/workflows\/[\w-]+\.yml$/u;
    expect(used.filter((action) => !known.test(action))).toEqual([]);
  });

  test('build, rehearse, submit and publish a release in this order, each only after the one before.', () => {
    const { jobs } = workflow('release');
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['build', undefined],
      ['dry-run', 'build'],
      ['submit', 'dry-run'],
      ['release', 'submit'],
    ]);
    const call = './.github/workflows/submit.yml';
    expect(jobs['dry-run']).toMatchObject({ uses: call, with: { 'dry-run': true } });
    expect(jobs.submit).toMatchObject({ uses: call, with: { 'dry-run': false } });
    const runs = jobs.build?.steps?.map(({ run = '' }) => run) ?? [];
    for (const command of ['npm ci --ignore-scripts', 'npm test', 'npm run guide -- preview'])
      expect(runs).toContain(command);
  });

  test('have the stores’ secrets in the protected environment alone, by name.', () => {
    const secrets = files.filter((file) => /\$\{\{ secrets\./u.test(read(file)));
    expect(secrets).toEqual(['.github/workflows/submit.yml']);
    const { jobs } = workflow('submit');
    expect(Object.values(jobs).map(({ environment }) => environment)).toEqual(['stores']);
    const named = [...read('.github/workflows/submit.yml').matchAll(/secrets\.(\w+)/gu)].map(([, name]) => name ?? '');
    for (const name of named) expect(read('.github/workflows/release.yml')).toContain(name);
  });
});

test('A report of a fault asks for the page’s address and the diagnostic text.', () => {
  const required = form('bug')
    .filter(({ validations }) => validations?.required)
    .map(({ id }) => id);
  expect(required).toEqual(['address', 'what', 'diagnostics']);
  expect(form('feature').some(({ validations }) => validations?.required)).toBe(true);
});
