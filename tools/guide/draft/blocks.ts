/** The blocks that a post is made of, as plain texts that know their links and their lines. */
import { countLeading } from '../sorted.ts';

export interface PostLink {
  href: string;
  /** Where its text begins and ends in the block's. */
  start: number;
  end: number;
  line: number;
}

export interface Block {
  kind: 'heading' | 'text' | 'quote' | 'item' | 'row';
  /** Of a heading, 1 to 6; otherwise 0. */
  depth: number;
  /** Without markup. A new line of the source is `\n`, a forced one (`<br>`) `\v`. */
  text: string;
  links: PostLink[];
  /** The list items that contain it, by number, the outermost first. */
  items: readonly number[];
  /** Where in the text which line of the post begins, in order. */
  lines: { at: number; line: number }[];
}

/** The post's line of a position in a block's text. */
export function lineAt({ lines }: Pick<Block, 'lines'>, at: number): number {
  const begun = countLeading(lines, (one) => one.at <= at);
  return lines[Math.max(0, begun - 1)]?.line ?? 1;
}

/** Takes a post apart as it is walked through, whether Markdown or the HTML within it speaks. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  /** The list items that are open. */
  items: readonly number[] = [];
  #block: Block | undefined;
  #link: PostLink | undefined;

  begin(kind: Block['kind'], depth: number, line: number): void {
    this.end();
    this.#block = { kind, depth, text: '', links: [], items: this.items, lines: [{ at: 0, line }] };
  }

  text(value: string, line: number): void {
    // These spaces differ in length only, and names have no invisible characters.
    const plain = value
      .normalize('NFC')
      .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
      .replace(/[^\S\n\v]/gu, ' ');
    const block = this.#ensure(line);
    const clean = block.text === '' ? plain.trimStart() : plain;
    if (clean === '') return;
    for (const [index, part] of clean.split('\n').entries()) {
      if (index > 0) block.text += '\n';
      block.lines.push({ at: block.text.length, line: line + index });
      block.text += part;
    }
  }

  /** A new line that the author forced. */
  break(): void {
    if (this.#block?.text) this.#block.text += '\v';
  }

  openLink(href: string, line: number): void {
    this.closeLink();
    const block = this.#ensure(line);
    this.#link = { href, start: block.text.length, end: block.text.length, line };
    block.links.push(this.#link);
  }

  closeLink(): void {
    if (this.#link && this.#block) this.#link.end = this.#block.text.length;
    this.#link = undefined;
  }

  end(): void {
    this.closeLink();
    const block = this.#block;
    this.#block = undefined;
    if (block && (block.text.trim() !== '' || block.links.length > 0)) this.blocks.push(block);
  }

  #ensure(line: number): Block {
    if (!this.#block) this.begin('text', 0, line);
    return this.#block as Block;
  }
}
