/**
 * A code for picks that fits a chat message: `csg1.<guide>.<ids joined by hyphens>.<checksum>`. The checksum of everything
 * before it reveals a code that was cut or mistyped.
 */
import { checksum } from './checksum.ts';

/** A long mail around picks for a programme of some 10,000 sessions. */
const TEXT_MAX = 100_000;
const VERSION = 1;
const ID = /^[0-9A-Za-z]{4,6}$/u;
/** In a text of letters, digits, full stops and hyphens. The checksum has seven digits: what follows it may be anything. */
const CODE = new RegExp(`csg${VERSION}\\.([a-z0-9-]{1,100})\\.([0-9A-Za-z-]+)\\.[0-9a-z]{7}`, 'gu');

export type BadCode = 'empty' | 'not-a-code' | 'newer' | 'damaged' | 'other-guide';

/** Thrown for a text without a valid code. */
export class BadShareCodeError extends Error {
  override name = 'BadShareCodeError';
  readonly reason: BadCode;
  /** The id of the other guide that the code is for. */
  readonly guide: string | undefined;

  constructor(reason: BadCode, guide?: string) {
    super(reason);
    this.reason = reason;
    this.guide = guide;
  }
}

/** The code of picked sessions, in any order; '' without any. Leaves out invalid ids. */
export function shareCode(guideId: string, ids: readonly string[]): string {
  const right = [...new Set(ids)].filter((id) => ID.test(id)).sort();
  if (right.length === 0) return '';
  const head = `csg${VERSION}.${guideId}.${right.join('-')}`;
  return `${head}.${checksum(head)}`;
}

/**
 * The picks of all valid codes in a text. Chats and mail put codes into sentences, brackets and links, break and quote lines,
 * and replace hyphens.
 * @throws {BadShareCodeError} with the reason, if no code is valid and for this guide
 */
export function readShareCode(text: string, guideId: string): { ids: string[] } {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new BadShareCodeError('empty');
  if (text.length > TEXT_MAX) throw new BadShareCodeError('not-a-code');
  const plain = text.replace(/[\u2010-\u2015\u2212]/gu, '-').replace(/[^0-9A-Za-z.-]/gu, '');
  const codes = [...plain.matchAll(CODE)].flatMap(([code, guide = '', joined = '']) => {
    const ids = joined.split('-');
    // A valid code is the same if it is generated again.
    return shareCode(guide, ids) === code ? [{ guide, ids }] : [];
  });
  const ids = new Set(codes.flatMap((code) => (code.guide === guideId ? code.ids : [])));
  if (ids.size > 0) return { ids: [...ids].sort() };
  if (codes[0]) throw new BadShareCodeError('other-guide', codes[0].guide);
  const versions = [...plain.matchAll(/csg([1-9]\d{0,3})\./gu)].map(([, version]) => Number(version));
  if (versions.length === 0) throw new BadShareCodeError('not-a-code');
  throw new BadShareCodeError(versions.some((version) => version > VERSION) ? 'newer' : 'damaged');
}
