/** What a surface paints before the storage has answered. */
import { keepFirstCopy, readFirstCopy } from '../../lib/own/first-copy.ts';
import type { Surface, SurfaceState } from './list/surface.ts';
import { formatView, parseView } from './list/view.ts';

/**
 * The state of a surface before the storage has answered.
 * @param search the query of its address, which goes before what was shown last
 * @param now milliseconds since the epoch
 */
export function firstState(surface: Surface, search: string, now: number): SurfaceState {
  const { view, own, settings } = readFirstCopy();
  return { surface, now, view: parseView(search.length > 1 ? search : view), own, pages: new Map(), settings };
}

/** Keeps what the next surface paints first. */
export function keepFirst({ view, own, settings }: SurfaceState): void {
  keepFirstCopy({ view: formatView(view), own, settings });
}
