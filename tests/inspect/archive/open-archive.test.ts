import { describe, expect, it } from 'vitest';
import { bytesOf, changed, directoryEntries, localHeaders, offsetsOf, open, reasonsOf, tarGzOf, tarOf, textsOf, zipOf } from './archives.ts';
import { gzipSync } from 'fflate';
import { packTar } from 'modern-tar';

const project = { 'task/package.json': '{"name":"task"}', 'task/src/index.js': 'run();\n' };
const inside = { 'package.json': '{"name":"task"}', 'src/index.js': 'run();\n' };

describe('openArchive', () => {
  it.each([
    ['task.zip', async () => zipOf(project)],
    ['task.zip', async () => zipOf(project, { level: 0 })],
    ['task.tar', () => tarOf(project)],
    ['task.tar.gz', () => tarGzOf(project)],
    ['named-wrongly.txt', () => tarGzOf(project)],
  ])('reads %s without its top folder', async (name, make) => {
    const opened = await open(name, await make());
    expect(textsOf(opened)).toEqual(inside);
    expect(opened.skipped).toEqual([]);
  });

  it('keeps a folder of settings that is all there is', async () => {
    expect(Object.keys(textsOf(await open('a.zip', zipOf({ '.vscode/tasks.json': '{}' }))))).toEqual(['.vscode/tasks.json']);
  });

  it('reads a single file packed with gzip under its own name', async () => {
    expect(textsOf(await open('setup.py.gz', gzipSync(bytesOf('import os\n'))))).toEqual({ 'setup.py': 'import os\n' });
  });

  it('knows which files may be started', async () => {
    const tar = await packTar([{ header: { name: 'run.sh', size: 2, mode: 0o755 }, body: 'ls' }]);
    expect((await open('a.tar', tar)).files[0]?.isExecutable).toBe(true);
    expect((await open('a.zip', zipOf({ 'run.sh': ['ls', { os: 3, attrs: 0o100755 << 16 }] }))).files[0]?.isExecutable).toBe(true);
  });

  const bytesOfHex = (hex: string) => Uint8Array.from(Buffer.from(hex.padEnd(80, '0'), 'hex'));

  it.each([
    ['a.7z', '377abcaf271c', /\.7z archive, which is not read here/, 'unread kind'], ['a.rar', '526172211a0700', /\.rar/, 'unread kind'],
    ['a.tar.xz', 'fd377a585a00', /xz -dk/, 'unread kind'], ['a.tar.zst', '28b52ffd00', /zstd -dk/, 'unread kind'], ['a.bz2', '425a6839', /bzip2/, 'unread kind'],
    ['a.exe', '4d5a9000', /is a program/, 'no project'],
  ])('says of %s that nothing inside was looked at', async (name, hex, sentence, reason) => {
    const { files, skipped, refusal } = await open(name, bytesOfHex(hex));
    expect([files, skipped]).toEqual([[], [{ path: name, reason }]]);
    expect(refusal).toMatch(sentence);
  });

  it.each([['a.zip', '00', /is damaged: no file/], ['a.txt', '68656c6c6f', /is no archive/]])('refuses %s with a sentence', async (name, hex, sentence) => {
    await expect(open(name, bytesOfHex(hex))).rejects.toThrow(sentence);
  });

  it('says that an empty file is empty', async () => {
    await expect(open('a.zip', new Uint8Array(0))).rejects.toThrow('is empty.');
  });
});

describe('names in an archive', () => {
  it.each([
    ['../../.bashrc', '.bashrc', 'outside the folder'], ['/etc/cron.d/x', 'etc/cron.d/x', 'outside the folder'], ['C:\\Users\\x.js', 'Users/x.js', 'outside the folder'],
    ['..\\up.js', 'up.js', 'outside the folder'], ['a\0.js', 'a␀.js', 'odd name'], [`${'d/'.repeat(80)}x.js`, 'd/'.repeat(64).slice(0, -1), 'path too long'],
  ])('looks at %j as if it lay inside, and says so', async (name, path, reason) => {
    const opened = await open('a.zip', zipOf({ [name]: 'x();', 'b.js': 'y();' }));
    expect(textsOf(opened)).toEqual({ [path]: 'x();', 'b.js': 'y();' });
    expect(reasonsOf(opened)).toEqual([`${path}: ${reason}`]);
  });

  it('reads an entry whose name is no UTF-8 though it says so', async () => {
    const zip = changed(zipOf({ 'né.js': 'x();' }), (_, bytes) => {
      for (const at of [localHeaders(bytes)[0]! + 30, directoryEntries(bytes)[0]! + 46]) bytes[at + 1] = 0xff;
    });
    const opened = await open('a.zip', zip);
    expect(Object.values(textsOf(opened))).toEqual(['x();']);
    expect(opened.skipped.map(({ reason }) => reason)).toEqual(['odd name']);
  });

  it('reads both of two entries with one name', async () => {
    const tar = await packTar([{ header: { name: 'a.js', size: 1 }, body: '1' }, { header: { name: 'a.js', size: 1 }, body: '2' }, { header: { name: 'A.js', size: 1 }, body: '3' }]);
    const opened = await open('a.tar', tar);
    expect(opened.files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['1', '2', '3']);
    expect(reasonsOf(opened)).toEqual(['a.js: same name', 'A.js: same name but for case']);
  });

  it('does not follow links', async () => {
    const tar = await packTar([
      { header: { name: 'a/in', size: 0, type: 'symlink', linkname: '../b.js' } }, { header: { name: 'a/out', size: 0, type: 'symlink', linkname: '../../etc/passwd' } },
      { header: { name: 'hard', size: 0, type: 'link', linkname: '/etc/passwd' } },
    ]);
    expect(reasonsOf(await open('a.tar', tar))).toEqual(['a/in: link', 'a/out: outside the folder', 'hard: outside the folder']);
    const zip = await open('a.zip', zipOf({ 'a/l': ['../../secret', { os: 3, attrs: 0o120777 << 16 }] }));
    expect(zip.files).toEqual([{ path: 'l', size: 0, linksTo: '../../secret' }]);
    expect(reasonsOf(zip)).toEqual(['l: outside the folder']);
  });
});

describe('an archive that is locked or broken', () => {
  const zip = zipOf({ 'a.js': 'one();', 'b.js': 'two();' }, { level: 0 });

  it('names what is password-protected, and reads the rest', async () => {
    const locked = changed(zip, (view, bytes) => view.setUint16(directoryEntries(bytes)[0]! + 8, 1, true));
    const opened = await open('a.zip', locked);
    expect(textsOf(opened)).toEqual({ 'a.js': undefined, 'b.js': 'two();' });
    expect(reasonsOf(opened)).toEqual(['a.js: encrypted']);
  });

  it('keeps what an entry with a wrong sum holds, and says so', async () => {
    const opened = await open('a.zip', changed(zip, (_, bytes) => { bytes[localHeaders(bytes)[0]! + 34] = 0x58; }));
    expect(textsOf(opened)).toEqual({ 'a.js': 'Xne();', 'b.js': 'two();' });
    expect(reasonsOf(opened)).toEqual(['a.js: damaged']);
  });

  it('reads the entries of a zip archive whose directory is cut off', async () => {
    const opened = await open('a.zip', zip.slice(0, directoryEntries(zip)[0]! + 10));
    expect(textsOf(opened)).toEqual({ 'a.js': 'one();', 'b.js': 'two();' });
    expect(reasonsOf(opened)).toEqual(['a.zip: cut off']);
  });

  it('reads what came before the cut in a tar.gz', async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => String.fromCharCode(33 + ((i * i * 7919) % 90))).join('');
    const whole = await tarGzOf({ 'a.js': 'one();', 'b.js': noise, 'c.js': noise });
    const opened = await open('a.tar.gz', whole.slice(0, whole.length - 400));
    expect(textsOf(opened)['a.js']).toBe('one();');
    expect(opened.skipped.map(({ reason }) => reason)).toContain('cut off');
  });

  it('says that an entry is named differently in front of its bytes', async () => {
    const opened = await open('a.zip', changed(zip, (_, bytes) => { bytes[localHeaders(bytes)[0]! + 30] = 0x7a; }));
    expect(reasonsOf(opened)).toEqual(['a.js: two readings']);
    expect(textsOf(opened)['a.js']).toBe('one();');
  });

  it('reads entries that lie over each other, and says so', async () => {
    const opened = await open('a.zip', changed(zip, (view, bytes) => {
      const [first, second] = directoryEntries(bytes);
      view.setUint32(second! + 42, view.getUint32(first! + 42, true), true);
    }));
    expect(reasonsOf(opened)).toContain('b.js: two readings');
    expect(Object.keys(textsOf(opened))).toEqual(['a.js', 'b.js']);
  });

  it('says that bytes of no file stand in front of the entries', async () => {
    const opened = await open('a.zip', new Uint8Array(5_000).fill(65), zip);
    expect(textsOf(opened)).toEqual({ 'a.js': 'one();', 'b.js': 'two();' });
    expect(reasonsOf(opened)).toEqual(['a.js: hidden between']);
  });

  it('reads an entry that the directory leaves out, and says so', async () => {
    const [first, second] = directoryEntries(zip);
    const [end] = offsetsOf(zip, 5, 6);
    const shorter = changed(Uint8Array.from([...zip.slice(0, second), ...zip.slice(end)]), (view, bytes) => {
      const at = bytes.length - 22;
      for (const field of [8, 10]) view.setUint16(at + field, 1, true);
      view.setUint32(at + 12, second! - first!, true);
    });
    const opened = await open('a.zip', shorter);
    expect(textsOf(opened)).toEqual({ 'a.js': 'one();', 'b.js': 'two();' });
    expect(reasonsOf(opened)).toEqual(['b.js: two readings']);
  });

  it('finds no bytes of nobody around entries that were not read', async () => {
    const locked = changed(zipOf({ 'a.js': 'x'.repeat(9_000), 'b.js': 'two();' }, { level: 0 }), (view, bytes) => {
      for (const [offsets, field] of [[localHeaders(bytes), 6], [directoryEntries(bytes), 8]] as const) view.setUint16(offsets[0]! + field, 1, true);
    });
    expect(reasonsOf(await open('a.zip', locked))).toEqual(['a.js: encrypted']);
  });

  it('opens an archive inside the archive, and only names those inside that', async () => {
    const inner = zipOf({ 'x/c.js': 'three();', 'x/deep.zip': zip, '../up.js': 'four();' });
    const opened = await open('a.zip', zipOf({ 'p/inner.zip': inner, 'p/x.js': '', 'p/old.rar': Uint8Array.from(Buffer.from('526172211a0700', 'hex')) }));
    expect(textsOf(opened)).toMatchObject({ 'inner.zip/x/c.js': 'three();', 'inner.zip/up.js': 'four();', 'x.js': '' });
    expect(reasonsOf(opened)).toEqual(['inner.zip/x/deep.zip: nested archive', 'old.rar: nested archive', 'inner.zip/up.js: outside the folder']);
  });

  it('reads the rest when the archive inside is broken', async () => {
    const opened = await open('a.zip', zipOf({ 'p/inner.tar.gz': Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'p/x.js': 'x' }));
    expect(textsOf(opened)).toMatchObject({ 'x.js': 'x' });
    expect(reasonsOf(opened)).toEqual(['inner.tar.gz: nested archive']);
  });
});
