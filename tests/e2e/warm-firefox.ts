import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../utils/cli/browser/launch.ts';
import { warmFolderVariable } from '../../utils/cli/browser/launch-firefox.ts';

/** Starts Firefox once, so that all other starts of this run find compiled what it compiled: a dozen tests start one of their own. */
export default async function warmFirefox(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-warm-'));
  process.env[warmFolderVariable] = folder;
  const browser = await launch({ kind: 'firefox', fixtures: () => undefined });
  await browser.openExtensionPage('first-aid.html');
  await browser.stop();
  return () => rm(folder, { recursive: true, force: true });
}
