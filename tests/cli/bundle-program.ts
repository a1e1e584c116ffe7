import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext { program: string }
}

const repository = resolve(import.meta.dirname, '../..');
const folders = join(repository, '.output', 'program');

/**
 * Translates the program once for all tests that start it: starting it from its sources takes longer than most of what is asked of
 * it. As deep below the repository as the sources are, so that it finds its rules; each run has its own.
 */
export default async function bundleProgram({ provide }: TestProject): Promise<() => Promise<void>> {
  await mkdir(folders, { recursive: true });
  const outdir = await mkdtemp(join(folders, 'run-'));
  await build({
    entryPoints: [join(repository, 'utils/cli/main.ts')], outdir, outExtension: { '.js': '.mjs' },
    bundle: true, splitting: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'warning',
    // Where assets are looked for from.
    define: { 'import.meta.url': JSON.stringify(new URL('../../utils/cli/main.ts', import.meta.url).href) },
  });
  provide('program', join(outdir, 'main.mjs'));
  return () => rm(outdir, { recursive: true, force: true });
}
