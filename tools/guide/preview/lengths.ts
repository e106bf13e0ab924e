/** How much of each cap the guide's texts take, for those who write them. */
import { h } from 'preact';
import { usesOf } from './caps.ts';
import type { Part, View } from './parts.ts';

export function lengthsSection({ guide }: View): Part | undefined {
  const rows = usesOf(guide).map(({ field, cap, lengths }) => {
    const longest = Math.max(...lengths);
    const empty = lengths.filter((length) => length === 0).length;
    return h('tr', null, [
      h('th', { scope: 'row' }, h('code', null, field)),
      h('td', null, lengths.length),
      h('td', { class: empty > 0 ? 'over' : '' }, empty),
      h('td', { class: longest > cap ? 'over' : '' }, longest),
      h('td', null, cap),
    ]);
  });
  const heads = ['Text', 'How many', 'Empty', 'Longest', 'At most'];
  return {
    id: 'guide-lengths',
    title: 'Lengths of the texts',
    inside: [
      h('p', null, 'In characters. Beside a text, a number such as 97/120 says the same of that one.'),
      h('table', null, [
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        h('tbody', null, rows),
      ]),
    ],
  };
}
