import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const storeBrowsers = ['chrome', 'edge', 'firefox'] as const;
export type StoreBrowser = (typeof storeBrowsers)[number];

/** Variables that would find their way into a build: with NODE_ENV=test the JSX names the files it stands in. */
const telling = /^(?:NODE_ENV|NODE_OPTIONS|VITE_.*|WXT_.*|VITEST.*)$/;
const plainEnvironment = (): NodeJS.ProcessEnv => ({ ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !telling.test(name))), NODE_ENV: 'production' });

/** Builds for one browser and answers with the folder. @throws {Error} with what the build said */
export function buildBrowser(root: string, browser: StoreBrowser): string {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', browser], { cwd: root, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The build for ${browser} failed:\n${stdout}${stderr}`, { cause: error });
  }
  return join(root, '.output', `${browser}-mv3`);
}
