import type { ComponentChildren } from 'preact';

interface Props {
  /** A text of ours in which some {names} are still to be filled in. */
  text: string;
  /** What stands in their places. */
  parts: Record<string, ComponentChildren>;
}

/** A text with more than text within it, such as a link, wherever its language wants that to stand. */
export function Sentence({ text, parts }: Props) {
  // Every other piece is a name.
  const pieces = text.split(/\{(\w+)\}/u);
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : renderPart(parts, piece)))}</>;
}

/** A name that stands in some filled-in title stays as it is written there. */
function renderPart(parts: Props['parts'], name: string): ComponentChildren {
  return Object.hasOwn(parts, name) ? parts[name] : `{${name}}`;
}
