import type { ComponentChildren } from 'preact';

interface Props {
  /** The anchor that leads here. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** One part of the options page, under a heading that names it. */
export function Section({ id, title, children }: Props) {
  return (
    <section id={id} class="chapter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
