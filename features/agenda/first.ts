/** The state that a surface paints before the storage has answered. */
import { keepFirstCopy, readFirstCopy } from '../../lib/own/first-copy.ts';
import type { Surface, SurfaceState } from './list/surface.ts';
import { clearFilters, formatView, parseView } from './list/view.ts';

/** Milliseconds for which a surface remembers its view and scroll position. After that, it opens without filters. */
const REMEMBERED = 10 * 60_000;

/**
 * The state of a surface before the storage has answered.
 * @param search the query of its address, which wins over the last view
 * @param now milliseconds since the epoch
 */
export function firstState(surface: Surface, search: string, now: number): SurfaceState {
  const { view, at, scrolled, own, settings } = readFirstCopy();
  const last = parseView(view);
  const isRecent = now >= at && now - at < REMEMBERED;
  const isOwn = search.length > 1;
  return {
    surface,
    now,
    view: isOwn ? parseView(search) : isRecent ? last : { ...clearFilters(last), tab: 'agenda' },
    scrolled: (!isOwn && isRecent && scrolled[surface]) || 0,
    own,
    pages: new Map(),
    settings,
  };
}

/**
 * Keeps what the next surface paints first.
 * @param now milliseconds since the epoch
 */
export function keepFirst({ surface, view, scrolled, own, settings }: SurfaceState, now: number): void {
  keepFirstCopy({ view: formatView(view), at: now, scrolled: { [surface]: scrolled }, own, settings });
}
