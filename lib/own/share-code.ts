/**
 * A code that moves picks, to be pasted into a chat: `csg1.<guide>.<ids joined by hyphens>.<checksum>`. The checksum
 * over everything before it tells a code that was cut or mistyped.
 */
import { checksum } from './checksum.ts';

/** Picks for a programme of some 2,500 sessions. */
const CODE_MAX = 20_000;
const VERSION = 1;
const ID = /^[0-9A-Za-z]{4,6}$/u;
const GUIDE = /^[a-z0-9-]{1,100}$/u;

export type BadCode = 'empty' | 'not-a-code' | 'newer' | 'damaged' | 'other-guide';

/** A text from which no pick may be taken. */
export class BadShareCodeError extends Error {
  override name = 'BadShareCodeError';
  readonly reason: BadCode;
  /** The id of the guide that the code is for, where it is for another one. */
  readonly guide: string | undefined;

  constructor(reason: BadCode, guide?: string) {
    super(`the share code is refused: ${reason}`);
    this.reason = reason;
    this.guide = guide;
  }
}

/** The code of picked sessions in whatever order, each once; nothing without any. Ids that Sched can't have are left out. */
export function shareCode(guideId: string, ids: readonly string[]): string {
  const right = [...new Set(ids)].filter((id) => ID.test(id)).sort();
  if (right.length === 0) return '';
  const head = `csg${VERSION}.${guideId}.${right.join('-')}`;
  return `${head}.${checksum(head)}`;
}

/**
 * The picks of a code, whole or not at all. Chats and mail add white space, line breaks and quotes.
 * @throws {BadShareCodeError} with the reason
 */
export function readShareCode(text: string, guideId: string): { ids: string[] } {
  if (text.length > CODE_MAX) throw new BadShareCodeError('not-a-code');
  // Some chats break long words with zero-width characters, or isolate them with bidirectional controls. Mail begins each
  // line of a quoted text with “>”.
  const code = text.replace(/[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF"'`“”„‘’«»‹›<>]/gu, '');
  if (code === '') throw new BadShareCodeError('empty');
  const version = /^csg(\d{1,4})\./u.exec(code)?.[1];
  if (version === undefined || version === '0') throw new BadShareCodeError('not-a-code');
  if (Number(version) > VERSION) throw new BadShareCodeError('newer');
  const [, guide = '', joined = ''] = code.split('.');
  const ids = joined.split('-');
  // Made anew it is the same, or it is none of ours.
  if (!GUIDE.test(guide) || shareCode(guide, ids) !== code) throw new BadShareCodeError('damaged');
  if (guide !== guideId) throw new BadShareCodeError('other-guide', guide);
  return { ids };
}
