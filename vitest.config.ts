import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const unit = ['tests/**/*.test.{ts,tsx}'];
/** Tests that need a document: it is happy-dom's, real browsers have their own project. */
const withPage = ['tests/{surfaces,components}/**/*.test.{ts,tsx}'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    coverage: { include: ['{utils,components,entrypoints}/**/*.{ts,tsx}'] },
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'node', include: unit, exclude: withPage, environment: 'node', testTimeout: 30_000 },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'page', include: withPage, environment: 'happy-dom', testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two files at a time: browsers wait for pages half of the time. Three took as long and timed out.
          maxWorkers: 2,
        },
      },
    ],
  },
});
