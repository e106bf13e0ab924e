import type { ComponentChildren } from 'preact';

interface Props {
  /** The fragment in the URL. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** A section of the options page with its heading. */
export function Section({ id, title, children }: Props) {
  return (
    <section id={id} class="chapter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
