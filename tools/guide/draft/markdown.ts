/** A post's Markdown as blocks: CommonMark with GitHub's tables, and what site generators add. */
import type { Definition, Nodes, Table, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { SCHED_ADDRESS } from './addresses.ts';
import { type Block, BlockWriter } from './blocks.ts';
import { writeHtml } from './html.ts';

/**
 * The blocks of a post.
 * @param body without front matter
 * @param offset lines of the file that come before the body
 */
export function parseBlocks(body: string, offset: number): Block[] {
  const tree = fromMarkdown(withoutShortcodes(body), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const walk = new Walk(offset);
  walk.define(tree);
  walk.visit(tree, 'text');
  walk.writer.end();
  return walk.writer.blocks;
}

/** Comments of HTML, Hugo, Liquid and MDX: their authors took back what is in them. */
export const COMMENTS =
  /<!--[\s\S]*?(?:-->|$)|\{\{[<%]?\s*\/\*[\s\S]*?\*\/\s*[>%]?\}\}|\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{\{[<%]\s*comment\s*[>%]\}\}[\s\S]*?\{\{[<%]\s*\/comment\s*[>%]\}\}|\{\/\*[\s\S]*?\*\/\}|^\[\/\/\]:\s*#.*$|%%[\s\S]*?%%/gmu;

/** Hugo's and Liquid's shortcodes without what they say, but for the address of a session in them; lines stay. */
function withoutShortcodes(body: string): string {
  const visible = body.replace(COMMENTS, (comment) => comment.replace(/[^\n]/gu, ''));
  return visible.replace(/\{\{[<%][\s\S]*?[%>]\}\}|\{%[\s\S]*?%\}/gu, (shortcode) => {
    const addresses = shortcode.match(SCHED_ADDRESS) ?? [];
    return addresses.map((address) => `<${address}>`).join(' ') + shortcode.replace(/[^\n]/gu, '');
  });
}

class Walk {
  readonly writer = new BlockWriter();
  readonly #offset: number;
  readonly #definitions = new Map<string, string>();
  #inLink = false;
  #count = 0;

  constructor(offset: number) {
    this.#offset = offset;
  }

  define(node: Nodes): void {
    if (node.type === 'definition') this.#definitions.set(key(node), node.url);
    else if ('children' in node) for (const child of node.children) this.define(child);
  }

  visit(node: Nodes, kind: Block['kind']): void {
    const line = this.#line(node);
    switch (node.type) {
      case 'heading':
        this.#block('heading', node.depth, line, node.children);
        break;
      case 'paragraph':
        this.#block(kind, 0, line, node.children);
        break;
      case 'listItem': {
        const { items } = this.writer;
        this.writer.items = [...items, this.#count++];
        this.#all(node.children, 'item');
        this.writer.items = items;
        break;
      }
      case 'blockquote':
        this.#all(node.children, 'quote');
        break;
      case 'table':
        this.#table(node);
        break;
      case 'html':
        this.writer.end();
        writeHtml(node.value, line, this.writer);
        this.writer.end();
        break;
      case 'code':
      case 'definition':
        break;
      default:
        if ('children' in node) this.#all(node.children, kind);
    }
  }

  #all(nodes: readonly Nodes[], kind: Block['kind']): void {
    for (const node of nodes) this.visit(node, kind);
  }

  #block(kind: Block['kind'], depth: number, line: number, children: readonly Nodes[]): void {
    this.writer.begin(kind, depth, line);
    for (const child of children) this.#inline(child);
    this.writer.end();
  }

  /** A row reads like a list of labelled lines, `Time: 10:00`, so that what reads those reads tables too. */
  #table({ children: [head, ...rows] }: Table): void {
    const labels = head?.children.map((cell) => plainText(cell).replace(/[:\s]+$/u, '')) ?? [];
    // Some tables have no header worth the name, and their first row is a session.
    if (head && hasLink(head)) this.#row(head, []);
    for (const row of rows) this.#row(row, labels);
  }

  #row(row: TableRow, labels: readonly string[]): void {
    this.writer.begin('row', 0, this.#line(row));
    for (const [index, cell] of row.children.entries()) {
      const label = labels[index];
      if (index > 0) this.writer.break();
      if (label && cell.children.length > 0) this.writer.text(`${label}: `, this.#line(cell));
      for (const child of cell.children) this.#inline(child);
    }
    this.writer.end();
  }

  #inline(node: Nodes): void {
    const line = this.#line(node);
    switch (node.type) {
      case 'text':
        this.#text(node.value, line);
        break;
      case 'inlineCode':
        this.writer.text(node.value, line);
        break;
      case 'break':
        this.writer.break();
        break;
      case 'html':
        writeHtml(node.value, line, this.writer);
        break;
      case 'link':
      case 'linkReference':
        this.writer.openLink(node.type === 'link' ? node.url : (this.#definitions.get(key(node)) ?? ''), line);
        this.#inLink = true;
        for (const child of node.children) this.#inline(child);
        this.#inLink = false;
        this.writer.closeLink();
        break;
      default:
        if ('children' in node) for (const child of node.children) this.#inline(child);
    }
  }

  /** A bare address of a session is a link, as on GitHub. */
  #text(value: string, line: number): void {
    let [done, at] = [0, line];
    const write = (to: number) => {
      const text = value.slice(done, to);
      this.writer.text(text, at);
      done = to;
      at += text.split('\n').length - 1;
    };
    for (const { 0: href, index } of this.#inLink ? [] : value.matchAll(SCHED_ADDRESS)) {
      write(index);
      this.writer.openLink(href, at);
      write(index + href.length);
      this.writer.closeLink();
    }
    write(value.length);
  }

  #line(node: Nodes): number {
    return this.#offset + (node.position?.start.line ?? 1);
  }
}

const key = ({ identifier }: Pick<Definition, 'identifier'>) => identifier.toLowerCase();

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function hasLink(node: Nodes): boolean {
  return node.type === 'link' || ('children' in node && node.children.some(hasLink));
}
