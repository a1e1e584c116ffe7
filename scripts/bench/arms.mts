import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';

/** A browser with one extension in it: ours, a peer's library in a small one, or one that does nothing. */
export interface Arm { readonly name: string; readonly browser: Browser }

export const baseline = 'no extension';
export const own = 'Bonafide';
const peers = ['page-parser-tree', 'arrive'];
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts a browser for each arm, all over the same pages, and stops and clears away whatever was started. */
export async function withArms(names: readonly string[], run: (arms: readonly Arm[]) => Promise<void>): Promise<void> {
  const pages = {
    'www.linkedin.com': await readFile(beside('pages/conversation.html'), 'utf8'),
    'mail.google.com': await readFile(beside('pages/mailbox.html'), 'utf8'),
  };
  const arms: Arm[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'));
  try {
    for (const name of names) {
      const extension = name === own ? undefined : await writeExtension(folder, name);
      const browser = await launch({ kind: 'chromium', extension, fixtures: (host) => (host in pages ? { body: pages[host as keyof typeof pages] } : undefined) });
      arms.push({ name, browser });
    }
    await run(arms);
  } finally {
    await Promise.all(arms.map(({ browser }) => browser.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

export const allArms = [baseline, own, ...peers];

/** The least extension that loads. It says nothing and has no permission; a peer's script runs where ours would. */
async function writeExtension(folder: string, name: string): Promise<string> {
  const path = await mkdtemp(join(folder, 'extension-'));
  const isPeer = peers.includes(name);
  const manifest = {
    manifest_version: 3, name, version: '1', background: { service_worker: 'background.js' },
    ...(isPeer && { content_scripts: [{ matches: ['https://www.linkedin.com/*'], js: ['watch.js'], run_at: 'document_idle' }] }),
  };
  await writeFile(join(path, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(path, 'background.js'), '');
  if (isPeer) await build({ entryPoints: [beside(`peers/${name}.ts`)], outfile: join(path, 'watch.js'), bundle: true, minify: true, format: 'iife', define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' }, logLevel: 'error' });
  return path;
}
