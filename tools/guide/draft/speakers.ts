/** Finds the speakers of a session: after the link, in a labelled line, or in lines around it. */
import type { Listed } from './arrange.ts';
import { eventsIn } from './events.ts';
import { looksLikeName, type People, peopleIn } from './people.ts';
import type { Unit } from './units.ts';

const LABEL =
  /^[^\p{L}\p{N}]*(?:speakers?(?:\(s\))?|presenters?(?:\(s\))?|presented\sby|panell?ists?|hosted\sby|hosts?|moderators?|moderated\sby|featuring|with|by|who)(?![\p{L}’'])\s*[:–—-]?\s*/iu;
/** Separators between things of different kinds. A soft line break only continues the text. */
const PARTS = /\v|\0+|[|•·🗓📅🕐⏰📍🎤]|\s[–—-]\s/gu;

/** Doubts for a line “by …” with other people or organisations than the title. */
export function comparePeople(people: People | undefined, listed: Listed): string[] {
  const others = people && labelledSpeakers(listed);
  if (!people || !others) return [];
  const speakerNames = ({ speakers }: People) => speakers.map(({ name }) => name);
  const [one, two] = [speakerNames(people), speakerNames(others)];
  if (one.toSorted().join() !== two.toSorted().join())
    return [`the title or heading names ${one.join(', ')}, and a line beside it ${two.join(', ')}: which is right?`];
  return people.speakers.flatMap(({ name, organisation }) => {
    const other = others.speakers.find((speaker) => speaker.name === name)?.organisation;
    const isOther = organisation && other && organisation !== other;
    return isOther ? [`is ${name} with ${organisation}, as printed, or with ${other}, as a line beside it says?`] : [];
  });
}

/** The speakers in a labelled line, such as “by …”, or undefined. */
function labelledSpeakers({ unit, around, time }: Listed): People | undefined {
  for (const one of [unit, ...around.filter((other) => isIts(other, time?.unit))]) {
    const starts = [...one.bare.matchAll(/(?<=^|[\v\n])/gu)];
    const sure = starts.map(({ index }) => labelledIn(one.bare.slice(index))).find((found) => found?.sure);
    if (sure) return sure;
  }
  return undefined;
}

/** Whether a unit has a time that is not the session's, so that it is about something else. */
function isIts(one: Unit, time: Unit | undefined): boolean {
  return one === time || one.times.length === 0;
}

/** The speakers of a session whose title has none, or undefined. */
export function findSpeakers(listed: Listed): People | undefined {
  const { unit, time, around } = listed;
  const behind = unit.session ? peopleInLine(unit.bare, unit.session.end, true) : undefined;
  if (behind) return behind;
  const labelled = labelledSpeakers(listed);
  if (labelled) return labelled;
  const near = around.slice(0, 3).filter((one) => isIts(one, time?.unit));
  const beside = [time?.unit, ...near].flatMap((one) => (one && one !== unit ? [one] : []));
  for (const [index, one] of beside.entries()) {
    const more = /[,&]\s*$/u.test(one.bare) ? (beside[index + 1]?.bare ?? '') : '';
    const people = one.session || one.bare.length > 300 ? undefined : peopleInLine(`${one.bare} ${more}`, 0, false);
    if (people) return people;
  }
  return undefined;
}

/** The people after “Speakers:” at the start of a line. Names may continue after soft line breaks. */
function labelledIn(text: string): People | undefined {
  const label = LABEL.exec(text);
  if (!label) return undefined;
  const rest = text.slice(label[0].length);
  const [toBreak = ''] = rest.split(/[\v\0]/u);
  // “Speakers: A, B” has two people, but “Speaker: A, B” may have a company.
  const listed = (toBreak.split('\n')[0] ?? '').split(',').map((one) => one.trim());
  if (/s\W*$/iu.test(label[0]) && listed.length > 1 && listed.every(looksLikeName)) {
    const doubts = [`is “${listed[1]}” a person, or the organisation of ${listed[0]}?`];
    return { speakers: listed.map((name) => ({ name })), doubts, sure: true };
  }
  const whole = peopleIn(withoutEvent(toBreak));
  return whole.sure ? whole : peopleIn(withoutEvent(toBreak.split('\n')[0] ?? ''));
}

/** The first part of a line that is only a list of people. */
function peopleInLine(bare: string, from: number, introduced: boolean): People | undefined {
  const rest = bare.slice(from);
  for (const part of [rest.split(/[\v\0]/u)[0] ?? '', ...rest.split(PARTS).slice(0, 8)]) {
    for (const text of [part, part.split('\n')[0] ?? '', /\b(?:with|by)\s(?=\p{Lu})(.*)$/su.exec(part)?.[0] ?? '']) {
      const label = LABEL.exec(text)?.[0] ?? '';
      const bracketed = /^\s*\((.*)\)\s*$/su.exec(text)?.[1];
      const people = peopleIn(withoutEvent(bracketed ?? text.slice(label.length)));
      const many = people.speakers.length > 1 || people.speakers[0]?.organisation !== undefined;
      if (people.sure && (many || label || (introduced && /^\s*[-–—,:]/u.test(rest)))) return people;
    }
  }
  return undefined;
}

/** Removes the event from `Ann Example, Example Labs @ Example Day`. */
export function withoutEvent(text: string): string {
  const at = /\s(?:@|at|during)\s(?:the\s)?(?=\p{Lu})/gu;
  const cut = [...text.matchAll(at)].find(({ index, 0: word }) => {
    const [event] = eventsIn(text.slice(index + word.length));
    return event !== undefined && text.slice(index + word.length).startsWith(event);
  });
  return cut ? text.slice(0, cut.index) : text;
}
