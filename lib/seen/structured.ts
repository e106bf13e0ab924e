/** Reads the JSON-LD of an event page. */
import type { PageFacts } from './seen.ts';
import { sameTitle } from './titles.ts';

/** Values to look at: deeply nested data must not take long. */
const NODES_MAX = 200;
/** A date and time with an offset from UTC. Without one, its zone is unknown. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u;

type Node = Record<string, unknown>;

/**
 * The session's times, room and people. Other data, such as that of the whole conference, is ignored: the name must be the
 * printed title, or the address must contain Sched's id of the session.
 * @param texts JSON, perhaps invalid
 * @param title as the page prints it
 */
export function structuredFacts(
  texts: readonly string[],
  title: string | undefined,
  schedId: string | undefined,
): PageFacts {
  const isSession = ({ name, url }: Node) => {
    const named = typeof name === 'string' && title !== undefined && sameTitle(decoded(name), title);
    return named || (schedId !== undefined && typeof url === 'string' && url.endsWith(`/event/${schedId}`));
  };
  const event = texts.flatMap((text) => eventsIn(parse(text))).find(isSession);
  if (!event) return {};
  const [start, end] = [instant(event.startDate), instant(event.endDate)];
  const location = [event.location].flat().map(parseName).find(Boolean);
  const people = [event.performer ?? event.performers]
    .flat()
    .map(parseName)
    .filter((name) => name !== undefined);
  return {
    ...(start !== undefined && end !== undefined && start <= end && { start, end }),
    ...(location && { room: location }),
    ...(people.length > 0 && { speakers: people }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Objects of a type such as Event or EducationEvent, also in lists and graphs. */
function eventsIn(value: unknown): Node[] {
  const found: Node[] = [];
  const waiting = [value];
  for (let count = 0; waiting.length > 0 && count < NODES_MAX; count += 1) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, NODES_MAX));
    if (typeof next !== 'object' || next === null || Array.isArray(next)) continue;
    const node = next as Node;
    if ([node['@type']].flat().some((type) => typeof type === 'string' && type.endsWith('Event'))) found.push(node);
    waiting.push(node['@graph'], node.subEvent, node.mainEntity);
  }
  return found;
}

function parseName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value : ((value ?? {}) as Node).name;
  return typeof name === 'string' && name.trim() !== '' && !/^https?:/u.test(name) ? decoded(name).trim() : undefined;
}

/** Some templates escape texts for HTML twice. */
function decoded(text: string): string {
  return text
    .replace(/&(?:amp|#38);/gu, '&')
    .replace(/&(?:quot|#34);/gu, '"')
    .replace(/&(?:apos|#0?39|#x27);/giu, "'");
}

function instant(value: unknown): number | undefined {
  return typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) || undefined : undefined;
}
