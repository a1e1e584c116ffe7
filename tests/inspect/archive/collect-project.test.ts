import { describe, expect, it } from 'vitest';
import { collectProject } from '../../../utils/inspect/archive/collect-project.ts';
import { archiveEntries } from '../../../utils/inspect/archive/open-archive.ts';
import type { Entries } from '../../../utils/inspect/archive/entry.ts';
import { limits } from '../../../utils/inspect/limits.ts';

async function* named(names: readonly string[]): Entries {
  for (const name of names) yield { name, kind: 'file', size: 1, read: async (take) => void take(Uint8Array.of(49)) };
}
const many = Array.from({ length: limits.files }, (_, i) => `f${i}.txt`);

describe('collectProject', () => {
  it('reads settings that start something behind more files than it reads', async () => {
    const { files, skipped } = await collectProject('task', named([...many, 'late.txt', '.vscode/tasks.json', 'app/package.json']));
    expect(files.slice(limits.files).map(({ path }) => path)).toEqual(['.vscode/tasks.json', 'app/package.json']);
    expect(skipped).toEqual([{ path: 'late.txt', reason: 'too many files' }]);
  });

  it('reads no more of these than a project can have', async () => {
    const settings = Array.from({ length: limits.lateSettings + 1 }, (_, i) => `p${i}/package.json`);
    const { files, skipped } = await collectProject('task', named([...many, ...settings]));
    expect([files.length, skipped]).toEqual([limits.files + limits.lateSettings, [{ path: settings.at(-1), reason: 'too many files' }]]);
  });

  it('reads a script whole that begins as an archive does', async () => {
    const text = `BZh = 1;${'\n'.repeat(limits.start)}fetch('https://tasks.example');`;
    const bytes = new TextEncoder().encode(text);
    async function* one(): Entries {
      yield { name: 'index.js', kind: 'file', size: bytes.length, read: async (take) => void take(bytes) };
    }
    const { files } = await collectProject('task', one(), { openNested: archiveEntries });
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe(text);
  });
});
