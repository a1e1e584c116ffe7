import { existsSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every page of a site loads its script: what `npm run bench` allows each, in bytes. */
const most = 60_000;
/** It comes with each mail of a conversation. */
const mostInFrame = 15_000;
const built = ['chrome', 'firefox'].map((name) => `.output/${name}-mv3`).filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).filter((file) => /^(?:watch-\w+|card|read-mail-frame)\.js$/.test(file)).map((file) => `${folder}/${file}`));

describe.skipIf(built.length === 0)('a page\'s script as built', () => {
  it.each(built)('%s stays small', (path) => {
    expect(statSync(path).size).toBeLessThanOrEqual(path.endsWith('read-mail-frame.js') ? mostInFrame : most);
  });
});
