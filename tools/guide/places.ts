/** Lines and columns in the text of a JSON file. Lines and columns count from 1, columns in UTF-16 code units. */
import * as jsonc from 'jsonc-parser';
import { countLeading } from './sorted.ts';

export interface Place {
  line: number;
  column: number;
}

export interface Double extends Place {
  /** The path of the object. */
  path: jsonc.JSONPath;
  key: string;
  /** Where the same key stood before. */
  first: Place;
}

export interface Places {
  /** Where the value at a path begins, or its key; where there is none, what it should be in. */
  placeOf(path: jsonc.JSONPath, key?: string): Place;
  /** Keys that an object has more than once: JSON allows it, and all but the last are lost without a word. */
  doubles: Double[];
}

/** Text that JSON.parse has read. Nothing is known of the places in lists that lie thousands deep in each other. */
export function findPlaces(text: string): Places {
  const place = createPlacer(text);
  const root = parseRoot(text);
  return {
    placeOf: (path, key) => place(nearestNode(root, path, key)?.offset ?? 0),
    doubles: [...doublesIn(root)].map(({ path, name, first }) => ({
      path,
      key: name.value,
      first: place(first.offset),
      ...place(name.offset),
    })),
  };
}

/** Tells the place of an offset. */
export function createPlacer(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = countLeading(starts, (start) => start <= offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function parseRoot(text: string): jsonc.Node | undefined {
  try {
    return jsonc.parseTree(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function nearestNode(root: jsonc.Node | undefined, path: jsonc.JSONPath, key?: string): jsonc.Node | undefined {
  let at = root;
  for (const part of path) {
    const next = at && jsonc.findNodeAtLocation(at, [part]);
    if (!next) return at;
    at = next;
  }
  const property = key === undefined ? undefined : at?.children?.find((one) => one.children?.[0]?.value === key);
  return property?.children?.[0] ?? at;
}

interface Twice {
  path: jsonc.JSONPath;
  name: jsonc.Node;
  first: jsonc.Node;
}

function* doublesIn(node: jsonc.Node | undefined): Generator<Twice> {
  if (node?.type === 'object') {
    const names = new Map<string, jsonc.Node>();
    for (const [name] of node.children?.map(({ children = [] }) => children) ?? []) {
      if (!name) continue;
      const first = names.get(name.value);
      if (first) yield { path: jsonc.getNodePath(node), name, first };
      else names.set(name.value, name);
    }
  }
  for (const child of node?.children ?? []) yield* doublesIn(child);
}
