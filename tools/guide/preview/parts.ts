/** What the parts of the page have in common. Texts become text nodes and attributes, which Preact escapes. */
import { type ComponentChild, h } from 'preact';
import type { GuideFile, Link, SessionFile, Term } from '../../../data/schema.ts';
import { cutAtTerms } from '../../../lib/guide/term-uses.ts';
import { dateWords } from '../when.ts';
import { LINKS } from './names.ts';

/** A guide with what the parts of its page look up. */
export interface View {
  guide: GuideFile;
  /** The anchor of each session: its id, or another one where the guide has that id twice or not at all. */
  anchors: ReadonlyMap<SessionFile, string>;
}

export function viewOf(guide: GuideFile): View {
  const taken = new Set<string>();
  const anchors = new Map<SessionFile, string>();
  for (const [index, session] of guide.sessions.entries()) {
    const own = /^[0-9A-Za-z]+$/u.test(session.id) && !taken.has(session.id);
    // Ids have no hyphens, so that this is nobody’s, as are the anchors of all other parts.
    const anchor = own ? session.id : `session-${index}`;
    taken.add(anchor);
    anchors.set(session, anchor);
  }
  return { guide, anchors };
}

/** A link to a session on the page. */
export function sessionLink({ anchors }: View, session: SessionFile): ComponentChild {
  return h('a', { href: `#${anchors.get(session)}` }, session.title || session.id || 'a session without a title');
}

/** A session that is named by its id, which a draft may not have. */
export function namedSession(view: View, id: string): ComponentChild {
  const session = view.guide.sessions.find((one) => one.id === id);
  return session ? sessionLink(view, session) : missing(id, 'sessions');
}

/** What is named but not there. */
export function missing(id: string, list: string): ComponentChild {
  return h('span', { class: 'fault' }, `“${id}”, which is not in ${list}`);
}

/** A link to something that has a name elsewhere on the page: a topic, a term, an event. */
export function namedEntry(
  list: readonly { id: string; name: string }[],
  kind: 'topic' | 'term' | 'event' | 'site',
  id: string,
): ComponentChild {
  const entry = list.find((one) => one.id === id);
  return entry ? h('a', { href: `#${kind}-${id}` }, entry.name || id) : missing(id, `${kind}s`);
}

/** Texts and links side by side. */
export function listed(items: readonly ComponentChild[]): ComponentChild[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]));
}

/**
 * A text of the guide, or that there is none yet, with how much of its cap it takes.
 * @param terms that lead to the glossary where the text uses them
 * @param what the text is, where nothing beside it says so
 */
export function written(text: string, cap?: number, terms: readonly Term[] = [], what?: string): ComponentChild[] {
  const shown =
    text === ''
      ? unwritten(what)
      : cutAtTerms(
          text,
          terms.filter(({ name }) => name !== ''),
        ).map(part);
  return cap === undefined ? [shown] : [shown, ' ', count(text.length, cap)];
}

/** What a kind is called; a draft may not have chosen one. */
export function called(names: Readonly<Record<string, string>>, kind: string): ComponentChild {
  return names[kind] ?? unwritten();
}

export function unwritten(what?: string): ComponentChild {
  return h('em', { class: 'unwritten' }, what === undefined ? 'to be written' : `${what} to be written`);
}

function part(one: ReturnType<typeof cutAtTerms>[number]): ComponentChild {
  return typeof one === 'string' ? one : h('a', { class: 'term', href: `#term-${one.term.id}` }, one.word);
}

/** Characters used of a cap. */
export function count(length: number, cap: number): ComponentChild {
  return h('small', { class: length > cap ? 'count over' : 'count' }, `${length}/${cap}`);
}

/** A link out of the page. What is no https address, in a draft, is only shown. */
export function out(url: string, text: ComponentChild = url): ComponentChild {
  if (url === '') return unwritten();
  if (!/^https:\/\//u.test(url)) return h('span', { class: 'fault' }, [text, text === url ? '' : ` (${url})`]);
  return h('a', { class: 'out', href: url, rel: 'noreferrer' }, text);
}

/** Links with what they are, where they lead, and since when and from where that is known. */
export function links(all: readonly Link[]): ComponentChild {
  if (all.length === 0) return null;
  return h(
    'ul',
    { class: 'links' },
    all.map((link) => h('li', { 'data-kind': link.kind }, linkParts(link))),
  );
}

function linkParts({ kind, label, url, asOf, foundAt }: Link): ComponentChild[] {
  return [
    h('span', { class: 'kind' }, called(LINKS, kind)),
    ' ',
    out(url, label ?? url),
    label ? h('span', { class: 'address' }, ` ${url}`) : null,
    h('span', { class: 'known' }, [
      ' as of ',
      asOf === '' ? unwritten() : h('time', { dateTime: asOf, title: asOf }, dateWords(asOf)),
      ', found at ',
      /^https:/u.test(foundAt) ? out(foundAt) : written(foundAt),
    ]),
  ];
}

/** A part of the page under a heading of level 2. */
export interface Part {
  id: string;
  title: string;
  inside: ComponentChild[];
}

/** How many there are of something. */
export function counted(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}
