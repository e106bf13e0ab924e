import type { ComponentChildren } from 'preact';

interface Props {
  /** A text whose {names} are not filled in yet. */
  text: string;
  /** What replaces each name. */
  parts: Record<string, ComponentChildren>;
}

/** A text with elements in it, such as links, in the order that its language needs. */
export function Sentence({ text, parts }: Props) {
  // Every other piece is a name.
  const pieces = text.split(/\{(\w+)\}/u);
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : renderPart(parts, piece)))}</>;
}

/** A {name} that came with a filled-in title stays as it is. */
function renderPart(parts: Props['parts'], name: string): ComponentChildren {
  return Object.hasOwn(parts, name) ? parts[name] : `{${name}}`;
}
