/** The extension's id in Firefox; Chrome makes its own. */
export const GECKO_ID = 'cilium-session-guide@community';
