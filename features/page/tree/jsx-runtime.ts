/**
 * A JSX runtime that makes plain trees. The builds of the background and of the content script put it in the place of
 * Preact's: the background draws a card as data and sends it, the content script turns it into nodes. So a card on a
 * page and a row of the agenda are the same component, and a page on Sched pays neither for a virtual DOM (6 kB, and as
 * much start-up time as all the rest) nor for the components. It draws a component without hooks, refs and handlers,
 * once; what happens at a press is named by `data-action`.
 */

/** An element (`tag`), or what stands side by side without one. Survives JSON and structured cloning. */
export interface TreeNode {
  tag?: string;
  attributes?: Record<string, string>;
  children: Tree[];
}

export type Tree = TreeNode | string;

type Child = Tree | number | boolean | null | undefined | readonly Child[];
type Props = Record<string, unknown> & { children?: Child };
type Component = (props: Props) => TreeNode;

/** The tree of an element or component. */
export function jsx(type: string | Component, props: Props): TreeNode {
  if (typeof type !== 'string') return type(props);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === undefined || value === null || value === false) continue;
    if (typeof value !== 'function') attributes[name] = value === true ? '' : String(value);
  }
  return { tag: type, attributes, children: flat(props.children) };
}

export const jsxs = jsx;
export const jsxDEV = jsx;

/** `<>…</>`: the children without an element around them. */
export function Fragment({ children }: Props): TreeNode {
  return { children: flat(children) };
}

function flat(child: Child): Tree[] {
  if (Array.isArray(child)) return child.flatMap(flat);
  if (typeof child === 'number') return [String(child)];
  return child && typeof child !== 'boolean' ? [child as Tree] : [];
}
