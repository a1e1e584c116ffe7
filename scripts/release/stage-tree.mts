import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const git = (root: string, ...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 });

export const changedFiles = (root: string): string[] => git(root, 'status', '--porcelain').split('\n').filter(Boolean);

/** Files that git keeps or would keep, without a link to packages that lie elsewhere; those of a clean tree being exactly the committed ones. */
export const keptFiles = (root: string): string[] =>
  git(root, 'ls-files', '-co', '--exclude-standard', '-z').split('\0').filter((path) => path && path !== 'node_modules' && existsSync(join(root, path)));

/**
 * A copy of the tree to build in: what git does not keep cannot get into a package, and a release that fails has changed nothing.
 * The packages of npm are those of the tree.
 */
export function stageTree(root: string, paths: readonly string[]): string {
  const stage = mkdtempSync(join(tmpdir(), 'bonafide-release-'));
  for (const path of paths) {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    cpSync(join(root, path), join(stage, path));
  }
  symlinkSync(resolve(root, 'node_modules'), join(stage, 'node_modules'), 'junction');
  return stage;
}
