/** Splits a post into blocks: plain texts with their links and line numbers. */
import { parseAddress, SCHED_ADDRESS } from './addresses.ts';

export interface PostLink {
  href: string;
  /** Start and end of its text in the block's text. */
  start: number;
  end: number;
  line: number;
}

export interface Block {
  kind: 'heading' | 'text' | 'quote' | 'item' | 'row';
  /** 1 to 6 for headings, otherwise 0. */
  depth: number;
  /** Plain text. A line break in the source is `\n`, a forced one (`<br>`) `\v`. */
  text: string;
  links: PostLink[];
  /** The numbers of the list items that contain it, outermost first. */
  items: readonly number[];
  /** Where each line of the post begins in the text, in order. */
  lines: { at: number; line: number }[];
}

/** The line in the post for a position in a block's text. */
export function lineAt({ lines }: Pick<Block, 'lines'>, at: number): number {
  return lines.findLast((one) => one.at <= at)?.line ?? lines[0]?.line ?? 1;
}

const KINDS: Record<string, Block['kind']> = { blockquote: 'quote', li: 'item', tr: 'row' };
const BLOCK =
  /^(?:address|article|aside|blockquote|center|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|foot|head|r))$/u;

/** Splits a post by its elements, whether they are written in Markdown or HTML. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  #block: Block | undefined;
  #link: PostLink | undefined;
  /** The open elements that determine the kind of a paragraph. */
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
      // A custom component, such as `<Talk url="…" title="…" />`, may have a session's address in any attribute.
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

  /** Adds text. The bare address of a session becomes a link, as on GitHub. */
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
    // A link around a heading, whose text follows.
    if (isAround) this.#block?.links.pop();
    this.end();
    const kind = depth > 0 ? 'heading' : (this.#around.at(-1)?.kind ?? 'text');
    const items = this.#around.flatMap((one) => (one.kind === 'item' ? [one.item] : []));
    this.#block = { kind, depth, text: '', links: [], items, lines: [{ at: 0, line }] };
    if (isAround) this.#openLink(link.href, link.line);
  }

  #write(value: string, line: number): void {
    // These spaces differ only in width, and names have no invisible characters.
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

  /** A forced line break. */
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
