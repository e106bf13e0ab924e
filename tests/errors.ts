/** What the code under test reports. `tests/setup.ts` fails a test that reports an error and does not take it. */

const reported: unknown[][] = [];

/** Console lines of the errors since the test began or took the last ones; a test that expects errors takes them. */
export const takeErrors = (): unknown[][] => reported.splice(0);

/** Keeps the lines of `console.error` from the terminal. Returns what ends that. */
export function keepErrors(): () => void {
  const { error } = console;
  console.error = (...line) => void reported.push(line);
  return () => {
    console.error = error;
  };
}
