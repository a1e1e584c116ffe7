import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { isEverything } from './tests/e2e/tested-kinds.ts';
import { LongestFirst } from './tests/longest-first.ts';

/** Files at a time. Three and four browsers on two cores took as long as two, and timed out. */
const maxWorkers = 2;

const unit = ['tests/**/*.test.{ts,tsx}'];
/** Tests that need a document: it is happy-dom's, real browsers have their own project. */
const withPage = ['tests/{surfaces,components}/**/*.test.{ts,tsx}'];
/** Tests of what calls the browser: they put their own in its place, and modules with it, so each file is alone in its worker. */
const withBrowser = ['tests/{platform,entrypoints}/**/*.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A worker closes its browsers at its end.
    teardownTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    coverage: { include: ['{utils,components,entrypoints}/**/*.{ts,tsx}'] },
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'node',
          include: unit,
          exclude: [...withPage, ...withBrowser],
          environment: 'node',
          globalSetup: 'tests/cli/bundle-program.ts',
          // Files share their workers: loading the modules and the rules anew takes longer than most of these tests.
          isolate: false,
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'platform', include: withBrowser, environment: 'node', testTimeout: 60_000, maxWorkers },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'page',
          include: withPage,
          environment: 'happy-dom',
          // Pages name scripts of their sites. Nothing is loaded, and happy-dom need not say so each time.
          environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
          // Pages leave much garbage: collecting it took a third of the time with the 16 MB that Node has for new objects.
          execArgv: ['--max-semi-space-size=64'],
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          environment: 'node',
          globalSetup: 'tests/e2e/warm-firefox.ts',
          // Files share their workers, and many of them the browsers that tests/e2e/shared-stage.ts keeps there.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: 'fleet',
          include: ['tests/fleet/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Built twice, linted and packed: two minutes that hardly anything but a release needs.
          exclude: isEverything ? [] : ['tests/fleet/release.spec.ts'],
          // Each has its own mount namespace, folders and ports, and waits more than it works.
          maxWorkers,
        },
      },
    ],
  },
});
