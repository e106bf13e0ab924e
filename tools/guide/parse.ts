/** Reads the text of a guide file and checks it, with the line and column of everything that is wrong. */
import * as jsonc from 'jsonc-parser';
import { BrokenGuideError, checkGuide, type Problem } from '../../data/check.ts';
import { formatPath } from '../../data/problem.ts';
import type { GuideFile } from '../../data/schema.ts';
import { toInstant } from '../../lib/time/time.ts';
import { createPlacer, findPlaces, type Places } from './places.ts';

/** How to mend a text that is not JSON, by jsonc-parser’s error codes. */
const SYNTAX: Record<string, string> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  CloseBraceExpected: 'a } is missing before this',
  CloseBracketExpected: 'a ] is missing before this',
  PropertyNameExpected: 'here a name in double quotes is missing, or the comma before is too much',
  ValueExpected: 'here a value is missing, or the comma before is too much',
  EndOfFileExpected: 'from here on there is more than one value: remove it',
  InvalidCommentToken: 'JSON has no comments: remove this one',
  UnexpectedEndOfString: 'the text that begins here does not end in its line: close it with a double quote',
  InvalidCharacter: 'write this character as an escape, such as \\t',
  InvalidEscapeCharacter: 'there is no such escape: write a backslash itself as \\\\',
  InvalidUnicode: 'write four hexadecimal digits after \\u',
  InvalidSymbol: 'write a text in double quotes',
};

export interface Read {
  /** The guide as far as it can be parsed, as in data/check.ts; undefined where the text is not JSON. */
  guide?: GuideFile;
  /** In the order of the text. */
  problems: Problem[];
}

/** The guide in a file's text, and everything that is wrong with it. */
export function checkText(text: string): Read {
  if (text.trim() === '') {
    const reason = 'is not JSON but empty: begin with npm run guide -- draft, or with a copy of another guide';
    return { problems: [{ path: '(file)', reason }] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [syntaxProblem(text, error as Error)] };
  }
  const { guide, problems } = checkGuide(json, toInstant);
  const { placeOf, doubles } = findPlaces(text);
  const twice = doubles.map(({ path, key, first, line, column }) => {
    const reason = `has the key “${key}” twice (before in line ${first.line}), and only the last counts: keep one`;
    return { path: formatPath(path), key, reason, line, column };
  });
  return { guide, problems: [...twice, ...addPlaces(problems, placeOf)].sort(comparePlaces) };
}

/** Problems that were found later in a text that is JSON, with their places, put among those that have theirs. */
export function mergeProblems(text: string, problems: readonly Problem[], more: readonly Problem[]): Problem[] {
  if (more.length === 0) return [...problems];
  return [...problems, ...addPlaces(more, findPlaces(text).placeOf)].sort(comparePlaces);
}

function addPlaces(problems: readonly Problem[], placeOf: Places['placeOf']): Problem[] {
  return problems.map((problem) => ({ ...problem, ...placeOf(splitPath(problem.path), problem.key) }));
}

function comparePlaces(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/**
 * The guide in a file's text.
 * @param file name for the message
 * @throws {BrokenGuideError} with all problems at once
 */
export function parseGuide(text: string, file: string): GuideFile {
  const { guide, problems } = checkText(text);
  if (!guide || problems.length > 0) throw new BrokenGuideError(file, problems);
  return guide;
}

function syntaxProblem(text: string, { message }: Error): Problem {
  const errors: jsonc.ParseError[] = [];
  jsonc.parse(text, errors, { disallowComments: true });
  const [first] = errors;
  const mend = text.startsWith('\uFEFF')
    ? 'it begins with a byte order mark: save it as UTF-8 without one'
    : (SYNTAX[first ? jsonc.printParseErrorCode(first.error) : ''] ?? message);
  return { path: '(file)', reason: `is not JSON: ${mend}`, ...createPlacer(text)(first?.offset ?? 0) };
}

/** The parts of a path, as places are asked for. */
function splitPath(path: string): (string | number)[] {
  if (path === '(file)') return [];
  return path
    .split(/[.[\]]+/u)
    .filter(Boolean)
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}
