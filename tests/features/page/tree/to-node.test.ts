// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { toNode } from '../../../../features/page/tree/to-node.ts';
import type { Tree, TreeNode } from '../../../../lib/messages.ts';

const node = (tag: string, attributes: TreeNode['attributes'] = {}, ...children: Tree[]): TreeNode => {
  return { tag, attributes, children };
};

test.each([
  '<img src=x onerror=alert(1)>',
  '</p><script>alert(1)</script>',
  '&lt;b&gt;',
  '"><b>',
  '\u202Ereversed',
  '',
])('The text %j stays text, in content and in attributes', (text) => {
  const drawn = toNode(node('p', { title: text }, text, node('b', {}, text))) as Element;
  expect(drawn.getAttribute('title')).toBe(text);
  expect(drawn.textContent).toBe(text + text);
  expect(drawn.querySelectorAll('*')).toHaveLength(1);
});

test('SVG elements are in the SVG namespace, and others in the HTML namespace', () => {
  const drawn = toNode(node('p', {}, node('svg', { viewBox: '0 0 24 24' }, node('path', { d: 'M0 0' })))) as Element;
  const svg = drawn.querySelector('svg');
  const namespace = 'http://www.w3.org/2000/svg';
  expect([svg?.namespaceURI, svg?.firstElementChild?.namespaceURI]).toEqual([namespace, namespace]);
  expect(svg?.getAttribute('viewBox')).toBe('0 0 24 24');
  expect(drawn.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
});
