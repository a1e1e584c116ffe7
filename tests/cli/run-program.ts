import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

/** Arguments of Node that start the program as people start it, from its sources. */
export const fromSources = ['--import', 'tsx', 'utils/cli/main.ts'];

/**
 * Longest time a test of the program may take, in milliseconds: it starts in one second, in several on a busy
 * machine.
 */
export const programPatience = 60_000;

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs the program as people do, without the terminal; translated beforehand, unless told to start it from its sources. */
export function runProgram(args: readonly string[], stdin: string | Uint8Array = '', start: readonly string[] = [inject('program')]): Promise<Ended> {
  const child = spawn(process.execPath, [...start, ...args]);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  child.stdin.on('error', () => {}); // it may have ended before it read all
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...said, code }));
  });
}

/** Results with `--json`, parsed. */
export const objectsIn = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A folder with these files that is gone after the test. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
