/** Collects the errors that the code under test reports. `tests/setup.ts` fails a test that leaves one untaken. */

const reported: unknown[][] = [];

/** Returns and clears the `console.error` lines since the last call. A test that expects errors takes them. */
export const takeErrors = (): unknown[][] => reported.splice(0);

/** Collects `console.error` lines instead of printing them. Returns a function that stops this. */
export function keepErrors(): () => void {
  const { error } = console;
  console.error = (...line) => void reported.push(line);
  return () => {
    console.error = error;
  };
}
