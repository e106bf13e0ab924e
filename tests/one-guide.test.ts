import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../data/schema.ts';
import { code, listFiles, PRODUCT, read } from './sources.ts';

/** Every guide of the repository, including the invented ones for tests. */
const guides = listFiles(['data/guides/*.json', 'tests/guides/*.json']).map(
  (file) => JSON.parse(read(file)) as GuideFile,
);

/** The product, its build, and the tests that must pass with any guide. Tests of the released guide's content are left out. */
const OF_ANY_GUIDE = [
  ...PRODUCT.map((layer) => `${layer}/**/*.{ts,tsx,html,css}`),
  ...['{build,tools}/**/*.ts', '*.config.ts', 'locales/*.yml'],
  ...['sched-site', 'e2e', 'built'].map((folder) => `tests/${folder}/**/*.{ts,js,css}`),
];

/** Patterns for the words of one guide: hosts, dates and subject (in any case) in text, session ids in code. */
function listWords({
  sites,
  sessions,
  subject,
  firstDay,
  lastDay,
  source,
}: GuideFile): Record<'text' | 'code', RegExp> {
  const days = [firstDay, lastDay, source.published, ...sessions.map(({ start }) => start.slice(0, 10))];
  const dates = days.flatMap((day) => [day, day.replaceAll('-', '')]);
  const ids = sessions.map(({ id }) => id);
  return {
    text: new RegExp([...sites.map(({ host }) => host.replaceAll('.', '\\.')), ...dates, subject].join('|'), 'giu'),
    code: new RegExp(`\\b(?:${ids.join('|')})\\b`, 'gu'),
  };
}

describe('guide data', () => {
  const files = listFiles(OF_ANY_GUIDE).filter((file) => file !== 'tests/sched-site/replica.test.ts');
  const found = (file: string, { text, code: ids }: ReturnType<typeof listWords>) => {
    // The product is named after the first guide.
    const all = read(file).replace(/cilium[ -]session[ -]guide/giu, '');
    return [...all.matchAll(text), ...code(file).matchAll(ids)].map(([word]) => `${file}: ${word}`);
  };

  test('is recognised: every guide file matches its own patterns', () => {
    expect(guides.length).toBeGreaterThan(1);
    expect(files.length).toBeGreaterThan(250);
    for (const guide of guides) {
      const { text, code: ids } = listWords(guide);
      const own = JSON.stringify(guide);
      expect(own.match(text)?.length).toBeGreaterThan(guide.sites.length + guide.sessions.length);
      expect(own.match(ids)?.length).toBeGreaterThanOrEqual(guide.sessions.length);
    }
  });

  test.each(guides.map((guide) => [guide.id, guide] as const))(
    'never leaks into other files: no host, session id, date or subject of %s',
    (_, guide) => {
      const words = listWords(guide);
      expect(files.flatMap((file) => found(file, words))).toEqual([]);
    },
  );

  test('is in a file named after the guide’s unique id', () => {
    const names = listFiles(['data/guides/*.json', 'tests/guides/*.json']).map((file) =>
      file.replace(/^.*\/|\.json$/gu, ''),
    );
    expect(guides.map(({ id }) => id)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });
});
