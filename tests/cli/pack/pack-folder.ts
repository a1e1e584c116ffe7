import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packCommand } from '../../../utils/cli/pack-command.ts';
import { inProcess } from '../in-process.ts';

export const pack = (...args: string[]) => inProcess(() => packCommand.run(args));

/** The folder of a new pack, and beside it files to add. Gone after the test. */
export async function newPack(files: Readonly<Record<string, string>> = {}) {
  const beside = mkdtempSync(join(tmpdir(), 'bonafide-test-'));
  onTestFinished(() => rmSync(beside, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(beside, name), content);
  const folder = join(beside, 'orchard');
  const made = await pack('init', folder);
  return { folder, made, at: (name: string) => join(beside, name) };
}
