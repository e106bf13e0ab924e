// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readText } from '../../sched/text.ts';
import { MAIN, one, openPage } from './open-page.ts';

/** The text of an element with this content. */
function readInside(inside: string, ...more: [string?, number?]): string {
  openPage(`${MAIN}/`, `<div id="text">${inside}</div> and what follows`);
  return readText(one('#text'), ...more);
}

test.each(['a', 'abbr', 'b', 'code', 'em', 'font', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u'])(
  'A <%s> does not split a word',
  (name) => {
    expect(readInside(`Pi<${name}>pe</${name}>s`)).toBe('Pipes');
  },
);

test.each(['p', 'div', 'li', 'br', 'abbrs', 'xb', 'button', 'svg'])('A <%s> separates two words', (name) => {
  expect(readInside(`Pi<${name}></${name}>pes`)).toBe('Pi pes');
});

test('Scripts and style sheets are always omitted', () => {
  const inside = 'A <script>1</script><style>b {}</style><em>C</em><i>D</i><!-- E -->';
  expect([readInside(inside), readInside(inside, 'em')]).toEqual(['A CD', 'A D']);
  expect(readText(null)).toBe('');
  expect(readText(undefined)).toBe('');
});

test('The element itself is read, even if it matches the selector to omit', () => {
  openPage(`${MAIN}/`, '<em id="text">A<em>B</em></em>');
  expect(readText(one('#text'), 'em')).toBe('A');
});

describe('a text', () => {
  test('has at most 1,000 characters, or the given number', () => {
    const long = 'x'.repeat(5_000);
    expect([readInside(long).length, readInside(long, 'script', 20).length]).toEqual([1_000, 20]);
    expect(readInside(`<b>${'x'.repeat(15)}</b>`.repeat(9), 'script', 20)).toBe('x'.repeat(20));
  });

  test('does not end within a surrogate pair', () => {
    expect(readInside('ab🐝', 'script', 3)).toBe('ab');
    expect(readInside('ab🐝', 'script', 4)).toBe('ab🐝');
  });

  test('is read from at most 5,000 nodes', () => {
    expect(readInside(`${'<b></b>'.repeat(4_990)}A`)).toBe('A');
    expect(readInside(`${'<b></b>'.repeat(5_010)}A`)).toBe('');
  });
});

describe('a seat label is omitted', () => {
  test.each(['FULL', '(FULL)', '[FULL]', 'FULL!', 'WAITLIST', 'WAITLISTED', 'SOLD  OUT', 'SOLD-OUT'])(
    'when it is written %s',
    (label) => {
      expect(readInside(`Pipes <b>${label}</b>`)).toBe('Pipes');
    },
  );

  test.each([
    '(<i>FULL</i>)',
    '[<i>SOLD OUT</i>]',
    '( <b><i>FULL!</i></b> )',
    '(<div>FULL</div>)',
    '<i>(<b>FULL</b>)</i>',
    '<i>(</i>FULL<i>)</i>',
    '(<i>FULL</i> <i>WAITLIST</i>)',
    '(<em>Room</em>)',
    '(<em>Room</em> <i>FULL</i>)',
  ])('with brackets outside its element: %s', (label) => {
    for (const title of [`Pipes ${label}`, `${label} Pipes`]) expect(readInside(title, 'em')).toBe('Pipes');
    expect(readInside(`Pipes (Part 1) ${label} and [Queues]`, 'em')).toBe('Pipes (Part 1) and [Queues]');
  });

  test.each(['Pipes () <i>FULL</i>', 'f(<i>x</i>)<i>FULL</i>', 'Pipes (Part 1<i>FULL</i>)', '<i>FULL</i>(Part 1)'])(
    'without the brackets of a title: “%s”',
    (title) => {
      expect(readInside(title)).toBe(title.replace('<i>FULL</i>', '').replaceAll(/<.*?>/gu, '').trim());
    },
  );

  test('in linear time on long white space', () => {
    const spaces = ' '.repeat(20_000);
    const started = performance.now();
    expect(readInside(`(${spaces}<i>FULL${spaces}</i>${spaces}(`, 'script', 20_000)).toBe('( (');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test.each(['Full', 'FULLER', 'SOLDOUT', 'WAITLISTS', 'NOT FULL', '{FULL}'])('but the word %s is kept', (word) => {
    expect(readInside(`Pipes <b>${word}</b>`)).toBe(`Pipes ${word}`);
  });
});
