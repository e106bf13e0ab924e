import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { guidePlugin } from './scripts/guide-plugin.ts';

const plugins = [guidePlugin(), preact({ prefreshEnabled: false }), WxtVitest()];

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/built/**', 'tests/e2e/**'],
          setupFiles: ['tests/messages.ts'],
        },
      },
      {
        test: {
          name: 'built',
          include: ['tests/built/**/*.test.ts'],
        },
      },
      {
        plugins,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A file a browser: both at the same time, each on a core of its own where there are two.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
