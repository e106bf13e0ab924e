import type { ComponentChildren } from 'preact';

interface Props {
  href: string;
  strong?: boolean;
  children: ComponentChildren;
}

/** A link that opens in a new tab, which gets neither a referrer nor a handle on this one. */
export function ExternalLink({ href, strong, children }: Props) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" class={strong ? 'out strong' : 'out'}>
      {children}
    </a>
  );
}
