import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { savedPage } from './tests/pages/corpus.ts';
import { findBrowser } from './tests/tools/browsers.ts';
import LongestFirst from './tests/tools/test/longest-first.ts';

const chromium = await findBrowser('chromium');

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/corpora/**/*.test.ts', 'tests/architecture.test.ts'],
          // All processors: by default one is left to whoever watches.
          maxWorkers: availableParallelism(),
        },
      },
      {
        plugins: [preact()],
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'vitest-browser-preact',
            'axe-core',
            'fast-check',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.tsx'],
          env: {
            LEDE_FULL: process.env.LEDE_FULL ?? '',
            ...(process.env.LEDE_PROPERTY_RUNS && { LEDE_PROPERTY_RUNS: process.env.LEDE_PROPERTY_RUNS }),
          },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { savedPage: (_context, name: string) => savedPage(name) },
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium.path } : {}),
                chromiumSandbox: false,
                args: [
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: true,
          // Browsers wait for each other and for their timers most of the time.
          maxWorkers: 4,
        },
      },
    ],
  },
});
