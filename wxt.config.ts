import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { firstLook } from './build/first-look.ts';
import { guidePlugin, outputFolder, readGuide } from './build/guide-plugin.ts';
import { licenses } from './build/licenses.ts';
import { GECKO_ID } from './build/manifest.ts';
import {
  compiledTogether,
  inFewChunks,
  withoutContext,
  withoutMarkupStrings,
  withoutPolyfill,
  withoutPreloading,
} from './build/vite.ts';
import { NOT_SOURCES, printHashes, SOURCES } from './build/zips.ts';
import { findBrowser, hasDisplay } from './tools/browsers.ts';

const guide = readGuide();

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';";

/** What the browsers' stores show of the guide; Chrome's takes no more than 132 characters. */
const DESCRIPTION = [
  `The ${guide.subject} sessions of ${guide.name}, explained on Sched and in one agenda. Unofficial.`,
  `The ${guide.subject} sessions of one conference, explained on Sched and in one agenda. Unofficial.`,
].find(({ length }) => length <= 132);

export default defineConfig({
  imports: false,
  outDir: outputFolder(guide),
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: ({ browser, command }) => ({
    name: 'Cilium Session Guide',
    default_locale: 'en',
    ...(DESCRIPTION && { description: DESCRIPTION }),
    permissions: ['storage'],
    // The extension's own pages load what is in it and reach nothing. While developing they are served by Vite.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGE_POLICY } }),
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+A' } },
      'next-session': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_command_next__',
      },
      'previous-session': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_command_previous__',
      },
    },
    host_permissions: guide.sites.map(({ host }) => `https://${host}/*`),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              // The oldest that this was tried on: style queries switch the highlight off without a trace on the page.
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '153.0' },
          },
        }
      : // The first version with light-dark() and URL.parse().
        { minimum_chrome_version: '126' }),
  }),
  vite: () => ({
    // The minimum versions above: newer syntax and colours stay as they were written.
    build: {
      target: ['chrome126', 'firefox153'],
      modulePreload: false,
      // Inlines every constant, which makes the output smaller.
      rolldownOptions: { optimization: { inlineConst: true } },
    },
    plugins: [
      guidePlugin(),
      firstLook(guide),
      preact({ prefreshEnabled: false }),
      withoutMarkupStrings(),
      withoutPreloading(),
      withoutContext(),
    ],
  }),
  zip: { includeSources: SOURCES, excludeSources: NOT_SOURCES },
  // Only npm run dev opens a browser, on the real sites; without a display it rebuilds, and you load the folder yourself.
  webExt: {
    disabled: !hasDisplay(),
    binaries: { chrome: findBrowser('chrome') ?? 'chrome', firefox: findBrowser('firefox') ?? 'firefox' },
    startUrls: guide.sites.map(({ host }) => `https://${host}/list/simple`),
  },
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: 'licenses.txt', contents: licenses() });
    },
    'zip:done': (_, files) => printHashes(files),
    'vite:build:extendConfig': (entrypoints, config) => {
      const haveOnly = (...types: string[]) => entrypoints.every(({ type }) => types.includes(type));
      if (haveOnly('content-script')) {
        withoutPolyfill(config);
        compiledTogether(config);
      }
      if (haveOnly('background', 'popup', 'sidepanel', 'options', 'unlisted-page')) inFewChunks(config);
    },
  },
});
