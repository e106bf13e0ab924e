/** The few shapes that the product draws, on a grid of 24. They say nothing: the text beside them does. */
const SHAPES = {
  /** The product's own sign. */
  hexagon: 'M12 2.2 20.5 7.1v9.8L12 21.8 3.5 16.9V7.1z',
  star: 'm12 3.2 2.7 5.6 6.1.8-4.5 4.2 1.1 6-5.4-2.9-5.4 2.9 1.1-6L3.2 9.6l6.1-.8z',
  chevron: 'm6 9 6 6 6-6',
  cross: 'm6.5 6.5 11 11M17.5 6.5l-11 11',
  play: 'M7 4.5v15l12.5-7.5z',
  overlap: 'M3.5 5h11v9h-11zM9.5 10h11v9h-11z',
  out: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-8.5 8.5',
} as const;

export function Icon({ shape }: { shape: keyof typeof SHAPES }) {
  return (
    <svg class={`icon icon-${shape}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  );
}
