/** The blocks that a post is made of, as plain texts that know their links and their lines. */
import { parseAddress, SCHED_ADDRESS } from './addresses.ts';

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
  return lines.findLast((one) => one.at <= at)?.line ?? lines[0]?.line ?? 1;
}

const KINDS: Record<string, Block['kind']> = { blockquote: 'quote', li: 'item', tr: 'row' };
const BLOCK =
  /^(?:address|article|aside|blockquote|center|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|foot|head|r))$/u;

/** Takes a post apart by its elements, whether they were written in Markdown or in HTML. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  #block: Block | undefined;
  #link: PostLink | undefined;
  /** The open elements that say what a paragraph within them is. */
  #around: { name: string; kind: Block['kind']; item: number }[] = [];
  #count = 0;

  open(name: string, attributes: Record<string, string>, line: number): void {
    if (name === 'br' || name === 'td' || name === 'th') this.#break();
    else if (name === 'a') this.#openLink(attributes.href ?? '', line);
    else if (BLOCK.test(name)) {
      const kind = KINDS[name];
      if (kind) this.#around.push({ name, kind, item: this.#count++ });
      this.#begin(/^h[1-6]$/u.test(name) ? Number(name[1]) : 0, line);
    } else {
      // A component of the site, such as `<Talk url="…" title="…" />`, may name a session by any attribute.
      const href = Object.values(attributes).find((value) => parseAddress(value));
      if (href === undefined) return;
      this.#openLink(href, line);
      this.#write(attributes.title ?? attributes.name ?? '', line);
      this.#closeLink();
    }
  }

  close(name: string): void {
    if (name === 'a') this.#closeLink();
    else if (BLOCK.test(name)) {
      this.end();
      const index = this.#around.findLastIndex((one) => one.name === name);
      if (index >= 0) this.#around.splice(index);
    }
  }

  /** Adds a text. The bare address of a session is a link, as on GitHub. */
  text(value: string, line: number): void {
    let [done, at] = [0, line];
    const write = (to: number) => {
      const text = value.slice(done, to);
      this.#write(text, at);
      done = to;
      at += text.split('\n').length - 1;
    };
    for (const { 0: href, index } of this.#link ? [] : value.matchAll(SCHED_ADDRESS)) {
      write(index);
      this.#openLink(href, at);
      write(index + href.length);
      this.#closeLink();
    }
    write(value.length);
  }

  end(): void {
    this.#closeLink();
    const block = this.#block;
    this.#block = undefined;
    if (block && (block.text.trim() !== '' || block.links.length > 0)) this.blocks.push(block);
  }

  #begin(depth: number, line: number): void {
    const link = this.#link;
    const isAround = link && link.start === this.#block?.text.length;
    // A link around a heading: its text is yet to come.
    if (isAround) this.#block?.links.pop();
    this.end();
    const kind = depth > 0 ? 'heading' : (this.#around.at(-1)?.kind ?? 'text');
    const items = this.#around.flatMap((one) => (one.kind === 'item' ? [one.item] : []));
    this.#block = { kind, depth, text: '', links: [], items, lines: [{ at: 0, line }] };
    if (isAround) this.#openLink(link.href, link.line);
  }

  #write(value: string, line: number): void {
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
  #break(): void {
    if (this.#block?.text) this.#block.text += '\v';
  }

  #openLink(href: string, line: number): void {
    this.#closeLink();
    const block = this.#ensure(line);
    this.#link = { href, start: block.text.length, end: block.text.length, line };
    block.links.push(this.#link);
  }

  #closeLink(): void {
    if (this.#link && this.#block) this.#link.end = this.#block.text.length;
    this.#link = undefined;
  }

  #ensure(line: number): Block {
    if (!this.#block) this.#begin(0, line);
    return this.#block as Block;
  }
}
