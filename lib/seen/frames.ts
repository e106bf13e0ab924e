/** How many of the guide's sessions the frames of a tab show, as the background keeps it while the browser runs. */

/** The ids of the sessions that each frame of a tab shows, by frame id. */
export type Frames = Record<number, readonly string[]>;

/** The key of a tab's frames in the session's storage. */
export function framesKey(tabId: number): string {
  return `frames:${tabId}`;
}

/** The frames of a tab that the session's storage holds. */
export function readFrames(stored: Readonly<Record<string, unknown>>, tabId: number): Frames {
  return (stored[framesKey(tabId)] ?? {}) as Frames;
}
