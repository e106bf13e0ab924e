// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { asNode } from '../../components/dom/as-node.ts';
import { Fragment, jsx, jsxDEV, jsxs } from '../../components/dom/jsx-runtime.ts';

const html = (node: Node) => {
  const holder = document.createElement('div');
  holder.append(node);
  return holder.innerHTML;
};

describe('The runtime that draws nodes', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '</p><script>alert(1)</script>',
    '&lt;b&gt;',
    '"><b>',
    '\u202Ereversed',
    '',
  ])('draws the text %j as text, in content and in attributes.', (text) => {
    const element = jsx('p', { title: text, children: [text, jsx('b', { children: text })] }) as Element;
    expect(element.getAttribute('title')).toBe(text);
    expect(element.textContent).toBe(text + text);
    expect(element.querySelectorAll('*')).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof jsx>[1]['children'], string]>([
    ['nothing', undefined, '<p></p>'],
    ['null', null, '<p></p>'],
    ['false', false, '<p></p>'],
    ['true', true, '<p></p>'],
    ['an empty text', '', '<p></p>'],
    ['nought', 0, '<p>0</p>'],
    ['a list in a list', ['a', ['b', [1, null, false]], undefined], '<p>ab1</p>'],
  ])('draws %s as Preact does.', (_, children, expected) => {
    expect(html(jsx('p', { children }))).toBe(expected);
    expect(html(jsxs('p', { children }))).toBe(expected);
    expect(html(jsxDEV('p', { children }))).toBe(expected);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a text', { class: 'a b' }, '<p class="a b"></p>'],
    ['a number', { tabindex: 0 }, '<p tabindex="0"></p>'],
    ['what is there', { hidden: true }, '<p hidden=""></p>'],
    ['what is not there', { hidden: false, title: undefined, lang: null }, '<p></p>'],
    ['a state', { 'aria-expanded': true }, '<p aria-expanded="true"></p>'],
    ['a key', { 'data-session': '28D1Y' }, '<p data-session="28D1Y"></p>'],
  ])('writes %s as an attribute.', (_, props, expected) => {
    expect(html(jsx('p', props))).toBe(expected);
  });

  test('listens for events, and writes no attribute of it.', () => {
    const heard: string[] = [];
    const button = jsx('button', { onClick: (event: Event) => heard.push(event.type), children: 'x' }) as HTMLElement;
    button.click();
    expect(heard).toEqual(['click']);
    expect(html(button)).toBe('<button>x</button>');
  });

  test('makes drawings in their own namespace, and words in HTML’s.', () => {
    const svg = jsx('svg', { viewBox: '0 0 24 24', children: jsx('path', { d: 'M0 0' }) }) as Element;
    const namespace = 'http://www.w3.org/2000/svg';
    expect([svg.namespaceURI, svg.firstElementChild?.namespaceURI]).toEqual([namespace, namespace]);
    expect(svg.getAttribute('viewBox')).toBe('0 0 24 24');
    expect((jsx('p', {}) as Element).namespaceURI).toBe('http://www.w3.org/1999/xhtml');
  });

  test('draws a component from its properties, and a fragment without an element around it.', () => {
    const Name = ({ first, children }: Record<string, unknown>) =>
      jsx('i', { children: [first as string, children as Node] });
    expect(html(jsx(Name, { first: 'A', children: jsx('b', { children: 'B' }) }))).toBe('<i>A<b>B</b></i>');
    expect(html(jsx(Fragment, { children: ['a', jsx('b', {}), null] }))).toBe('a<b></b>');
  });
});

test('A node is one in the build that draws nodes, and an error in any other.', () => {
  const node = jsx('p', {});
  expect(asNode(node as never)).toBe(node);
  expect(() => asNode({ type: 'p', props: {} } as never)).toThrow(TypeError);
});
