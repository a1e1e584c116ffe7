import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { makeFolder, objectsIn, programPatience, runProgram } from './run-program.ts';

const mail = (subject: string) => `From: dana@orchard.example\nSubject: ${subject}\n\nGood morning\n`;
const postmark = 'From dana@orchard.example Sat Nov 21 10:00:00 2026\n';
const contract = ['id', 'level', 'score', 'findings', 'unknown'];

describe('judge', { timeout: programPatience }, () => {
  it('judges every kind of file in the order of the input', async () => {
    const folder = makeFolder({
      'a.eml': mail('one'),
      'b.mbox': `${postmark}${mail('two')}\n${postmark}${mail('three')}`,
      'c.TXT': 'Good morning',
      'd.jsonl': '{"surface":"text"}\n\n{"id":7,"surface":"gmail"}\n',
    });
    const paths = ['a.eml', 'b.mbox', 'c.TXT', 'd.jsonl'].map((name) => join(folder, name));
    const { stdout, stderr, code } = await runProgram(
      ['judge', '--json', ...paths, '-'],
      '{"id":"s","surface":"text"}',
    );
    const results = objectsIn(stdout);
    expect(results.map(({ id }) => String(id).replace(folder, ''))).toEqual([
      '/a.eml',
      '/b.mbox#1',
      '/b.mbox#2',
      '/c.TXT',
      '/d.jsonl:1',
      '7',
      's',
    ]);
    expect(results.map((result) => Object.keys(result))).toEqual(results.map(() => contract));
    expect([stderr, code]).toEqual(['', 0]);
  });

  it('reads mails of a Maildir, whose names have no ending', async () => {
    const folder = makeFolder({});
    const names = ['new/1795300000.M1P2.orchard', 'cur/1795300000.M3P4.orchard:2,S'].map((name) => join(folder, name));
    for (const name of names) {
      mkdirSync(dirname(name));
      writeFileSync(name, mail('one'));
    }
    const { stdout, code } = await runProgram(['judge', '--json', ...names]);
    expect(objectsIn(stdout).map(({ id, level }) => [id, level])).toEqual(names.map((name) => [name, 'none']));
    expect(code).toBe(0);
  });

  it('does the rest when inputs cannot be read', async () => {
    const folder = makeFolder({ 'page.html': 'x', 'a.txt': 'Good morning' });
    const paths = [join(folder, 'none.eml'), folder, join(folder, 'page.html'), join(folder, 'a.txt')];
    const { stdout, stderr, code } = await runProgram(['judge', '--json', ...paths]);
    const results = objectsIn(stdout);
    expect(results.map(({ id }) => id)).toEqual(paths);
    expect(results.map((result) => 'error' in result)).toEqual([true, true, true, false]);
    expect(stderr.trim().split('\n')).toEqual([
      `${paths[0]}: there is no such file`,
      `${paths[1]}: is a folder: name the files in it`,
      `${paths[2]}: is of no known kind: name a .eml, .mbox, .txt, .jsonl file`,
    ]);
    expect(code).toBe(2);
  });

  it('names what is wrong with a line and goes on', async () => {
    const lines = [
      '{"id":"a","surface":"text","links":[{"url":"https://x.example","foo":1}]}',
      '{broken',
      '{"surface":"text"}',
    ];
    const { stdout, stderr, code } = await runProgram(['judge', '--json', '-'], lines.join('\n'));
    const results = objectsIn(stdout);
    expect(results[0]).toEqual({ id: 'a', error: 'links.0.foo: unknown field' });
    expect(results[1]).toMatchObject({ id: '-:2', error: expect.stringContaining('is no JSON') });
    expect(results[2]).toMatchObject({ id: '-:3', level: 'none' });
    expect(stderr).toContain('-:1: links.0.foo: unknown field');
    expect(code).toBe(2);
  });

  it('speaks to people without --json', async () => {
    const { stdout } = await runProgram(['judge', '-'], '{"id":"mine","surface":"text"}');
    expect(stdout).toMatch(/^mine: none \(0\), no known signal was seen\n/);
  });

  it('answers a wrong option with a sentence', async () => {
    const { stdout, stderr, code } = await runProgram(['judge', '--jsno', '-']);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toMatch(/^Unknown option '--jsno'/);
  });

  it('ends quietly when its reader leaves', async () => {
    const { spawn } = await import('node:child_process');
    const lines = '{"surface":"text","message":{"text":"Good morning"}}\n'.repeat(20_000);
    const child = spawn(process.execPath, [inject('program'), 'judge', '--json', '-']);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => {});
    child.stdin.end(lines);
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([stderr, code]).toEqual(['', 0]);
  });
});
