/** Which sessions the frames of a tab show, as the background keeps it in session storage. */

/** The ids of the sessions that each frame of a tab shows, by frame id. */
export type Frames = Record<number, readonly string[]>;

/** The key of a tab's frames in session storage. */
export function framesKey(tabId: number): string {
  return `frames:${tabId}`;
}

/** The frames of a tab in session storage. */
export function readFrames(stored: Readonly<Record<string, unknown>>, tabId: number): Frames {
  return (stored[framesKey(tabId)] ?? {}) as Frames;
}
