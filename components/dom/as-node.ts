import type { JSX } from 'preact';

/**
 * What a component drew, in a build where jsx-runtime.ts stands for Preact's runtime.
 * @throws {TypeError} in any other build
 */
export function asNode(drawn: JSX.Element): Node {
  const node: unknown = drawn;
  if (node instanceof Node) return node;
  throw new TypeError('components are drawn as nodes in the content script only');
}
