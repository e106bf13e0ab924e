/** Finds circles of background sessions. */
import type { Problem } from './problem.ts';
import type { GuideFile } from './schema.ts';

/** Chains of “watch before” that lead back to their start. */
export function* backgroundCircles({ sessions }: GuideFile): Generator<Problem> {
  const before = new Map(
    sessions.map(({ id, related }) => [
      id,
      related.filter((one) => one.how === 'background' && one.id !== id).map((one) => one.id),
    ]),
  );
  const done = new Set<string>();
  for (const [index, { id }] of sessions.entries()) {
    for (const circle of circlesFrom(id, before, done)) {
      const reason = `background goes in a circle: ${circle.join(' → ')}: call one of these relations similar, or remove it`;
      yield { path: `sessions[${index}].related`, reason };
    }
  }
}

/**
 * The circles that are reachable from a session, by depth-first search. Not recursive, because a chain may have thousands
 * of sessions.
 * @param done finished sessions; new ones are added
 */
function* circlesFrom(
  start: string,
  before: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): Generator<string[]> {
  if (done.has(start)) return;
  const trail = [{ id: start, left: [...(before.get(start) ?? [])] }];
  const onTrail = new Set([start]);
  for (let at = trail.at(-1); at; at = trail.at(-1)) {
    const next = at.left.shift();
    if (next === undefined) {
      trail.pop();
      onTrail.delete(at.id);
      done.add(at.id);
    } else if (onTrail.has(next)) {
      const ids = trail.map(({ id }) => id);
      yield [...ids.slice(ids.indexOf(next)), next];
    } else if (!done.has(next)) {
      trail.push({ id: next, left: [...(before.get(next) ?? [])] });
      onTrail.add(next);
    }
  }
}
