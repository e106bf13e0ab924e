/** Parses and checks the text of a guide file, and reports the line and column of each problem. */
import * as jsonc from 'jsonc-parser';
import { BrokenGuideError, checkGuide, type Problem } from '../../data/check.ts';
import { formatPath } from '../../data/problem.ts';
import type { GuideFile } from '../../data/schema.ts';
import { toInstant } from '../../lib/time/time.ts';

/** How to fix invalid JSON, by jsonc-parser’s error codes. */
const SYNTAX: Record<string, string> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  CloseBraceExpected: 'a } is missing before this',
  CloseBracketExpected: 'a ] is missing before this',
  PropertyNameExpected: 'a name in double quotes is missing here, or the comma before it must go',
  ValueExpected: 'a value is missing here, or the comma before it must go',
  EndOfFileExpected: 'there is a second value from here on: remove it',
  InvalidCommentToken: 'JSON has no comments: remove this one',
  UnexpectedEndOfString: 'the text that begins here does not end in its line: close it with a double quote',
  InvalidCharacter: 'write this character as an escape, such as \\t',
  InvalidEscapeCharacter: 'there is no such escape: write a backslash itself as \\\\',
  InvalidUnicode: 'write four hexadecimal digits after \\u',
  InvalidSymbol: 'write a text in double quotes',
};

export interface Read {
  /** The guide as far as it can be parsed (see data/check.ts); undefined if the text is not JSON. */
  guide?: GuideFile;
  /** In the order of the text. */
  problems: Problem[];
}

/** Parses the guide in a file's text, and finds all its problems. */
export function checkText(text: string): Read {
  if (text.trim() === '') {
    const reason = 'is empty: start with npm run guide -- draft, or with a copy of another guide';
    return { problems: [{ path: '(file)', reason }] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [syntaxProblem(text, error as Error)] };
  }
  const { guide, problems } = checkGuide(json, toInstant);
  return { guide, problems: mergeProblems(text, findPlaces(text).doubles, problems) };
}

/** Adds places to problems found later in valid JSON, and sorts them with the others. */
export function mergeProblems(text: string, problems: readonly Problem[], more: readonly Problem[]): Problem[] {
  const { places } = findPlaces(more.length > 0 ? text : '');
  const placed = more.map((problem) => ({ ...problem, ...nearestPlace(places, problem) }));
  return [...problems, ...placed].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/**
 * Parses the guide in a file's text.
 * @param file the name for the error
 * @throws {BrokenGuideError} with all problems at once
 */
export function parseGuide(text: string, file: string): GuideFile {
  const { guide, problems } = checkText(text);
  if (!guide || problems.length > 0) throw new BrokenGuideError(file, problems);
  return guide;
}

function syntaxProblem(text: string, { message }: Error): Problem {
  let first: (Place & { mend: string | undefined }) | undefined;
  const onError: jsonc.JSONVisitor['onError'] = (error, _offset, _length, line, column) => {
    first ??= { mend: SYNTAX[jsonc.printParseErrorCode(error)], ...placeFrom(line, column) };
  };
  jsonc.visit(text, { onError }, { disallowComments: true });
  const { mend = message, ...place } = first ?? { mend: message, ...placeFrom(0, 0) };
  const mark = text.startsWith('\uFEFF') && 'it begins with a byte order mark: save it as UTF-8 without one';
  return { path: '(file)', reason: `is not JSON: ${mark || mend}`, ...place };
}

/** Both start at 1. Columns count UTF-16 code units. */
type Place = Required<Pick<Problem, 'line' | 'column'>>;

const placeFrom = (line: number, column: number): Place => ({ line: line + 1, column: column + 1 });

/**
 * Finds where each value and each key (`path\0key`) begins, and duplicate keys, which JSON allows but which silently lose
 * all values except the last. With thousands of nested values, only the beginning is known.
 */
function findPlaces(text: string): { places: Map<string, Place>; doubles: Problem[] } {
  const places = new Map<string, Place>();
  const doubles: Problem[] = [];
  const addValue = (line: number, column: number, path: () => jsonc.JSONPath) => {
    places.set(formatPath(path()), placeFrom(line, column));
  };
  try {
    jsonc.visit(text, {
      onObjectBegin: (_offset, _length, line, column, path) => addValue(line, column, path),
      onArrayBegin: (_offset, _length, line, column, path) => addValue(line, column, path),
      onLiteralValue: (_value, _offset, _length, line, column, path) => addValue(line, column, path),
      onObjectProperty(key, _offset, _length, line, column, parent) {
        const path = formatPath(parent());
        const first = places.get(`${path}\0${key}`);
        const reason = `has the key “${key}” twice (before in line ${first?.line}), and only the last counts: keep one`;
        if (first) doubles.push({ path, key, reason, ...placeFrom(line, column) });
        else places.set(`${path}\0${key}`, placeFrom(line, column));
      },
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { places, doubles };
}

/** The place of a problem's key or value; if it is missing, of the value that should contain it. */
function nearestPlace(places: ReadonlyMap<string, Place>, { path, key }: Problem): Place {
  let at = path;
  while (!places.has(at) && at !== '(file)') at = at.replace(/(?:^|[.[])[^.[]*$/u, '') || '(file)';
  return places.get(`${at}\0${key}`) ?? places.get(at) ?? placeFrom(0, 0);
}
