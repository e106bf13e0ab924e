/** Does a patch to the text of a guide's file, which keeps its own formatting wherever nothing is changed. */
import { applyEdits, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { Operation } from './patch.ts';

/**
 * The patched text. What is new in it is yet to be formatted.
 * @param text JSON on which the operations can be done
 * @throws {RangeError} when one can't
 */
export function patched(text: string, operations: readonly Operation[]): string {
  return operations.reduce(done, text);
}

function done(text: string, operation: Operation): string {
  const path = splitPointer(operation.path);
  switch (operation.op) {
    case 'test':
      if (nodeAt(text, path).value === operation.value) return text;
      throw new RangeError(`${operation.path} is not ${JSON.stringify(operation.value)}`);
    case 'move':
      return moved(text, splitPointer(operation.from), path);
    case 'remove':
      nodeAt(text, path);
      return applyEdits(text, modify(text, path, undefined, {}));
    default:
      return applyEdits(text, modify(text, path, operation.value, {}));
  }
}

/** Within a list: each place takes the text of what is to stand there. */
function moved(text: string, from: (string | number)[], to: (string | number)[]): string {
  const items = nodeAt(text, from.slice(0, -1)).children ?? [];
  const order = [...items];
  order.splice(Number(to.at(-1)), 0, ...order.splice(Number(from.at(-1)), 1));
  const sliceNode = ({ offset, length }: Node) => text.slice(offset, offset + length);
  const edits = items.map((item, index) => ({
    offset: item.offset,
    length: item.length,
    content: sliceNode(order[index] ?? item),
  }));
  return applyEdits(text, edits);
}

function nodeAt(text: string, path: (string | number)[]): Node {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, path);
  if (!node) throw new RangeError(`there is nothing at /${path.join('/')}`);
  return node;
}

/** The parts of a JSON Pointer (RFC 6901) into a guide, of which no key has a slash or a tilde. */
function splitPointer(pointer: string): (string | number)[] {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}
