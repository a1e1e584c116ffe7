import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const storeBrowsers = ['chrome', 'edge', 'firefox'] as const;
export type StoreBrowser = (typeof storeBrowsers)[number];

/** Builds for one browser and answers with the folder. @throws {Error} with what the build said */
export function buildBrowser(root: string, browser: StoreBrowser): string {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', browser], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The build for ${browser} failed:\n${stdout}${stderr}`, { cause: error });
  }
  return join(root, '.output', `${browser}-mv3`);
}
