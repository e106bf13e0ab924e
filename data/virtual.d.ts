/** Modules that build/guide-plugin.ts generates from the guide file. */
declare module 'virtual:csg/rest' {
  const rest: import('./compile.ts').GuideRest;
  export default rest;
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
