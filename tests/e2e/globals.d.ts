/** The extension's own API, in code that is evaluated in one of its pages. */
declare const chrome: import('webextension-polyfill').Browser;
