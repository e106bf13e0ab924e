/** The HTML within a post: links, line breaks and blocks are read as if they were Markdown's. */
import { Parser } from 'htmlparser2';
import { parseAddress } from './addresses.ts';
import type { Block, BlockWriter } from './blocks.ts';

const BLOCKS: Record<string, Block['kind']> = { blockquote: 'quote', li: 'item', tr: 'row' };
const BLOCK =
  /^(?:address|article|aside|blockquote|center|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|foot|head|r))$/u;
const UNREAD = /^(?:script|style|template|title)$/u;

/**
 * Writes what a piece of HTML says.
 * @param html a whole block of it, or a single tag within a paragraph: nothing is taken to be closed at its end
 * @param line on which it begins
 */
export function writeHtml(html: string, line: number, writer: BlockWriter): void {
  // A closing tag whose opening tag stood in an earlier piece.
  if (/^<\/a\s*>$/iu.test(html)) {
    writer.closeLink();
    return;
  }
  let unread = 0;
  let counted = 0;
  let current = line;
  const lineNow = () => {
    for (; counted < parser.startIndex; counted++) if (html[counted] === '\n') current++;
    return current;
  };
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      const now = lineNow();
      if (UNREAD.test(name)) unread++;
      else if (name === 'br') writer.break();
      else if (name === 'a') writer.openLink(attributes.href ?? '', now);
      else if (name === 'td' || name === 'th') writer.break();
      else if (/^h[1-6]$/u.test(name)) writer.begin('heading', Number(name[1]), now);
      else if (BLOCK.test(name)) writer.begin(BLOCKS[name] ?? 'text', 0, now);
      else writeComponent(attributes, now, writer);
    },
    ontext(text) {
      if (unread === 0) writer.text(text, lineNow());
    },
    onclosetag(name) {
      if (UNREAD.test(name)) unread--;
      else if (name === 'a') writer.closeLink();
      else if (BLOCK.test(name)) writer.end();
    },
  });
  parser.write(html);
}

/** A component of the site's own, such as `<Talk url="…" title="…" />`, may name a session by any attribute. */
function writeComponent(attributes: Record<string, string>, line: number, writer: BlockWriter): void {
  const href = Object.values(attributes).find((value) => parseAddress(value).kind === 'session');
  if (href === undefined) return;
  writer.openLink(href, line);
  writer.text(attributes.title ?? attributes.name ?? '', line);
  writer.closeLink();
}
