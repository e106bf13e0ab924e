/** Drafts guides from invented posts, as text to compare. */
import { readFileSync } from 'node:fs';
import { Doubts } from '../../../tools/guide/draft/doubts.ts';
import { type DraftGuide, type DraftOptions, draftGuide } from '../../../tools/guide/draft/guide.ts';

export interface Drafted {
  guide: DraftGuide;
  doubts: Doubts;
}

export function makeDraft(post: string, options: Partial<DraftOptions> = {}): Drafted {
  const doubts = new Doubts();
  return { guide: draftGuide(post, { id: 'example', ...options }, doubts), doubts };
}

export const postFile = (name: string): string => new URL(`posts/${name}`, import.meta.url).pathname;
export const postText = (name: string): string => readFileSync(postFile(name), 'utf8');

/** Id, start and end of each session, with the end's date if it is another day. */
export function listTimes({ guide }: Drafted): string[] {
  return guide.sessions.map(({ id, start, end }) => {
    const until = end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end;
    return `${id} ${start || '?'} ${until || '?'}`;
  });
}

/** Speakers of each session, `Name (Company), Name`. */
export function speakersIn({ guide }: Drafted): Record<string, string> {
  const named = guide.sessions.map(({ id, speakers }) => {
    const all = speakers.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name));
    return [id, all.join(', ')];
  });
  return Object.fromEntries(named);
}

/** The doubts, with line numbers: `41 3Bf6A speakers: …`. */
export function doubtLines({ doubts }: Drafted): string[] {
  return doubts.list.map(({ line, about, text }) => `${line} ${about}: ${text}`);
}
