import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../data/nearest.ts';
import { checkText, parseGuide } from '../../tools/guide/parse.ts';
import { runs } from '../runs.ts';
import { findFaults, findPaths, text, withValues } from './broken.ts';

/** The faults reported if the keynote has this title. */
function titled(title: string): string[] {
  return findFaults(withValues({ 'sessions[3].title': title }));
}

test('The released guide has no faults', () => {
  expect(findFaults(text)).toEqual([]);
  expect(parseGuide(text, 'guide.json').sessions).toHaveLength(15);
});

describe('the faults of a guide', () => {
  test('include those of shape and of meaning, in the order of the file', () => {
    const values = {
      zone: 'x',
      'sites[0].host': 'x',
      'topics[0].name': '',
      'sessions[1].title': '',
      'sessions[1].site': 'x',
      'sessions[1].end': '2025-11-10T09:00',
      'sessions[2].why': undefined,
      'sessions[2].terms[0]': 'x',
      'sessions[9].links[0].asOf': '2026-02-30',
    };
    expect(findPaths(withValues(values))).toEqual([
      'zone',
      'sites[0].host',
      'topics[0].name',
      'sessions[1].site',
      'sessions[1].title',
      'sessions[1].end',
      'sessions[2].why',
      'sessions[2].terms[0]',
      'sessions[9].links[0].asOf',
    ]);
  });

  test('are all reported for a draft with empty texts', () => {
    const draft = JSON.parse(text);
    for (const session of draft.sessions) Object.assign(session, { takeaway: '', summary: '', why: '', level: '' });
    draft.sessions[4].end = draft.sessions[4].start;
    const faults = findFaults(JSON.stringify(draft));
    expect(faults.filter((fault) => / is empty: /u.test(fault))).toHaveLength(60);
    expect(faults.find((fault) => fault.includes('before or as it starts'))).toMatch(/^sessions\[4\]\.end/u);
    expect(faults).toHaveLength(61);
  });

  test.each([
    ['sessions', 'x'],
    ['sessions', undefined],
    ['sessions[3].related', null],
    ['sessions[3].topics', 'community'],
    ['sessions[3].site', 7],
    ['sites', undefined],
    ['topics', {}],
    ['firstDay', undefined],
    ['linkHosts', 'www.cncf.io'],
    ['mentions', []],
    ['source', undefined],
  ])('name no other place if %s is %j', (path, value) => {
    expect(findPaths(withValues({ [path]: value }))).toEqual([path]);
  });

  test('name each unknown key, and suggest a known one', () => {
    const broken = withValues({
      'sessions[3].sumary': 'x',
      'sessions[3].room': 'B5',
      'terms[0].Meaning': 'x',
      subjekt: 'x',
    });
    expect(findFaults(broken)).toEqual([
      'terms[0]: has the unknown key “Meaning”: did you mean “meaning”?',
      'sessions[3]: has the unknown key “sumary”: did you mean “summary”?',
      expect.stringMatching(
        /^sessions\[3\]: has the unknown key “room”: remove it, or write one of id, schedId, site, event/u,
      ),
      '(file): has the unknown key “subjekt”: did you mean “subject”?',
    ]);
  });

  test('name a duplicate key, with both lines', () => {
    const broken = text.replace('"subject": "Cilium",', '"subject": "Cilium",\n  "subject": "Hubble",');
    expect(findFaults(broken)).toEqual([
      '(file): has the key “subject” twice (before in line 6), and only the last counts: keep one',
    ]);
    expect(() => parseGuide(broken, 'g.json')).toThrow('\n  g.json:7:3: (file): ');
  });

  test('have a line and column that an editor can open', () => {
    const broken = withValues({ 'sessions[3].title': '', 'sessions[3].level': undefined, 'sessions[3].room': 'B5' });
    const lines = broken.split('\n');
    const places: string[] = [];
    try {
      parseGuide(broken, 'g.json');
    } catch (error) {
      for (const [, line, column] of (error as Error).message.matchAll(/g\.json:(\d+):(\d+): /gu))
        places.push(lines[Number(line) - 1]?.slice(Number(column) - 1) ?? '');
    }
    expect(places).toEqual(['{', '"",', '"room": "B5"']);
  });
});

describe('a title', () => {
  test.each([
    ['with a bidi mark', 'שלום\u200F'],
    ['with an override', 'Key\u202Eetoned'],
    ['with an isolate', '\u2066Keynote\u2069'],
    ['with an Arabic letter mark', 'سلام\u061C'],
    ['with a zero-width space', 'Key\u200Bnote'],
    ['with a byte order mark', '\uFEFFKeynote'],
    ['with a soft hyphen', 'Key\u00ADnote'],
    ['with a line break', 'Key\nnote'],
    ['with a line separator', 'Key\u2028note'],
    ['with a filler', 'Key\u3164note'],
    ['with half a character', 'Key\uD83Dnote'],
    ['with a joiner between Latin letters', 'Key\u200Dnote'],
    ['with a joiner at its start', '\u200CKeynote'],
  ])('%s is refused, with the character named', (_, title) => {
    const code = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\u3164]/u.exec(title)?.[0].codePointAt(0) ?? 0;
    expect(titled(title).join()).toContain(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  });

  test('with a replacement character is refused as damaged', () => {
    expect(titled('Caf\uFFFD').join()).toContain('where a character was lost');
  });

  test.each(['<b>bold</b>', '<!-- x -->', 'R&amp;D', 'it&#39;s', '[here](https://a.example)', 'so **bold**'])(
    'of %s is refused as markup',
    (title) => {
      expect(titled(title).join()).toContain('looks like markup');
    },
  );

  test.each([
    'علی‌رضا نوری می‌گوید',
    'ശ്രീലങ്കൻ അനില്‍',
    'क्‍ष in Devanagari',
    '👩‍💻 and 🏳️‍🌈 on stage',
    '⚡️ Lightning: A < B && C > D?',
    'R&D, Q&A; C++ ** 2 [sic] (really)',
    'Größe, naïve, 東京, 서울, ไทย, Ελλάδα',
    'Prix\u00A0: 5\u202F€',
  ])('may be “%s”', (title) => {
    expect(titled(title.normalize('NFC'))).toEqual([]);
  });
});

describe('times', () => {
  const last = 'sessions[14]';

  test('may cross midnight, even on the last day', () => {
    const late = { [`${last}.start`]: '2025-11-13T22:30', [`${last}.end`]: '2025-11-14T01:00' };
    expect(findFaults(withValues(late))).toEqual([]);
  });

  test('are refused if a clock change skips them, but not if it repeats them', () => {
    const spring = { zone: 'Australia/Lord_Howe', firstDay: '2025-04-06', lastDay: '2025-04-06' };
    const one = (start: string, end: string) => {
      const guide = JSON.parse(withValues(spring));
      for (const session of guide.sessions) Object.assign(session, { start, end });
      return [...new Set(findFaults(JSON.stringify(guide)).map((fault) => fault.replace(/\d+\]/u, '0]')))];
    };
    expect(one('2025-04-06T01:45', '2025-04-06T02:10')).toEqual([]);
    Object.assign(spring, { firstDay: '2025-10-05', lastDay: '2025-10-05' });
    expect(one('2025-10-05T02:15', '2025-10-05T02:45')).toEqual([
      expect.stringMatching(/^sessions\[0\]\.start: 2025-10-05T02:15 does not exist in Australia\/Lord_Howe/u),
    ]);
  });

  test('out of order are reported once per wrong time', () => {
    const faults = findPaths(
      withValues({ 'sessions[0].start': '2025-11-10T09:07', 'sessions[0].end': '2025-11-10T09:09' }),
    );
    expect(faults).toEqual([]);
    expect(findPaths(withValues({ 'sessions[5].start': '2025-11-10T09:00' }))).toEqual(['sessions[5]']);
  });
});

test('Every circle of prerequisites is reported with all its sessions', () => {
  const before = (id: string) => [{ id, how: 'background', reason: 'x' }];
  const circles = {
    'sessions[0].related': before('28Czl'),
    'sessions[1].related': before('28D0I'),
    'sessions[2].related': before('28F61'),
    'sessions[13].related': before('27FbS'),
    'sessions[14].related': before('27FaL'),
  };
  expect(findFaults(withValues(circles)).map((fault) => fault.split(': ').slice(0, 3).join(': '))).toEqual([
    'sessions[0].related: background goes in a circle: 28F61 → 28Czl → 28D0I → 28F61',
    'sessions[13].related: background goes in a circle: 27FaL → 27FbS → 27FaL',
  ]);
});

test.each([
  ['sumary', 'summary'],
  ['Title', 'title'],
  ['titel', 'title'],
  ['link', 'links'],
  ['28d1y', '28D1Y'],
  ['room', undefined],
  ['x', undefined],
  ['', undefined],
])('The nearest known word to %j is %j', (written, meant) => {
  expect(nearest(written, ['summary', 'title', 'links', '28D1Y', 'takeaway'])).toBe(meant);
});

/** The paths of all values of the released guide. */
function* pathsIn(value: unknown, path = ''): Generator<string> {
  if (path !== '') yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* pathsIn(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
  }
}

test('For any wrong value anywhere in a guide, the check reports its path and never throws', () => {
  const junk = fc.constantFrom<unknown>(null, true, -1.5, 2 ** 60, [], [[]], { x: 1 }, { id: 'x' }, [null], undefined);
  const optional =
    /^\$schema$|\.(?:organisation|label|language|textFrom|points)$|^(?:goals|terms|context|mentions|linkHosts)$|\.(?:terms|related|links|changes|also|topics|levels|strong|quiet|beside|except)$/u;
  fc.assert(
    fc.property(fc.constantFrom(...pathsIn(JSON.parse(text))), junk, (path, value) => {
      const { problems } = checkText(withValues({ [path]: value }));
      const fits = JSON.stringify(value) === '[]' || value === undefined;
      // In a list, undefined becomes null.
      if (fits && (optional.test(path) || value !== undefined)) return;
      expect(problems.map((problem) => problem.path).filter((one) => one.startsWith(path))).not.toEqual([]);
    }),
    { numRuns: runs(25) },
  );
});
