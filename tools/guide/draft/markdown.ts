/** Parses a post's Markdown into blocks: CommonMark with GitHub's tables, HTML, and the syntax of site generators. */
import { Parser } from 'htmlparser2';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as plainText } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { SCHED_ADDRESS } from './addresses.ts';
import { type Block, BlockWriter } from './blocks.ts';

/** The HTML elements for Markdown's nodes. */
const ELEMENTS: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
  break: 'br',
  link: 'a',
  linkReference: 'a',
};
const UNREAD = /^(?:script|style|template|title)$/u;

/** Comments in HTML, Hugo, Liquid and MDX, whose content is no longer part of the post. */
export const COMMENTS =
  /<!--[\s\S]*?(?:-->|$)|\{\{[<%]?\s*\/\*[\s\S]*?\*\/\s*[>%]?\}\}|\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{\{[<%]\s*comment\s*[>%]\}\}[\s\S]*?\{\{[<%]\s*\/comment\s*[>%]\}\}|\{\/\*[\s\S]*?\*\/\}|^\[\/\/\]:\s*#.*$|%%[\s\S]*?%%/gmu;

/**
 * Parses the blocks of a post.
 * @param body the post without front matter
 * @param offset the number of lines before the body
 */
export function parseBlocks(body: string, offset: number): Block[] {
  const tree = fromMarkdown(withoutShortcodes(body), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const all = [...withDescendants(tree)];
  const definitions = new Map(all.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])));
  const writer = new BlockWriter();
  const writeHtml = createHtmlWriter(writer);
  let labels: string[] = [];

  function visit(node: Nodes, label = ''): void {
    const line = offset + (node.position?.start.line ?? 1);
    if (node.type === 'html') writeHtml(node.value, line);
    else if (node.type === 'text' || node.type === 'inlineCode') writer.text(node.value, line);
    else if (node.type === 'table') {
      // Reads a row like labelled lines, `Time: 10:00`. In some tables, the first row is a session.
      const [head, ...rows] = node.children;
      labels = [];
      if (head && [...withDescendants(head)].some(({ type }) => type === 'link')) visit(head);
      labels = head?.children.map((cell) => plainText(cell).replace(/[:\s]+$/u, '')) ?? [];
      for (const row of rows) visit(row);
    } else {
      const href = node.type === 'link' ? node.url : node.type === 'linkReference' && definitions.get(node.identifier);
      const name = node.type === 'heading' ? `h${node.depth}` : ELEMENTS[node.type];
      const children = 'children' in node ? node.children : [];
      if (name) writer.open(name, href ? { href } : {}, line);
      if (label && children.length > 0) writer.text(`${label}: `, line);
      for (const [index, child] of children.entries()) visit(child, node.type === 'tableRow' ? labels[index] : '');
      if (name) writer.close(name);
    }
  }

  visit(tree);
  writer.end();
  return writer.blocks;
}

/** Replaces Hugo and Liquid shortcodes with the session addresses in them, and preserves lines. */
function withoutShortcodes(body: string): string {
  const visible = body.replace(COMMENTS, (comment) => comment.replace(/[^\n]/gu, ''));
  return visible.replace(/\{\{[<%][\s\S]*?[%>]\}\}|\{%[\s\S]*?%\}/gu, (shortcode) => {
    const addresses = shortcode.match(SCHED_ADDRESS) ?? [];
    return addresses.map((address) => `<${address}>`).join(' ') + shortcode.replace(/[^\n]/gu, '');
  });
}

function* withDescendants(node: Nodes): Generator<Nodes> {
  yield node;
  for (const child of 'children' in node ? node.children : []) yield* withDescendants(child);
}

/** Handles pieces of HTML in a post. One may open an element that a later one closes. */
function createHtmlWriter(writer: BlockWriter): (html: string, line: number) => void {
  let [piece, line, begin, counted, unread] = ['', 1, 0, 0, 0];
  const lineNow = () => {
    for (; counted < parser.startIndex - begin; counted++) if (piece[counted] === '\n') line++;
    return line;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNREAD.test(name)) unread++;
      else writer.open(name, attributes, lineNow());
    },
    ontext(text) {
      if (unread === 0) writer.text(text, lineNow());
    },
    onclosetag(name) {
      if (UNREAD.test(name)) unread--;
      else writer.close(name);
    },
  });
  return (html, at) => {
    [piece, line, begin, counted] = [html, at, begin + piece.length, 0];
    parser.write(html);
  };
}
