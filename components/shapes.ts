/** The paths of the icons, on a 24 by 24 grid. Icons are decorative: the text beside them says what they mean. */
export const SHAPES = {
  /** The product's logo. */
  hexagon: 'M12 2.2 20.5 7.1v9.8L12 21.8 3.5 16.9V7.1z',
  star: 'm12 3.2 2.7 5.6 6.1.8-4.5 4.2 1.1 6-5.4-2.9-5.4 2.9 1.1-6L3.2 9.6l6.1-.8z',
  chevron: 'm6 9 6 6 6-6',
  cross: 'm6.5 6.5 11 11M17.5 6.5l-11 11',
  play: 'M7 4.5v15l12.5-7.5z',
  slides: 'M3.5 5h17v11h-17zM12 16v4M8.5 20h7',
  overlap: 'M3.5 5h11v9h-11zM9.5 10h11v9h-11z',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.3 15.3 20.5 20.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 8.5h7M8.5 12h4',
  change: 'M12 4v9M12 17.5v.5',
  tab: 'M4 5h16v14H4zM4 9h16',
  panel: 'M4 5h16v14H4zM14 5v14',
  gear: 'M12 8.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8M12 3v2.6M12 18.4V21M3 12h2.6M18.4 12H21M5.6 5.6l1.9 1.9M16.5 16.5l1.9 1.9M18.4 5.6l-1.9 1.9M7.5 16.5l-1.9 1.9',
  sliders: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  out: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-8.5 8.5',
} as const;
