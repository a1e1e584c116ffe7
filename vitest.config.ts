import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const unit = ['tests/**/*.test.{ts,tsx}'];
/** Tests that need a document: it is happy-dom's, real browsers have their own project. */
const withPage = ['tests/{surfaces,components}/**/*.test.{ts,tsx}'];

/** Files at a time. Three browsers on two cores took as long as two, and timed out. */
const maxWorkers = 2;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    coverage: { include: ['{utils,components,entrypoints}/**/*.{ts,tsx}'] },
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'node', include: unit, exclude: withPage, environment: 'node', testTimeout: 30_000, maxWorkers },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'page', include: withPage, environment: 'happy-dom', testTimeout: 30_000, maxWorkers },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
        },
      },
    ],
  },
});
