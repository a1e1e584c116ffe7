import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readProject } from '../../utils/cli/read-project.ts';
import { reasonsOf, textsOf } from '../inspect/archive/archives.ts';

/** A folder of these files, gone after the test. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
const pathsOf = (texts: Record<string, string | undefined>) => Object.keys(texts).sort();

describe('readProject, given a folder', () => {
  it('reads its files, also those in its only folder', async () => {
    const project = await readProject(folderOf({ 'src/a.js': 'a', 'src/.hidden/b.py': 'b' }));
    expect(textsOf(project)).toEqual({ 'src/a.js': 'a', 'src/.hidden/b.py': 'b' });
    expect(project.skipped).toEqual([]);
  });

  it('follows no link, and tells where one leads', async () => {
    const folder = folderOf({ 'a.js': 'a' });
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync('a.js', join(folder, 'b.js'));
    const project = await readProject(folder);
    expect(project.files.map(({ path, linksTo }) => [path, linksTo])).toEqual([['a.js', undefined], ['b.js', 'a.js'], ['etc', '/etc']]);
    expect(reasonsOf(project)).toEqual(['b.js: link', 'etc: outside the folder']);
  });

  it('ends in a folder that links to itself', async () => {
    const folder = folderOf({ 'a.js': 'a' });
    symlinkSync('.', join(folder, 'self'));
    expect(reasonsOf(await readProject(folder))).toEqual(['self: link']);
  });

  it('reads hooks and settings of git, and says that the rest was left out', async () => {
    const project = await readProject(folderOf({ '.git/config': 'c', '.git/hooks/post-checkout': 'h', '.git/hooks/pre-push.sample': 's', '.git/objects/ab/cd': 'o', 'a.js': 'a' }));
    expect(pathsOf(textsOf(project))).toEqual(['.git/config', '.git/hooks/post-checkout', 'a.js']);
    expect(reasonsOf(project)).toEqual(['.git: kept by git']);
  });

  const installed = { 'node_modules/x/index.js': 'x', 'node_modules/x/package.json': '{}', 'node_modules/@s/y/package.json': '{}', 'node_modules/@s/y/lib/z.js': 'z' };

  it('reads installed packages whole where nobody can tell who installed them', async () => {
    const project = await readProject(folderOf(installed));
    expect(pathsOf(textsOf(project))).toEqual(Object.keys(installed).sort());
    expect(project.skipped).toEqual([]);
  });

  it('reads only the names of packages that git does not keep', async () => {
    const project = await readProject(folderOf({ ...installed, '.git/index': 'DIRC a.js', 'a.js': 'a' }));
    expect(pathsOf(textsOf(project))).toEqual(['a.js', 'node_modules/@s/y/package.json', 'node_modules/x/package.json']);
    expect(reasonsOf(project)).toEqual(['.git: kept by git', 'node_modules: installed packages']);
  });

  it('reads packages whole that git keeps', async () => {
    const project = await readProject(folderOf({ ...installed, '.git/index': 'DIRC node_modules/x/index.js' }));
    expect(pathsOf(textsOf(project))).toEqual(Object.keys(installed).sort());
  });

  it.skipIf(process.getuid?.() === 0)('reads the rest when a file may not be read', async () => {
    const folder = folderOf({ 'a.js': 'a', 'b.js': 'b' });
    chmodSync(join(folder, 'a.js'), 0);
    expect(reasonsOf(await readProject(folder))).toEqual(['a.js: unreadable']);
  });

  it('knows which files may be started', async () => {
    const folder = folderOf({ 'a.sh': 'ls' });
    chmodSync(join(folder, 'a.sh'), 0o755);
    expect((await readProject(folder)).files[0]?.isExecutable).toBe(true);
  });

  it('reads the first two million bytes of a long text', async () => {
    const project = await readProject(folderOf({ 'a.js': new Uint8Array(3_000_000).fill(97) }));
    expect(project.files.map(({ size, bytes }) => [size, bytes?.length])).toEqual([[3_000_000, 2_000_000]]);
    expect(reasonsOf(project)).toEqual(['a.js: read in part']);
  });

  it('says that there is no such folder', async () => {
    await expect(readProject('/nowhere/at/all')).rejects.toThrow('there is no such folder or file');
  });
});
