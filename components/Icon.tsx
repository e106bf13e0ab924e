import { SHAPES } from './shapes.ts';

export function Icon({ shape }: { shape: keyof typeof SHAPES }) {
  return (
    <svg class={`icon icon-${shape}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  );
}
