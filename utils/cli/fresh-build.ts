import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtFolder, type BrowserKind } from './browser/browser-kind.ts';

const repository = resolve(import.meta.dirname, '../..');
/**
 * All that the built extension is made of. The command line is no part of it, but for what builds the rules.
 */
const sources = [
  'entrypoints',
  'components',
  'assets',
  'utils/core',
  'utils/surfaces',
  'utils/platform',
  'utils/mail',
  'wxt.config.ts',
  'package-lock.json',
];

/** Builds the extension when it is missing or older than its sources. Throws when it cannot be built. */
export function makeFreshBuild(kind: BrowserKind): void {
  const manifest = join(repository, builtFolder[kind], 'manifest.json');
  const newest = Math.max(...sources.map((source) => newestIn(join(repository, source))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs >= newest) return;
  const target = kind === 'chromium' ? 'chrome' : 'firefox';
  const wxt = join(repository, 'node_modules/wxt/bin/wxt.mjs');
  // What a build says is no result: it goes to stderr.
  const { status } = spawnSync(process.execPath, [wxt, 'build', '-b', target], {
    cwd: repository,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    throw new Error(`The extension could not be built: run "npx wxt build -b ${target}" to see why.`);
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
