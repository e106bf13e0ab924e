import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { GUIDE_FILE, guidePlugin } from './build/guide-plugin.ts';

const plugins = (guide?: string) => [guidePlugin(guide), preact({ prefreshEnabled: false }), WxtVitest()];

export default defineConfig({
  test: {
    projects: [
      {
        // They say what is true of the released guide, whatever guide is built (CSG_GUIDE).
        plugins: plugins(GUIDE_FILE),
        test: {
          name: 'unit',
          env: { CSG_GUIDE: '' },
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/built/**', 'tests/e2e/**'],
          setupFiles: ['tests/setup.ts'],
          // Workers and windows are shared. Starting one of each for a file took more than half of the processor time.
          isolate: false,
          // Property tests take seconds, and longer on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'built',
          include: ['tests/built/**/*.test.ts'],
          // Packages are made of the released guide only.
          exclude: process.env.CSG_GUIDE ? ['tests/built/zip.test.ts'] : [],
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // One browser at a time: each uses all of two cores, and two at once take a tenth longer.
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
