import { describe, expect, it } from 'vitest';
import { partsElsewhere } from '../../utils/inspect/parts-elsewhere.ts';

const saidOf = (texts: Readonly<Record<string, string>>) => partsElsewhere({
  name: 'shop', skipped: [],
  files: Object.entries(texts).map(([path, text]) => ({ path, size: text.length, bytes: new TextEncoder().encode(text) })),
}).map(({ path, reason }) => `${path}: ${reason}`);

describe('parts elsewhere', () => {
  it('names a submodule that is not here, and none that is', () => {
    const modules = '[submodule "engine"]\n\tpath = lib/engine\n\turl = https://code.example/engine\n[submodule "ui"]\n\tpath = lib/ui/\n';
    expect(saidOf({ '.gitmodules': modules, 'lib/ui/index.js': '' })).toEqual(['lib/engine: another repository']);
  });

  it('names a pointer of git LFS', () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n';
    expect(saidOf({ 'assets/fonts.woff2': pointer, 'notes.txt': 'version 2 of the shop\n' })).toEqual(['assets/fonts.woff2: kept elsewhere']);
  });

  it('names what is left out of archives, and nothing that is here', () => {
    const attributes = '# of ours\n.vscode export-ignore\n/tools/** text export-ignore\n*.md export-ignore\ndocs/*.txt -export-ignore\n';
    expect(saidOf({ '.gitattributes': attributes, 'app/README.md': '', 'index.js': '' })).toEqual(['**/.vscode: left out of archives', 'tools: left out of archives']);
    expect(saidOf({ '.gitattributes': attributes, '.vscode/tasks.json': '{}', 'tools/a/b.sh': '', 'README.md': '' })).toEqual([]);
  });

  it('reads the attributes of a folder from there', () => {
    expect(saidOf({ 'app/.gitattributes': '/hooks export-ignore\n', 'hooks/pre-push': '' })).toEqual(['app/hooks: left out of archives']);
  });

  it('names a hundred of very many submodules, and counts the others', () => {
    const modules = Array.from({ length: 100_000 }, (_, i) => `[submodule "${i}"]\n\tpath = lib/${i}\n`).join('');
    const bytes = new TextEncoder().encode(modules);
    const parts = partsElsewhere({ name: 'shop', skipped: [], files: [{ path: '.gitmodules', size: bytes.length, bytes }] });
    expect([parts.length, parts.at(-1)?.more]).toEqual([100, 99_900]);
  });

  it('comes to an end with patterns made to hold it up, and then says nothing of them', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${'a'.repeat(1_000)}${i}`, '']));
    const slow = Array.from({ length: 100 }, (_, i) => `${'a*'.repeat(60)}${'a'.repeat(400)}b${i} export-ignore\n`).join('');
    expect(saidOf({ '.gitattributes': `gone.txt export-ignore\n${slow}`, ...many }).length).toBeLessThan(100);
  });
});
