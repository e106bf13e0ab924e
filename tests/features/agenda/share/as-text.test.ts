import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asMarkdown, asText, type TextDay } from '../../../../features/agenda/share/as-text.ts';
import { oneLine } from '../../../../features/agenda/share/one-line.ts';

const ONE = {
  title: 'Nets and meshes',
  url: 'https://example.sched.com/event/Ab12',
  time: '9:10 – 9:35 AM',
  event: 'NetDay',
  room: 'B312',
  speakers: ['Ada Example', 'Bo Sample'],
  takeaway: 'What holds a net together.',
};
const DAYS: TextDay[] = [
  {
    name: 'Monday, November 10',
    sessions: [ONE, { ...ONE, title: 'Knots', room: undefined, speakers: [], time: '10 – 11 AM' }],
  },
  { name: 'Tuesday, November 11', sessions: [{ ...ONE, title: 'Ropes', takeaway: '' }] },
];

/** Markdown without the backslash escapes of CommonMark (2.4). */
const shown = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/gu, '$1');

/** A session's title as Markdown. */
function titleIn(title: string): string {
  const markdown = asMarkdown([{ name: 'Day', sessions: [{ ...ONE, title }] }], 'Sessions');
  return /\*\* \[(.*)\]\(https:\/\/example\.sched\.com\/event\/Ab12\)\\\n/u.exec(markdown)?.[1] ?? '';
}

/** Characters of markup without a backslash before them. */
function unescapedIn(markdown: string): string[] {
  return markdown.replace(/\\[!-/:-@[-`{-~]/gu, '').match(/[\\`*_[\]<>|~&]/gu) ?? [];
}

const POINTS = [{ name: 'Day', sessions: [{ ...ONE, points: ['Mend *wet* nets.', '- Dry them.', ' '] }] }];

describe('key points', () => {
  test('are a list below their session in Markdown', () => {
    expect(asMarkdown(POINTS, 'Mine')).toContain(
      '  What holds a net together.\n  - Mend \\*wet\\* nets.\n  - \\- Dry them.\n',
    );
  });

  test('are lines before the address in plain text', () => {
    expect(asText(POINTS, 'Mine')).toContain(
      '  What holds a net together.\n  • Mend *wet* nets.\n  • - Dry them.\n  https://example.sched.com/event/Ab12\n',
    );
  });
});

const MORE = [
  {
    name: 'Day',
    sessions: [
      {
        ...ONE,
        more: [
          [{ name: 'Recording', url: 'https://video.example/a' }],
          ['My note: at ', { name: '12:40', url: 'https://video.example/a#t=760' }, ' a *knot*'],
        ],
      },
    ],
  },
];

describe('recordings and notes', () => {
  test('have links in Markdown', () => {
    expect(asMarkdown(MORE, 'Mine')).toContain(
      '\\\n  [Recording](https://video.example/a)\\\n  My note: at [12:40](https://video.example/a#t=760) a \\*knot\\*\n',
    );
  });

  test('are followed by their addresses in plain text', () => {
    expect(asText(MORE, 'Mine')).toContain(
      '  Recording (https://video.example/a)\n  My note: at 12:40 (https://video.example/a#t=760) a *knot*\n',
    );
  });
});

describe('the agenda as Markdown', () => {
  test('has a heading, a heading per day, and a list of sessions with links', () => {
    expect(asMarkdown(DAYS, 'My sessions')).toBe(`# My sessions

## Monday, November 10

- **9:10 – 9:35 AM** [Nets and meshes](https://example.sched.com/event/Ab12)\\
  NetDay, B312\\
  Ada Example, Bo Sample\\
  What holds a net together.
- **10 – 11 AM** [Knots](https://example.sched.com/event/Ab12)\\
  NetDay\\
  What holds a net together.

## Tuesday, November 11

- **9:10 – 9:35 AM** [Ropes](https://example.sched.com/event/Ab12)\\
  NetDay, B312\\
  Ada Example, Bo Sample
`);
  });

  test.each([
    ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
    ['![x] *a* _b_ `c`', '!\\[x\\] \\*a\\* \\_b\\_ \\`c\\`'],
    ['<img src=x> &lt; | ~~d~~', '\\<img src=x\\> \\&lt; \\| \\~\\~d\\~\\~'],
    ['a\\', 'a\\\\'],
    ['# one', '\\# one'],
    ['- two', '\\- two'],
    ['+ three', '\\+ three'],
    ['1. four', '1\\. four'],
    ['12) five', '12\\) five'],
    ['--- six', '\\--- six'],
    ['=== seven', '\\=== seven'],
    ['1.18 and C++ - a plan #1', '1\\.18 and C++ - a plan #1'],
    ['Nets (and more): a plan!', 'Nets (and more): a plan!'],
    ['two\nlines\u0000', 'two lines'],
  ])('shows the title %j literally', (title, expected) => {
    expect(titleIn(title)).toBe(expected);
    expect(shown(expected)).toBe(oneLine(title));
  });

  test.each(['# a', '- a', '1. a', '> a', '```', '| a |', '***', '<div>'])(
    'shows the takeaway, speaker, event, day or heading %j literally',
    (text) => {
      const session = { ...ONE, takeaway: text, speakers: [text], event: text, room: '', time: text };
      const lines = asMarkdown([{ name: text, sessions: [session] }], text)
        .trimEnd()
        .split('\n');
      expect(lines.filter((line) => line.includes('a') && line.startsWith('#')).map(shown)).toEqual(
        text.includes('a') ? [`# ${text}`, `## ${text}`] : [],
      );
      expect(lines.slice(-3).map((line) => shown(line.replace(/\\$/u, '')))).toEqual(Array(3).fill(`  ${text}`));
      expect(lines.slice(-3).filter((line) => /^ {2}(?:[#\->|*<`]|\d+\. )/u.test(line))).toEqual([]);
    },
  );

  test('shows any title literally, and keeps its link', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'\\`*_[]()<>|~&#+-=1.!\n \uD83D'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (letters) => {
        const markdown = titleIn(letters.join(''));
        expect(shown(markdown)).toBe(oneLine(letters.join('')));
        expect(unescapedIn(markdown)).toEqual([]);
      }),
    );
  }, 60_000);

  test('escapes an address, so that it stays within its parentheses', () => {
    const url = 'https://example.sched.com/a (b)<c>\\d';
    expect(asMarkdown([{ name: 'Day', sessions: [{ ...ONE, url }] }], 'x')).toContain(
      '(https://example.sched.com/a%20%28b%29%3cc%3e%5cd)',
    );
  });
});

describe('the agenda as plain text', () => {
  test('has the days and their sessions with addresses, without escapes', () => {
    expect(asText(DAYS, 'My *sessions*')).toBe(`My *sessions*

Monday, November 10

9:10 – 9:35 AM  Nets and meshes
  NetDay, B312
  Ada Example, Bo Sample
  What holds a net together.
  https://example.sched.com/event/Ab12

10 – 11 AM  Knots
  NetDay
  What holds a net together.
  https://example.sched.com/event/Ab12

Tuesday, November 11

9:10 – 9:35 AM  Ropes
  NetDay, B312
  Ada Example, Bo Sample
  https://example.sched.com/event/Ab12
`);
  });

  test('keeps each text on one line', () => {
    const hostile = 'a\n\nb\r\u0000';
    const session = { ...ONE, title: hostile, takeaway: hostile, speakers: [hostile], event: hostile, room: '' };
    expect(asText([{ name: hostile, sessions: [session] }], hostile).split('\n')).toHaveLength(10);
  });

  test('is only the heading without sessions', () => {
    expect([asText([], 'Nothing'), asMarkdown([], 'Nothing')]).toEqual(['Nothing\n', '# Nothing\n']);
  });
});
