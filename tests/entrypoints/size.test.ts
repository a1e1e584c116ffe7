import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every page of LinkedIn and Gmail loads the script: what `npm run bench` allows, in bytes. */
const most = 60_000;
const built = ['chrome', 'firefox'].map((name) => `.output/${name}-mv3/watch.js`).filter((path) => existsSync(path));

describe.skipIf(built.length === 0)('the page\'s script as built', () => {
  it.each(built)('%s stays small', (path) => {
    expect(statSync(path).size).toBeLessThanOrEqual(most);
  });
});
