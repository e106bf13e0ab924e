import type { ComponentChildren, VNode } from 'preact';
import type { Tree } from '../../../lib/messages.ts';

/**
 * Renders a virtual node to trees that can be sent to a page. Event handlers are dropped: `data-action` names what a button
 * does there. Components with hooks are not supported.
 */
export function treesFromVNode(child: ComponentChildren): Tree[] {
  if (Array.isArray(child)) return child.flatMap(treesFromVNode);
  if (typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint') return [String(child)];
  if (!isVNode(child)) return [];
  const { type, props } = child;
  // A fragment is a component that returns its children.
  if (typeof type !== 'string') return treesFromVNode((type as (props: object) => ComponentChildren)(props));
  return [{ tag: type, attributes: attributesFromProps(props), children: treesFromVNode(props.children) }];
}

function isVNode(child: ComponentChildren): child is VNode<Record<string, unknown> & { children?: ComponentChildren }> {
  return typeof child === 'object' && child !== null && 'props' in child;
}

function attributesFromProps(props: Record<string, unknown>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === undefined || value === null || typeof value === 'function') continue;
    // Only aria- and data- attributes have the values "true" and "false"; other booleans are present or not.
    if (typeof value !== 'boolean' || /^(?:aria|data)-/u.test(name)) attributes[name] = String(value);
    else if (value) attributes[name] = '';
  }
  return attributes;
}
