/** Shared by the parts of the page. Preact escapes all texts. */
import { readFileSync } from 'node:fs';
import { type ComponentChild, h } from 'preact';
import { parse } from 'yaml';
import type { GuideFile, Link, SessionFile, Term } from '../../../data/schema.ts';
import { cutAtTerms } from '../../../lib/guide/term-uses.ts';
import { dateWords } from '../when.ts';

/** A guide with lookup tables for the parts of its page. */
export interface View {
  guide: GuideFile;
  /** The anchor of each session: its id, or another one if the id is missing or a duplicate. */
  anchors: ReadonlyMap<SessionFile, string>;
}

/** A part of the page under a heading of level 2. */
export interface Part {
  id: string;
  title: string;
  inside: ComponentChild[];
}

export function createView(guide: GuideFile): View {
  const taken = new Set<string>();
  const anchors = new Map<SessionFile, string>();
  for (const [index, session] of guide.sessions.entries()) {
    const own = /^[0-9A-Za-z]+$/u.test(session.id) && !taken.has(session.id);
    // Unique, because session ids have no hyphens, and the anchors of other parts have other prefixes.
    const anchor = own ? session.id : `session-${index}`;
    taken.add(anchor);
    anchors.set(session, anchor);
  }
  return { guide, anchors };
}

const TEXTS = parse(readFileSync(new URL('../../../locales/en.yml', import.meta.url), 'utf8')) as {
  body: Record<'link' | 'relation' | 'basis', Record<string, string>> & Record<'writtenFrom' | 'pointsFrom', string>;
};

/** The name of a kind as in the extension. A draft may not have one yet. */
export function kindName(of: 'link' | 'relation' | 'basis', kind: string): ComponentChild {
  const key = kind === 'other' ? 'plain' : kind.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
  return TEXTS.body[of][key] ?? unwritten();
}

/** The sources of a session's texts, as in the extension. Empty if the guide does not say. */
export function basisSentence({ textFrom, pointsFrom }: Pick<SessionFile, 'textFrom' | 'pointsFrom'>): string {
  const sentence = (text: string, basis: readonly string[]) =>
    text.replace('{basis}', inProse.format(basis.map((one) => TEXTS.body.basis[one] ?? '')));
  return [
    textFrom.length > 0 ? sentence(TEXTS.body.writtenFrom, textFrom) : '',
    pointsFrom && !textFrom.includes(pointsFrom) ? sentence(TEXTS.body.pointsFrom, [pointsFrom]) : '',
  ]
    .join(' ')
    .trim();
}

const inProse = new Intl.ListFormat('en', { type: 'conjunction' });

/** A link to a session on the page. */
export function sessionLink({ anchors }: View, session: SessionFile): ComponentChild {
  return h('a', { href: `#${anchors.get(session)}` }, session.title || session.id || 'a session without a title');
}

/** A link by id to an entry elsewhere on the page. In a draft, it may not exist. */
export function named(view: View, kind: 'session' | 'topic' | 'term' | 'event' | 'site', id: string): ComponentChild {
  const { sessions, ...lists } = view.guide;
  const session = kind === 'session' && sessions.find((one) => one.id === id);
  if (session) return sessionLink(view, session);
  const entry = kind !== 'session' && lists[`${kind}s`].find((one) => one.id === id);
  if (entry) return h('a', { href: `#${kind}-${id}` }, entry.name || id);
  return h('span', { class: 'fault' }, `“${id}”, which is not in ${kind}s`);
}

/** Texts and links, separated by commas. */
export function listed(items: readonly ComponentChild[]): ComponentChild[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]));
}

/** A list of elements. */
export function list(kind: string, items: readonly ComponentChild[]): ComponentChild {
  return h(
    'ul',
    { class: kind },
    items.map((item) => h('li', null, item)),
  );
}

/** A description list. */
export function facts(rows: readonly (readonly [string, ComponentChild])[]): ComponentChild {
  return h(
    'dl',
    { class: 'facts' },
    rows.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]),
  );
}

/**
 * A text of the guide, or a placeholder if it is missing.
 * @param what the name of the text, if there is no label beside it
 * @param terms linked to the glossary where the text uses them
 */
export function written(text: string, what?: string, terms: readonly Term[] = []): ComponentChild {
  if (text === '') return unwritten(what);
  const known = terms.filter(({ name }) => name !== '');
  return cutAtTerms(text, known).map((part) =>
    typeof part === 'string' ? part : h('a', { class: 'term', href: `#term-${part.term.id}` }, part.word),
  );
}

export function unwritten(what?: string): ComponentChild {
  return h('em', { class: 'unwritten' }, what === undefined ? 'to be written' : `${what} to be written`);
}

/** An external link. In a draft, an address without https is only shown as text. */
export function out(url: string, text: ComponentChild = url, language?: string): ComponentChild {
  if (url === '') return unwritten();
  if (!/^https:\/\//u.test(url)) return h('span', { class: 'fault' }, [text, text === url ? '' : ` (${url})`]);
  return h('a', { class: 'out', href: url, hreflang: language, rel: 'noreferrer' }, text);
}

/** Links with their names from the extension, their language, and where and when they were found. */
export function links(all: readonly Link[]): ComponentChild {
  return all.length === 0 ? null : list('links', all.map(linkParts));
}

function linkParts({ kind, label, url, language, asOf, foundAt }: Link): ComponentChild[] {
  const name = kindName('link', kind);
  return [
    h(
      'span',
      { 'data-kind': kind },
      out(url, label && kind === 'follow-up' ? [name, ': ', label] : (label ?? name), language),
    ),
    h('span', { class: 'quiet' }, [
      language ? ` in ${languageNames.of(language)}` : '',
      ' as of ',
      date(asOf),
      ', found at ',
      out(foundAt, URL.parse(foundAt)?.hostname),
    ]),
  ];
}

/** A formatted day. */
export function date(day: string): ComponentChild {
  return day === '' ? unwritten() : h('time', { dateTime: day }, dateWords(day));
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
