/** The way to the background, which the browser ends and starts as it likes. */
import type { Message } from '../../lib/messages.ts';
import { send } from '../../lib/report/tell.ts';

/** Chrome's and Firefox's words for a background that ended between a question and its answer. */
const CUT = /(?:channel|port) closed|out of scope/iu;

/**
 * Asks the background, and once more where it was ended before it had answered: every message can be said twice. Rejects as the
 * browser does.
 */
export function ask(message: Message): Promise<unknown> {
  return send(message).catch((error: unknown) => {
    if (CUT.test(String(error))) return send(message);
    throw error;
  });
}
