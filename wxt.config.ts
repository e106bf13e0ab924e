import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { guidePlugin, readGuide } from './scripts/guide-plugin.ts';
import { GECKO_ID } from './scripts/manifest.ts';
import { forPages, withoutMarkupStrings } from './scripts/vite.ts';

const guide = readGuide();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: 'Cilium Session Guide',
    description: `Highlights and explains the ${guide.subject} sessions of ${guide.name}, in one agenda over its Sched sites. Unofficial.`,
    permissions: ['storage'],
    host_permissions: guide.sites.map(({ host }) => `https://${host}/*`),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              // The first version that knows data_collection_permissions.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // The first version with light-dark() and URL.parse().
        { minimum_chrome_version: '126' }),
  }),
  vite: () => ({
    // The minimum versions above: newer syntax and colours stay as they were written.
    build: { target: ['chrome126', 'firefox140'], modulePreload: false },
    plugins: [guidePlugin(), preact({ prefreshEnabled: false }), withoutMarkupStrings()],
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script')) forPages(config);
    },
  },
});
