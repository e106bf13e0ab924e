/** Parses lists of speakers with their organisations. */
import type { Speaker } from '../../../data/schema.ts';

export interface People {
  speakers: Speaker[];
  /** Doubts for a person to decide. */
  doubts: string[];
  /** Whether every part was a name, with or without a company, so that the text is a list of people. */
  sure: boolean;
}

const PARTICLE = /^(?:al|bin|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|zu|y)$/u;
const WORD = /^["“'‘]?(?:\p{Lu}|\p{Lo}|[dD]['’]\p{Lu})[\p{L}\p{M}.'’‘-]*["”'’]?$/u;
/** A role at an event, not an organisation. */
const ROLE =
  /^(?:(?:program(?:me)?|event|track|conference)(?: committee)?|(?:(?:event |program(?:me)? (?:committee )?)?co-?)?chairs?|(?:\w+ )?(?:project |core |lead )*maintainers?|organi[sz]ers?|organi[sz]ing (?:committee|team)|moderators?|hosts?|panell?ists?|speakers?|emcee|mc)$/iu;
/** Suffixes of a company's name after a comma. */
const LEGAL =
  /^(?:inc|ltd|llc|gmbh|corp|co|s\.?a|plc|pty|kk|b\.?v|ag|s\.?r\.?l)\b|^(?:now |formerly |part |an? )|^(?:the )?\p{Lu}[\p{L}]+ (?:department|division)\b/iu;
/** A job title before the company: `Ann Example, Director of Examples, Example Labs`. */
const JOB =
  /\b(?:director|engineer(?:ing)?|manager|head|lead|c[eitp]o|vp|president|architect|advocate|developer|officer|founder|scientist|professor|researcher|chair)\b/iu;
const NOT_A_NAME =
  /^(?:the|a|an|and|how|why|what|when|where|with|without|for|from|in|into|on|to|your|our|introduction|intro|deep|dive|demo|panel|keynote|session|tutorial|workshop|talk|lightning|update|edition|room|level|online|virtual|study|project|open|meet|see|visit|join|hear|cloud|native|practices|europe|america|track|live|building|lessons|analysis|benchmark|guide)$/iu;

/** Words in names of companies and institutions, not people. */
const COMPANY =
  /\b(?:inc|ltd|llc|gmbh|corp|labs?|group|systems?|software|technolog(?:y|ies)|networks?|cloud|universit\p{L}+|institute|college|school|foundation|hat|solutions|services|consulting|studios?|works|industries|partners|ventures|media|digital|data|security|computing|platforms?|company|teams?|telekom|telecom|airlines|insurance|robotics|research|association|agency)\b|[@\d]/iu;

/** Whether a text may be a person's name: two to five capitalised words, none of them common in titles. */
export function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/u);
  if (words.length < 2 || words.length > 5) return false;
  if (!WORD.test(words[0] ?? '') || words.some((word) => NOT_A_NAME.test(word)) || COMPANY.test(text)) return false;
  return words.every((word) => WORD.test(word) || PARTICLE.test(word));
}

/**
 * Parses a list of people: `A, X & B, Y; C, Z`, `A & B, X`, `A (X), B and C (Y)`. People without a company have the next
 * one in the list.
 * @param text the list without its introduction (`by`, `Speakers:`)
 */
export function peopleIn(text: string): People {
  const plain = tidy(text);
  if (!plain) return { speakers: [], doubts: [], sure: false };
  const people: People = { speakers: [], doubts: [], sure: true };
  const pairs = plain.split(/\s*[,;&]\s*/u).map((part) => /^(.+?)\s([–—-]|@|at|from)\s(.+)$/u.exec(part) ?? []);
  const isDashed = pairs.length > 1 || /[–—-]/u.test(pairs[0]?.[2] ?? '');
  if (isDashed && pairs.every(([, name = '']) => looksLikeName(name))) {
    people.doubts.push(`“${plain}” was read as names and organisations in turn`);
    people.speakers = pairs.map(([, name = '', , organisation = '']) => ({ name, organisation }));
    return people;
  }
  for (const group of plain.split(/\s*;\s*/u).filter(Boolean)) {
    const bracketed = readBracketed(group);
    people.speakers.push(...(bracketed ?? readCommas(group, people)));
  }
  for (const speaker of people.speakers) {
    if (!looksLikeName(speaker.name)) {
      // `Ann & Ben Example`: a single word is a first name if the other name is complete.
      people.sure &&= WORD.test(speaker.name) && people.speakers.some(({ name }) => looksLikeName(name));
      people.doubts.push(`is “${speaker.name}” a name?`);
    }
    const { organisation } = speaker;
    const [, behindDash = ''] = /\s[–—-]\s([^,]+)/u.exec(organisation ?? '') ?? [];
    if (looksLikeName(behindDash)) people.doubts.push(`is “${behindDash}” a person, or part of “${organisation}”?`);
    const words = speaker.name.split(' ').filter((word) => !PARTICLE.test(word) && !/^\p{Lu}\.?$/u.test(word));
    // “Ann Example Labs” has lost the comma before its company.
    if (words.length > (organisation ? 3 : 2))
      people.doubts.push(`is “${speaker.name}” a name, or a name and a company?`);
    if (
      organisation &&
      !ROLE.test(organisation) &&
      (JOB.test(organisation) || /^(?:the|our|an?)\s\p{Ll}/u.test(organisation))
    ) {
      people.doubts.push(`is “${organisation}” an organisation, or what ${speaker.name} does?`);
    }
    if (organisation && ROLE.test(organisation)) {
      delete speaker.organisation;
      people.doubts.push(`“${organisation}” is the role of ${speaker.name}, not an organisation: add the organisation`);
    }
  }
  return people;
}

function tidy(text: string): string {
  // A link may have cut off the first or the last bracket.
  const open = (text.match(/\(/gu)?.length ?? 0) - (text.match(/\)/gu)?.length ?? 0);
  return `${text}${open > 0 ? ')' : ''}`
    .replace(/\s+/gu, ' ')
    .replace(/\s*\((?:she|he|they|any)\b[^)]*\)/giu, '')
    .replace(/\\"/gu, '"')
    .replace(/^[\s:,.|•·–—-]+|[\s:,|•·–—-]+$/gu, '')
    .replace(/(?<!\b(?:inc|corp|co|ltd|llc|[a-z]))\.$/iu, '')
    .trim();
}

/** Parses `A (X), B & C (Y)`, if the brackets follow a name, not a company. */
function readBracketed(group: string): Speaker[] | undefined {
  if (!/^[^,(]+\s?\([^)]*\)|^(?:[^,(]+,\s)+[^,(]+\([^)]*\)/u.test(group)) return undefined;
  const parts = group.split(/\s*(?:,|&|\band\b|\/)\s*(?![^(]*\))/u).filter(Boolean);
  const read = parts.map((part) => /^([^()]+?)\s*(?:\(([^)]*)\)?)?$/u.exec(part));
  const names = read.map((one) => one?.[1] ?? '');
  // A single word is a first name before a complete name, but a company if it has brackets.
  const isName = (name: string, index: number) => looksLikeName(name) || (WORD.test(name) && !read[index]?.[2]);
  if (!names.some(looksLikeName) || !names.every(isName)) return undefined;
  return shareOrganisations(read.map((one) => ({ name: one?.[1] ?? '', organisation: one?.[2]?.trim() })));
}

function readCommas(group: string, people: People): Speaker[] {
  // `A, B and C`: no company at the end.
  const names = group.split(/\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/u);
  if (/\s(?:and|&)\s[^,]+$/u.test(group) && names.length > 2 && names.every(looksLikeName)) {
    if (names.length === 3 && /[^,]\s&\s/u.test(group)) doubtName(names, people);
    return names.map((name) => ({ name }));
  }
  const parts = splitGroup(group);
  return shareOrganisations(
    parts.flatMap((part, index) => {
      const listed = part.split(/\s*,\s*/u).filter(Boolean);
      // `A, B & C, Company`: all three have this company.
      if (index === parts.length - 1 || listed.length < 2 || !listed.every(looksLikeName))
        return readPart(part, people);
      if (listed.length === 2) doubtName(listed, people);
      return listed.map((name) => ({ name, organisation: undefined }));
    }),
  );
}

function doubtName([first = '', second = '']: readonly string[], people: People): void {
  people.doubts.push(`is “${second}” a person, or the organisation of ${first}?`);
}

/**
 * Splits at `&`, `/` and “and”, except within a company's name (`Ropes & Knots Ltd`, `Heroku / Salesforce`) or a job title
 * (`VP of Law and Order, X`).
 */
function splitGroup(group: string): string[] {
  const parts: string[] = [];
  const pieces = group.split(/(\s+(?:&|\/|and)\s+)/u);
  for (let index = 0; index < pieces.length; index += 2) {
    const [joint = '', piece = ''] = [pieces[index - 1], pieces[index]];
    const before = parts.at(-1) ?? '';
    const isMore =
      before.includes(',') && (joint.includes('/') || JOB.test(before) || !looksLikeName(piece.split(',')[0] ?? ''));
    if (isMore) parts.push(`${parts.pop()}${joint}${piece}`);
    else parts.push(piece);
  }
  return parts;
}

/** Parses `A`, `A, X`, `A from X` and `A, X, Inc.`; guesses `A, X, B, Y`. */
function readPart(part: string, people: People): { name: string; organisation: string | undefined }[] {
  const [name = '', ...rest] = part.split(/\s*,\s*/u).filter(Boolean);
  const [, who, where] = /^(.+?)\s(?:from|of|at|@)\s(.+)$/u.exec(part) ?? [];
  if (who && looksLikeName(who)) return [{ name: who, organisation: where }];
  if (rest.length === 0) return [{ name, organisation: undefined }];
  const second = rest.findIndex((one, index) => index > 0 && looksLikeName(one) && !LEGAL.test(one));
  if (JOB.test(rest[0] ?? '') && rest.length > 1) return readPart([name, ...rest.slice(1)].join(', '), people);
  // `A, B, Company`.
  if (second < 0 && rest.length > 1 && looksLikeName(rest[0] ?? '') && !LEGAL.test(rest[1] ?? '')) {
    doubtName([name, rest[0] ?? ''], people);
    return [name, rest[0] ?? ''].map((one) => ({ name: one, organisation: rest.slice(1).join(', ') }));
  }
  if (second < 0) {
    const [, job = '', company] = /^(.+)\s(?:at|@)\s(.+)$/u.exec(rest[0] ?? '') ?? [];
    const organisation = JOB.test(job) && company ? company : rest.join(', ').replace(/^\(([^()]*)\)$/u, '$1');
    return [{ name, organisation }];
  }
  people.doubts.push(`“${part}” was read as names and organisations in turn`);
  const after = readPart(rest.slice(second).join(', '), people);
  return [{ name, organisation: rest.slice(0, second).join(', ') }, ...after];
}

function shareOrganisations(parts: { name: string; organisation: string | undefined }[]): Speaker[] {
  let organisation: string | undefined;
  return parts
    .reverse()
    .map((part) => {
      organisation = part.organisation || organisation;
      return { name: part.name.trim(), ...(organisation ? { organisation } : {}) };
    })
    .reverse();
}
