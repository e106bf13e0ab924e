/** Positions in a recording that a note names, such as “12:40”, and links that lead to them. */

interface Position {
  /** As the note spells it. */
  text: string;
  /** From the start of the recording. */
  seconds: number;
}

/** Minutes by which a recording may be longer than the programme planned. */
const SLACK = 15;

/**
 * Minutes and seconds, or hours too, outside longer numbers, addresses, dates and times of day. A colon may follow, and a
 * hyphen between two.
 */
const POSITION =
  /(?<![\p{L}\p{N}:.,/+]|(?<!\d:\d\d)-)(?:(\d{1,2}):([0-5]\d)|(\d{1,3})):([0-5]\d)(?![\p{L}\p{N}]|:[\p{L}\p{N}:]|[.,/]\d|-\d(?!\d{0,2}:\d\d)|(?:\s?[-–]\s?[\d:]+)?\s?[ap]\.?m\b)/giu;

/**
 * A note cut at the positions in it: texts, and positions within the recording.
 * @param planned the planned length in milliseconds; a time more than 15 minutes beyond it is no position
 */
export function cutAtPositions(note: string, planned: number): (string | Position)[] {
  const longest = planned / 1000 + SLACK * 60;
  const parts: (string | Position)[] = [];
  let from = 0;
  for (const { 0: text, 1: hours, 2: minutes, 3: onlyMinutes, 4: rest, index } of note.matchAll(POSITION)) {
    const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? onlyMinutes) * 60 + Number(rest);
    if (seconds > longest) continue;
    if (index > from) parts.push(note.slice(from, index));
    parts.push({ text, seconds });
    from = index + text.length;
  }
  if (from < note.length) parts.push(note.slice(from));
  return parts;
}

/** The address of a recording at a second: YouTube's parameter, elsewhere a media fragment (W3C Media Fragments, 4.2.1). */
export function recordingAt(recording: string, seconds: number): string {
  const url = new URL(recording);
  const isYouTube = /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/u.test(url.hostname);
  if (isYouTube) url.searchParams.set('t', `${seconds}s`);
  else url.hash = `t=${seconds}`;
  return url.href;
}
