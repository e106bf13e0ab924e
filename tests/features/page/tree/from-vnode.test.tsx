// @vitest-environment happy-dom
import { type ComponentChildren, Fragment, render } from 'preact';
import { describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { treesFromVNode } from '../../../../features/page/tree/from-vnode.ts';
import { toNode } from '../../../../features/page/tree/to-node.ts';
import { About } from '../../../../features/page/views/About.tsx';
import { Briefing } from '../../../../features/page/views/Briefing.tsx';
import { CardBar, CardPanel } from '../../../../features/page/views/Card.tsx';
import { Strip } from '../../../../features/page/views/Strip.tsx';
import { buildDetail } from '../../../../lib/guide/detail.ts';

/** The markup that Preact renders. */
function byPreact(child: ComponentChildren): string {
  const root = document.createElement('main');
  render(child, root);
  return root.innerHTML;
}

/** The markup on a page: sent as data by the background, and made into nodes. */
function byTrees(child: ComponentChildren, send: (value: unknown) => unknown = structuredClone): string {
  const root = document.createElement('main');
  root.append(...(send(treesFromVNode(child)) as ReturnType<typeof treesFromVNode>).map(toNode));
  return root.innerHTML;
}

function Named({ name, children }: { name: string; children?: ComponentChildren }) {
  return (
    <i>
      {name}
      {children}
    </i>
  );
}

describe('a tree', () => {
  test.each<[string, ComponentChildren, string]>([
    ['nothing', <p />, '<p></p>'],
    ['null, undefined and booleans', <p>{[null, undefined, true, false]}</p>, '<p></p>'],
    ['an empty text', <p>{''}</p>, '<p></p>'],
    ['zero', <p>{0}</p>, '<p>0</p>'],
    ['a bigint', <p>{10n ** 20n}</p>, '<p>100000000000000000000</p>'],
    ['lists in lists', <p>{['a', ['b', [1, null, false]], undefined]}</p>, '<p>ab1</p>'],
    [
      'fragments',
      ['1', <Fragment key="f">{['2', <Fragment key="g">{[<b key="b" />, '3']}</Fragment>]}</Fragment>, '4'],
      '12<b></b>34',
    ],
    ['an empty fragment', <Fragment />, ''],
    [
      'a component with children',
      <Named name="A">
        <b>B</b>
      </Named>,
      '<i>A<b>B</b></i>',
    ],
    [
      'text attributes',
      <p class="a b" data-session="28D1Y" title={'“a” & b'} />,
      '<p class="a b" data-session="28D1Y" title="“a” &amp; b"></p>',
    ],
    ['boolean attributes', <p hidden />, '<p hidden=""></p>'],
    ['attributes that are off', <p hidden={false} title={undefined} />, '<p></p>'],
    [
      'ARIA states',
      <button type="button" aria-pressed={false} />,
      '<button type="button" aria-pressed="false"></button>',
    ],
  ])('draws %s as Preact does', (_, child, expected) => {
    expect(byTrees(child)).toBe(expected);
    expect(byPreact(child)).toBe(expected);
  });

  test.each(['A “title” & <more>', '', guide.sessions[0]?.title ?? ''])(
    'draws the closed card of “%s” as Preact does',
    (title) => {
      const { session, event } = buildDetail(guide, guide.sessions[0]?.id ?? '');
      const bar = <CardBar session={{ ...session, title, takeaway: '“a” & <b>' }} event={event} />;
      expect(byTrees(bar)).toBe(byPreact(bar));
      expect(byTrees(bar)).toContain('data-action="toggle"');
      expect(byTrees(bar)).toContain('aria-pressed="false"');
    },
  );

  test.each(guide.sessions.map(({ id }) => id))('draws the open card and the briefing of %s as Preact does', (id) => {
    const detail = buildDetail(guide, id);
    const views = [
      <CardPanel key="card" detail={detail} />,
      <Briefing key="briefing" detail={detail} subject={guide.subject} />,
    ];
    for (const view of views) expect(byTrees(view)).toBe(byPreact(view));
    expect(byTrees(views)).toContain(detail.session.takeaway.replaceAll('&', '&amp;'));
  });

  test('draws the strip and its about panel as Preact does', () => {
    for (const view of [
      <Strip key="strip" subject={guide.subject} hint mentions />,
      <About key="about" guide={guide} hideable={[]} />,
    ])
      expect(byTrees(view)).toBe(byPreact(view));
    expect(byTrees(<Strip subject={guide.subject} hint mentions />)).toContain('role="toolbar"');
  });
});

test('A tree has no event handlers, and keeps data-action', () => {
  const tree = treesFromVNode(<button type="button" onClick={() => {}} data-action="pick" />);
  expect(tree).toEqual([{ tag: 'button', attributes: { type: 'button', 'data-action': 'pick' }, children: [] }]);
});

test.each<[string, (value: unknown) => unknown]>([
  ['JSON, as in Chrome', (value) => JSON.parse(JSON.stringify(value))],
  ['structured cloning, as in Firefox', structuredClone],
])('A tree survives %s', (_, send) => {
  const view = <Briefing detail={buildDetail(guide, guide.sessions[0]?.id ?? '')} subject={guide.subject} />;
  expect(send(treesFromVNode(view))).toEqual(treesFromVNode(view));
  expect(byTrees(view, send)).toBe(byPreact(view));
});
