/** Asks the background for what a page will show while the page is still arriving, so that all of it is there in the first frame. */
import type { Message } from '../../lib/messages.ts';
import type { Send } from './panel.ts';

export interface Ahead {
  /** Asks now for what will be asked for. */
  ask(message: Message): void;
  /** Answers a message that was asked ahead with what came of it, once; asks any other. */
  readonly send: Send;
}

export function askingAhead(send: Send): Ahead {
  const asked = new Map<string, Promise<unknown>>();
  return {
    ask(message) {
      const answer = send(message);
      // Whoever needs it is told of its failure.
      answer.catch(() => {});
      asked.set(JSON.stringify(message), answer);
    },
    send(message) {
      if (asked.size === 0) return send(message);
      const key = JSON.stringify(message);
      const answer = asked.get(key);
      asked.delete(key);
      return answer ?? send(message);
    },
  };
}
