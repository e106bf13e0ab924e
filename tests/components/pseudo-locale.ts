/**
 * A pseudo-locale: every text is accented, longer and in brackets, and placeholders have their own brackets. A text
 * outside brackets was not taken from locales/.
 */
import type { Guide } from '../../data/index.ts';
import {
  dateName,
  dayName,
  formatInSentence,
  formatList,
  formatNames,
  languageName,
  timeOfDay,
  timeRange,
  zoneName,
} from '../../lib/time/format.ts';

/** For showTexts() of tests/messages.ts: “All of {event}” becomes “⟦Áĺĺ óf́ ⟨{event}⟩~~~~~~⟧”. */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|[A-Za-z]/gu, (part) => (part.length > 1 ? `⟨${part}⟩` : `${part}\u0301`));
  return `⟦${accented.normalize('NFC')}${'~'.repeat(Math.ceil(text.length * 0.4))}⟧`;
}

const ATTRIBUTES = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'data-meaning',
  'label',
  'placeholder',
  'title',
];
/** Marks an element between texts, so that the texts on both sides are checked separately. */
const ELEMENT = '\0';

/**
 * Every text in a tree that is neither bracketed nor known: in elements, open shadow roots, and attributes that are shown
 * or announced. Adjacent texts are joined, to find sentences glued from known parts. Texts without letters are skipped.
 * @param known whether a whole text is data, such as a title, a name or a date
 */
export function unmarkedTexts(root: Element | DocumentFragment, known: (text: string) => boolean): string[] {
  const found = readTexts(root).flatMap(outside);
  return [...new Set(found)].filter((text) => /\p{L}/u.test(text) && !known(text));
}

function readTexts(root: Element | DocumentFragment): string[] {
  if (root instanceof Element && root.matches('style, script')) return [];
  const attributes = root instanceof Element ? ATTRIBUTES.map((name) => root.getAttribute(name) ?? '') : [];
  const shadow = root instanceof Element && root.shadowRoot ? readTexts(root.shadowRoot) : [];
  return [...attributes, ownText(root), ...shadow, ...[...root.children].flatMap(readTexts)];
}

/** The text of an element without its child elements, except explained terms within a sentence. */
function ownText(root: Element | DocumentFragment): string {
  if (root instanceof Element && root.matches('.term, .keep, mark')) return '';
  return [...root.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE || isInSentence(node) ? node.textContent : ELEMENT))
    .join('');
}

function isInSentence(node: Node): boolean {
  return node instanceof Element && node.matches('.term, .keep, mark');
}

/** The pieces of a text that are outside brackets or were filled into a placeholder. */
function outside(text: string): string[] {
  const pieces: string[] = [''];
  const open: string[] = [];
  for (const sign of text) {
    if (sign === '⟦' || sign === '⟨') open.push(sign);
    else if (sign === '⟧' || sign === '⟩') open.pop();
    else if (sign !== ELEMENT && open.at(-1) !== '⟦') {
      pieces.push((pieces.pop() ?? '') + sign);
      continue;
    }
    if (pieces.at(-1) !== '') pieces.push('');
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** The fields of a guide with texts for readers. Kinds, levels and ids have names in locales/ instead. */
const FIELDS = new Set(
  'also asOf author label meaning name organisation place points reason sentence subject summary takeaway text title why'.split(
    ' ',
  ),
);

/**
 * All texts of a guide that may be shown unchanged, and its days, times and lists as Intl formats them.
 * @param shifts milliseconds by which pages show sessions later than the guide
 */
export function guideTexts(guide: Guide, shifts: readonly number[] = []): Set<string> {
  const texts = new Set<string>();
  const collect = (value: unknown, field = '') => {
    if (typeof value === 'string' && FIELDS.has(field)) texts.add(value);
    if (typeof value !== 'object' || value === null) return;
    // The items of a list belong to its field.
    for (const [name, one] of Object.entries(value)) collect(one, Array.isArray(value) ? field : name);
  };
  collect(guide);
  texts.add(formatInSentence(['', '']).trim());
  texts.add(formatList(guide.mentions?.quiet ?? []));
  for (const { language } of guide.sessions.flatMap(({ links }) => links)) {
    if (language) texts.add(languageName(language));
  }
  for (const text of [...texts]) if (/^\d{4}-\d\d-\d\d$/u.test(text)) texts.add(dateName(text));
  for (const { start, end, topics, speakers } of guide.sessions) {
    const names = speakers.map(({ name }) => name);
    for (const last of names.keys()) texts.add(formatNames(names.slice(0, last + 1)));
    texts.add(formatList(guide.topics.filter(({ id }) => topics.includes(id)).map(({ name }) => name)));
    for (const shift of [0, ...shifts]) {
      const from = start + shift;
      texts.add(dayName(from, guide.zone)).add(zoneName(from, guide.zone));
      texts.add(timeRange(from, end + shift, guide.zone)).add(timeOfDay(from, guide.zone));
      texts.add(timeOfDay(end + shift, guide.zone));
    }
  }
  return texts;
}
