import type { JSX } from 'preact';
import type { Tree } from './jsx-runtime.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path']);

/** The nodes of a tree. Text is text: nothing in a tree is ever read as markup. */
export function toNode(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const { tag, attributes = {}, children } = tree;
  const parent = tag === undefined ? document.createDocumentFragment() : createElement(tag, attributes);
  parent.append(...children.map(toNode));
  return parent;
}

function createElement(tag: string, attributes: Record<string, string>): Element {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** What a component drew, in a build where jsx-runtime.ts stands for Preact's runtime. */
export function asTree(drawn: JSX.Element): Tree {
  return drawn as unknown as Tree;
}
