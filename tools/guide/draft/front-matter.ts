/** Reads a post's metadata from front matter in YAML or TOML, its first heading, and its author's line. */
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Block } from './blocks.ts';
import { datesIn, isoDate } from './calendar.ts';
import type { Doubts } from './doubts.ts';
import { peopleIn } from './people.ts';

export interface About {
  title: string;
  author: string;
  organisation: string;
  /** ISO date, or empty. */
  published: string;
  url: string;
}

type Fields = Record<string, unknown>;

/** Splits a post into front matter and body, with the number of lines before the body. */
export function splitPost(text: string, doubts: Doubts): { fields: Fields; body: string; offset: number } {
  const match = /^\s*(---|\+\+\+)[^\S\n]*\n([\s\S]*?)\n\1[^\S\n]*(?:\n|$)/u.exec(text);
  if (!match) return { fields: {}, body: text, offset: 0 };
  const [all, fence, source = ''] = match;
  const rest = { body: text.slice(all.length), offset: all.split('\n').length - 1 };
  try {
    const fields: unknown = fence === '---' ? parseYaml(source) : parseToml(source);
    return { fields: isFields(fields) ? fields : {}, ...rest };
  } catch (error) {
    const [reason] = String((error as Error).message).split('\n');
    doubts.add(1, 'source', `the front matter can’t be read (${reason}): fill in title, author and date`);
    return { fields: {}, ...rest };
  }
}

/**
 * Title, author, date and address of a post, as far as known.
 * @param address the post's address, if given
 */
export function parseAbout(
  fields: Fields,
  blocks: readonly Block[],
  doubts: Doubts,
  address: string | undefined,
): About {
  const heading = blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1);
  const signed = blocks.slice(0, 12).flatMap(({ text }) => {
    return /^\W*(?:authors?|written by|posted by|by)\b\W*\s(.{3,100})$/isu.exec(text.trim())?.[1] ?? [];
  });
  const given = asText(fields.author ?? fields.authors ?? fields.contributors ?? fields.attribution);
  const [author] = [given, ...signed].map((one) => peopleIn(one.replace(/[*_]/gu, ''))).filter(({ sure }) => sure);
  const [first] = author?.speakers ?? [];
  const known = (author?.speakers ?? []).map(({ name }) => name).join(', ');
  const url = [fields.canonical, fields.canonicalUrl, fields.canonical_url, fields.url].find((one) =>
    /^https:/u.test(String(one)),
  );
  const date = fields.date ?? fields.publishdate ?? fields.publishDate ?? fields.pubDate ?? fields.published;
  const published = asDay(date);
  if (date && !published) doubts.add(1, 'source.published', `“${date}” was not read: write the day as 2001-02-03`);
  const paths = [address, fields.path, fields.slug, fields.permalink, fields.url, url].map(String).join(' ');
  const [, year, month, day] = /(20\d\d)[/-](\d\d)[/-](\d\d)(?!\d)/u.exec(paths) ?? [];
  const dated = year && isoDate(Number(year), Number(month), Number(day));
  if (published && dated && dated !== published)
    doubts.add(1, 'source.published', `the post says ${published}, and its path ${dated}: which is right?`);
  return {
    title: asText(fields.title) || heading?.text.replace(/\s+/gu, ' ').trim() || '',
    url: url ? String(url) : '',
    author: known || given,
    organisation: first?.organisation ?? '',
    published,
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, the joined texts of a list, or the name of an object. `[Ann](https://…)` becomes Ann. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join('; ');
  if (isFields(value)) return asText(value.name ?? value.title);
  if (typeof value !== 'string') return '';
  return value
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The day of a date in YAML, TOML or a text, without conversion to another zone. */
function asDay(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value.trim() : '';
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text) ?? [];
  if (year) return isoDate(Number(year), Number(month), Number(day)) ?? '';
  const [only, another] = datesIn(text);
  if (!only?.year || another || only.ambiguous || only.last) return '';
  return isoDate(only.year, only.month, only.day) ?? '';
}
