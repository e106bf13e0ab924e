import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../data/schema.ts';
import { code, listFiles, PRODUCT, read } from './sources.ts';

/** Every guide of the repository, the invented ones for tests too. */
const guides = listFiles(['data/guides/*.json', 'tests/guides/*.json']).map(
  (file) => JSON.parse(read(file)) as GuideFile,
);

/** The product, its build and the tests that hold for any guide; what only says what the released guide has is left out. */
const OF_ANY_GUIDE = [
  ...PRODUCT.map((layer) => `${layer}/**/*.{ts,tsx,html,css}`),
  ...['{build,tools}/**/*.ts', '*.config.ts', 'locales/*.yml'],
  ...['sched-site', 'e2e', 'built'].map((folder) => `tests/${folder}/**/*.{ts,js,css}`),
];

/** Where a word of a guide stands in a text: its hosts and dates, its subject in any case, the ids of its sessions. */
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

describe('A guide is one file', () => {
  const files = listFiles(OF_ANY_GUIDE).filter((file) => file !== 'tests/sched-site/replica.test.ts');
  const found = (file: string, { text, code: ids }: ReturnType<typeof listWords>) => {
    // The product has its name from the first guide.
    const all = read(file).replace(/cilium[ -]session[ -]guide/giu, '');
    return [...all.matchAll(text), ...code(file).matchAll(ids)].map(([word]) => `${file}: ${word}`);
  };

  test('that is seen: the guides themselves have all of these words', () => {
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
    'and nothing else has a host, a session, a date or the subject of %s',
    (_, guide) => {
      const words = listWords(guide);
      expect(files.flatMap((file) => found(file, words))).toEqual([]);
    },
  );

  test('whose name is its id, and no other has that id', () => {
    const names = listFiles(['data/guides/*.json', 'tests/guides/*.json']).map((file) =>
      file.replace(/^.*\/|\.json$/gu, ''),
    );
    expect(guides.map(({ id }) => id)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });
});
