/** The extension API, for code evaluated in the extension's pages. */
declare const chrome: import('webextension-polyfill').Browser;
