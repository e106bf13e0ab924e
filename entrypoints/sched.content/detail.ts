/** The texts of a session, from the background: they are not in the content script, which every page of Sched pays for. */
import type { SessionDetail } from '../../lib/agenda.ts';
import type { Message } from '../../lib/messages.ts';

/** Loads each session's texts once. A failed load is tried again at the next call. */
export function detailLoader(send: (message: Message) => Promise<unknown>): (id: string) => Promise<SessionDetail> {
  const loading = new Map<string, Promise<SessionDetail>>();
  return (id) => {
    let detail = loading.get(id);
    if (!detail) {
      detail = ask(send, id);
      detail.catch(() => loading.delete(id));
      loading.set(id, detail);
    }
    return detail;
  };
}

async function ask(send: (message: Message) => Promise<unknown>, id: string): Promise<SessionDetail> {
  const answer = await send({ type: 'detail', id });
  if (!answer) throw new Error(`the background has no texts for session ${id}`);
  return answer as SessionDetail;
}
