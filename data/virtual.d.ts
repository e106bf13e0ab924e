/** Modules that the build makes from the guide file (scripts/guide-plugin.ts). */
declare module 'virtual:csg/guide' {
  const guide: import('./compile.ts').Guide;
  export default guide;
}

declare module 'virtual:csg/agenda' {
  const agenda: import('./compile.ts').AgendaGuide;
  export default agenda;
}

declare module 'virtual:csg/page-index' {
  const index: import('./compile.ts').PageIndex;
  export default index;
}

declare module 'virtual:csg/highlight.css' {}
