/** The extension's own API, in code that is evaluated in one of its pages. */
declare const chrome: typeof import('wxt/browser').browser;
