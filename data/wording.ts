/** Error messages for zod's issues, which say how to fix the file. */
import type * as z from 'zod/mini';
import { didYouMean } from './nearest.ts';

type Issue = z.core.$ZodRawIssue;

/** The types as JSON writes them. */
const TYPES: Record<string, string> = {
  string: 'a text in double quotes',
  number: 'a number',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

/** The message for an issue without one in the schema. */
export function describeIssue(issue: Issue): string {
  if (issue.code === 'invalid_type') return wrongType(issue.input, TYPES[issue.expected] ?? issue.expected);
  if (issue.code === 'invalid_value') return wrongValue(issue.input, issue.values.map(String));
  if (issue.code === 'too_big') return `has more than ${issue.maximum} entries: keep the best`;
  return issue.code;
}

function wrongType(input: unknown, expected: string): string {
  return input === undefined ? `is missing: add ${expected}` : `is ${describeType(input)}: write ${expected}`;
}

function wrongValue(input: unknown, values: readonly string[]): string {
  const choice = values.length > 1 ? `one of ${values.join(', ')}` : (values[0] ?? '');
  if (input === undefined) return `is missing: write ${choice}`;
  if (values.length === 1 && input === values[0]) return `is a text: write ${choice} without quotes`;
  if (typeof input !== 'string') return `is ${describeType(input)}: write ${choice}`;
  if (input === '') return `is empty: write ${choice}`;
  return `is “${input}”, which is not ${choice}${values.length > 1 ? `: ${didYouMean(input, values, 'choose one')}` : ''}`;
}

function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  return `${value}`;
}

/** The message for an unknown key. */
export function unknownKey(key: string, known: readonly string[]): string {
  const others = `remove it, or write one of ${known.filter((one) => one !== '$schema').join(', ')}`;
  return `has the unknown key “${key}”: ${didYouMean(key, known, others)}`;
}
