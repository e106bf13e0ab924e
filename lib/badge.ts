/** The number on the toolbar: how many sessions of the guide the frames of a tab show together. */

/** What the frames of a tab have told, by frame id. */
export type Frames = Record<number, readonly string[]>;

/**
 * A tab's frames after one of them told what it shows.
 * @param fresh the browser has cleared the tab's badge since, so the tab shows another page: what it told is void
 */
export function withFrame(frames: Frames, frameId: number, ids: readonly string[], fresh: boolean): Frames {
  return { ...(fresh ? {} : frames), [frameId]: ids };
}

/** The text of the badge: the number of distinct sessions, or nothing. */
export function badgeText(frames: Frames): string {
  const { size } = new Set(Object.values(frames).flat());
  return size > 0 ? String(size) : '';
}
