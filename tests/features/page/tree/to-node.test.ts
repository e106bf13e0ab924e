// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Fragment, jsx, jsxDEV, jsxs, type Tree, type TreeNode } from '../../../../features/page/tree/jsx-runtime.ts';
import { asTree, toNode } from '../../../../features/page/tree/to-node.ts';

const html = (tree: Tree) => {
  const holder = document.createElement('div');
  holder.append(toNode(tree));
  return holder.innerHTML;
};
const element = (tree: Tree) => toNode(tree) as Element;

describe('The runtime that draws trees, and the nodes made of them', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '</p><script>alert(1)</script>',
    '&lt;b&gt;',
    '"><b>',
    '\u202Ereversed',
    '',
  ])('draw the text %j as text, in content and in attributes.', (text) => {
    const drawn = element(jsx('p', { title: text, children: [text, jsx('b', { children: text })] }));
    expect(drawn.getAttribute('title')).toBe(text);
    expect(drawn.textContent).toBe(text + text);
    expect(drawn.querySelectorAll('*')).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof jsx>[1]['children'], string]>([
    ['nothing', undefined, '<p></p>'],
    ['null', null, '<p></p>'],
    ['false', false, '<p></p>'],
    ['true', true, '<p></p>'],
    ['an empty text', '', '<p></p>'],
    ['nought', 0, '<p>0</p>'],
    ['a list in a list', ['a', ['b', [1, null, false]], undefined], '<p>ab1</p>'],
  ])('draw %s as Preact does.', (_, children, expected) => {
    expect(html(jsx('p', { children }))).toBe(expected);
    expect(html(jsxs('p', { children }))).toBe(expected);
    expect(html(jsxDEV('p', { children }))).toBe(expected);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a text', { class: 'a b' }, '<p class="a b"></p>'],
    ['a number', { tabindex: 0 }, '<p tabindex="0"></p>'],
    ['what is there', { hidden: true }, '<p hidden=""></p>'],
    ['what is not there', { hidden: false, title: undefined, lang: null }, '<p></p>'],
    ['a state', { 'aria-expanded': 'true' }, '<p aria-expanded="true"></p>'],
    ['a state that is not', { 'aria-pressed': 'false' }, '<p aria-pressed="false"></p>'],
    ['a key', { 'data-session': '28D1Y' }, '<p data-session="28D1Y"></p>'],
  ])('write %s as an attribute.', (_, props, expected) => {
    expect(html(jsx('p', props))).toBe(expected);
  });

  test('drop handlers: a page is told of a press by `data-action`.', () => {
    const heard: string[] = [];
    const tree = jsx('button', { onClick: () => heard.push('click'), 'data-action': 'pick', children: 'x' });
    expect(tree).toEqual({ tag: 'button', attributes: { 'data-action': 'pick' }, children: ['x'] });
    (toNode(tree) as HTMLElement).click();
    expect(heard).toEqual([]);
  });

  test('make drawings in their own namespace, and words in HTML’s.', () => {
    const drawn = element(jsx('p', { children: jsx('svg', { viewBox: '0 0 24 24', children: jsx('path', {}) }) }));
    const svg = drawn.querySelector('svg');
    const namespace = 'http://www.w3.org/2000/svg';
    expect([svg?.namespaceURI, svg?.firstElementChild?.namespaceURI]).toEqual([namespace, namespace]);
    expect(svg?.getAttribute('viewBox')).toBe('0 0 24 24');
    expect(drawn.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
  });

  test('draw a component from its properties, and a fragment without an element around it.', () => {
    const Name = ({ first, children }: Record<string, unknown>) =>
      jsx('i', { children: [first as string, children as TreeNode] });
    expect(html(jsx(Name, { first: 'A', children: jsx('b', { children: 'B' }) }))).toBe('<i>A<b>B</b></i>');
    expect(html(jsx(Fragment, { children: ['a', jsx('b', {}), null] }))).toBe('a<b></b>');
  });

  test('draw fragments in fragments and in elements, in order.', () => {
    const inner = jsx(Fragment, { children: ['2', jsx(Fragment, { children: [jsx('b', {}), '3'] })] });
    expect(html(jsx(Fragment, { children: ['1', inner, '4'] }))).toBe('12<b></b>34');
    expect(html(jsx('p', { children: [inner, inner] }))).toBe('<p>2<b></b>32<b></b>3</p>');
    expect(html(jsx(Fragment, {}))).toBe('');
  });
});

describe('A tree survives the way from the background', () => {
  const tree = jsx('section', {
    hidden: true,
    title: '“a” & b',
    onClick: () => {},
    children: [0, null, jsx(Fragment, { children: ['x', jsx('svg', { children: jsx('path', { d: 'M0 0' }) })] })],
  });

  test.each<[string, (value: Tree) => Tree]>([
    ['as Chrome sends it (JSON)', (value) => JSON.parse(JSON.stringify(value))],
    ['as Firefox sends it (structured clone)', (value) => structuredClone(value)],
  ])('%s.', (_, sent) => {
    expect(sent(tree)).toEqual(tree);
    expect(html(sent(tree))).toBe(html(tree));
    expect(html(tree)).toBe('<section hidden="" title="“a” &amp; b">0x<svg><path d="M0 0"></path></svg></section>');
  });
});

test('A tree is only data: what a component drew, as it is.', () => {
  const tree = jsx('p', {});
  expect(asTree(tree as never)).toBe(tree);
});
