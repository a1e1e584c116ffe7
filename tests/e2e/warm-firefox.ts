import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../utils/cli/browser/launch.ts';
import { warmFolderVariable } from '../../utils/cli/browser/launch-firefox.ts';

/**
 * Starts Firefox once, so that all other starts of this run find compiled what it compiled: a dozen tests start one of their own. Where it
 * does not start, on a machine that is very busy, the first that does leaves it for the others.
 */
export default async function warmFirefox(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-warm-'));
  process.env[warmFolderVariable] = folder;
  try {
    const browser = await launch({ kind: 'firefox', fixtures: () => undefined });
    await browser.openExtensionPage('first-aid.html').finally(browser.stop);
  } catch (error) {
    console.warn('Firefox did not start to be warmed up:', error);
  }
  return () => rm(folder, { recursive: true, force: true });
}
