import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide } from '../../../data/index.ts';
import { type BadCode, BadShareCodeError, readShareCode, shareCode } from '../../../lib/own/share-code.ts';

const GUIDE = 'netcon-2030';
const CODE = shareCode(GUIDE, ['9zZ1', '28D1Y', 'Ab12cd']);

/** The decoded ids, or the reason why the text is refused. */
function outcome(text: string, guideId = GUIDE): BadCode | string[] {
  try {
    return readShareCode(text, guideId).ids;
  } catch (error) {
    if (error instanceof BadShareCodeError) return error.reason;
    throw error;
  }
}

const id = fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZabcxyz'), minLength: 4, maxLength: 6 });

describe('a share code', () => {
  test('is short, begins with its version and guide, and lists the ids sorted and without duplicates', () => {
    expect(CODE).toMatch(/^csg1\.netcon-2030\.28D1Y-9zZ1-Ab12cd\.[0-9a-z]{7}$/u);
    expect(shareCode(GUIDE, ['Ab12cd', '28D1Y', '9zZ1', '28D1Y'])).toBe(CODE);
    const all = guide.sessions.map((session) => session.id);
    expect(shareCode(guide.id, all).length).toBeLessThan(130);
  });

  test('never changes for the same picks, so that old codes stay valid', () => {
    expect(CODE).toBe('csg1.netcon-2030.28D1Y-9zZ1-Ab12cd.0j8vyn9');
  });

  test('is empty without picks, and omits invalid Sched ids', () => {
    expect(shareCode(GUIDE, [])).toBe('');
    expect(shareCode(GUIDE, ['', 'a.b-c', '__proto__', 'toolong7'])).toBe('');
    expect(shareCode(GUIDE, ['28D1Y', 'a.b-c'])).toBe(shareCode(GUIDE, ['28D1Y']));
  });

  test('decodes to the picks that it was made from', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 60 }), (ids) => {
        expect(outcome(shareCode(GUIDE, ids))).toEqual([...ids].sort());
      }),
    );
  }, 60_000);

  test.each([
    `  ${CODE}\n`,
    `“${CODE}”`,
    `"${CODE}"`,
    `\`${CODE}\``,
    `<${CODE}>`,
    `<<"“${CODE}”">>`,
    `\n\n${CODE.replace('-Ab', '-\u200B\u200B \nAb')}`,
    CODE.replace('-Ab', '-\r\n  Ab'),
    CODE.replace('28D1Y', '28\u200BD\u00AD1Y'),
    `\u2068${CODE}\u2069`,
    `\u202A${CODE}\u202C\u061C`,
    `\uFEFF${CODE}\u00A0`,
    `> ${CODE.replace('-Ab', '-\n> Ab')}`,
    `> > ${CODE.replace('-Ab', '-\n> > Ab')}`,
    ...[...'.,;:!?)]}*_|\\/…。'].map((mark) => `${CODE}${mark}`),
    `my picks: ${CODE}`,
    `Here are my picks: ${CODE}. Have fun!`,
    `Codes start with csg1. Mine is ${CODE}\nthanks`,
    `(${CODE})`,
    `[my picks](${CODE})`,
    `[${CODE}](${CODE})`,
    `${CODE}${CODE}`,
    `**${CODE}**`,
    `<a href="http://${CODE.toLowerCase()}/">${CODE}</a>`,
    CODE.replace('-Ab', '-=\r\nAb'),
    CODE.replaceAll('-', '‑'),
    CODE.replaceAll('-', '–'),
    CODE.replaceAll('.', '\\.'),
    `${CODE}${' '.repeat(20_000)}`,
  ])('can be read in %j', (text) => {
    expect(outcome(text)).toEqual(['28D1Y', '9zZ1', 'Ab12cd']);
  });
});

test('readShareCode combines all codes of a guide in a text and ignores codes of other guides', () => {
  const other = shareCode('netcon-2031', ['1234']);
  expect(outcome(`Ada: ${CODE}, Bo: ${shareCode(GUIDE, ['28D1Y', 'zzzz'])}; last year ${other}`)).toEqual([
    '28D1Y',
    '9zZ1',
    'Ab12cd',
    'zzzz',
  ]);
});

describe('an invalid code', () => {
  test('is refused if any character is replaced, missing, doubled or swapped with the next', () => {
    const letters = [...'0123456789ABCXYZabcdefghijklmnopqrstuvwxyz.-'];
    const variants = [...CODE].flatMap((letter, at) => {
      const [before, after] = [CODE.slice(0, at), CODE.slice(at + 1)];
      const swapped = after ? [`${before}${after[0]}${letter}${after.slice(1)}`] : [];
      return [
        before + after,
        before + letter + letter + after,
        ...swapped,
        ...letters.map((one) => before + one + after),
      ];
    });
    // An extra letter before or after a code leaves the code intact.
    const wrong = [...new Set(variants)].filter((text) => !text.includes(CODE));
    expect(wrong.length).toBeGreaterThan(1_900);
    expect(wrong.filter((text) => Array.isArray(outcome(text)))).toEqual([]);
  });

  test('is refused if it is cut at any place', () => {
    const cuts = [...CODE].map((_, at) => [outcome(CODE.slice(0, at)), outcome(CODE.slice(at + 1))]);
    expect(cuts.flat().filter(Array.isArray)).toEqual([]);
    expect(outcome(CODE.slice(0, -1))).toBe('damaged');
  });

  test('is refused for any random text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `csg1.${GUIDE}.${text}`),
        ),
        (text) => {
          expect(outcome(text)).toBeTypeOf('string');
        },
      ),
    );
  }, 60_000);

  test.each<[BadCode, string]>([
    ['empty', ''],
    ['empty', ' \n\u200B '],
    ['empty', '“”'],
    ['empty', '…!'],
    ['not-a-code', 'hello'],
    ['not-a-code', '選んだセッション'],
    ['not-a-code', `${CODE}${' '.repeat(100_000)}`],
    ['not-a-code', 'https://example.sched.com/event/28D1Y'],
    ['not-a-code', 'csg1'],
    ['not-a-code', CODE.replace('csg1', 'csg0')],
    ['not-a-code', '{"picks":["28D1Y"]}'],
    ['newer', CODE.replace('csg1', 'csg2')],
    ['newer', 'csg17.whatever that will be'],
    ['newer', `old: ${CODE.replace('28D1Y', '28D1Z')}, new: csg2.netcon`],
    ['damaged', 'csg1.'],
    ['damaged', `my picks: ${CODE.slice(0, -1)}. Thanks`],
    ['damaged', `csg1.${GUIDE}..aaaaaaa`],
    ['damaged', CODE.toLowerCase()],
    ['other-guide', shareCode('netcon-2031', ['28D1Y'])],
    ['other-guide', `From Ada: ${shareCode('netcon-2031', ['28D1Y'])}.`],
  ])('is refused as %s: %j', (reason, text) => {
    expect(outcome(text)).toBe(reason);
  });

  test('is reported with its guide if it belongs to another one', () => {
    const error = (() => {
      try {
        readShareCode(shareCode('netcon-2031', ['28D1Y']), GUIDE);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ name: 'BadShareCodeError', reason: 'other-guide', guide: 'netcon-2031' });
  });
});
