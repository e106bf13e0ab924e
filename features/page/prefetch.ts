/** Asks the background before the page needs the answers, so that everything is there in the first frame. */
import type { Ask, Question } from '../../lib/messages.ts';

export interface Prefetch {
  /** Asks now; the answer is kept for the first `ask` of the same message. */
  prefetch(message: Question): void;
  readonly ask: Ask;
}

export function prefetching(ask: Ask): Prefetch {
  const answers = new Map<string, Promise<never>>();
  return {
    prefetch(message) {
      const answer = ask(message);
      // A failure is reported where the answer is needed.
      answer.catch(() => {});
      answers.set(JSON.stringify(message), answer as Promise<never>);
    },
    ask(message) {
      const key = JSON.stringify(message);
      const answer = answers.get(key);
      answers.delete(key);
      return answer ?? ask(message);
    },
  };
}
