import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reach } from '../../../utils/inspect/reach.ts';
import { runsOf, unreadSettings } from '../../../utils/inspect/runs/runs-of.ts';
import { traitsOf } from '../../../utils/inspect/runs/command-traits.ts';
import { json, projectOf, runsIn } from './project-of.ts';

/** Files whose names make some finder read them. */
const names = [
  '.vscode/tasks.json', '.vscode/settings.json', '.vscode/launch.json', 'a.code-workspace', '.devcontainer/devcontainer.json', '.idea/workspace.xml', '.zed/tasks.json', '.exrc', '.envrc', 'mise.toml', 'flake.nix',
  'package.json', 'pnpm-workspace.yaml', '.npmrc', '.yarnrc.yml', 'bunfig.toml', 'binding.gyp', '.git/config', '.git/hooks/pre-commit', 'lefthook.yml', '.pre-commit-config.yaml', 'Makefile', 'CMakeLists.txt',
  'pyproject.toml', 'tox.ini', 'a.pth', 'requirements.txt', 'Cargo.toml', '.cargo/config.toml', 'build.gradle', 'pom.xml', 'a.csproj', 'Gemfile', 'composer.json', 'a.xcodeproj/project.pbxproj', 'Dockerfile', 'compose.yml', 'README.md', 'Procfile', '.cursor/mcp.json',
];

/** Milliseconds of the processor that hostile input may take: a hundred times what it takes, so that a slow machine passes and a square does not. */
const bound = 5_000;
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
function timeOf(files: Record<string, string>): number {
  const project = projectOf(files);
  const begin = processorTime();
  reach(project, runsOf(project));
  return processorTime() - begin;
}

describe('hostile input', () => {
  it('of any text in any file never throws', () => {
    const text = fc.oneof(fc.string({ maxLength: 300, unit: 'binary' }), fc.json(), fc.json({ maxDepth: 4 }).map((value) => `{"scripts":${value},"tasks":[${value}],"services":${value},"hooks":${value}}`));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 6 }), (files) => {
      const project = projectOf(files);
      const runs = runsOf(project);
      reach(project, runs);
      expect(runs.every(({ command, line }) => command.length <= 200 && line >= 1)).toBe(true);
    }), { numRuns: 300 });
  });

  it('names each settings file that is broken, and reads the others', () => {
    const files = { 'mise.toml': '[hooks', 'compose.yml': 'a: [', 'package.json': '{ "scripts": { "postinstall": "node x.js" } ', '.envrc': 'sh x.sh' };
    expect(runsIn(files).map(({ by }) => by)).toEqual(['direnv', 'npm postinstall']);
    expect(unreadSettings(projectOf(files)).map(({ path }) => path).sort()).toEqual(['compose.yml', 'mise.toml', 'package.json']);
  });

  it('is named when aliases of YAML multiply', () => {
    const rows = [...'bcdefghi'].map((key, index) => `${key}: &${key} [${Array<string>(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`);
    const files = { 'compose.yml': `a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n${rows.join('\n')}\n` };
    expect(timeOf(files)).toBeLessThan(bound);
    expect(unreadSettings(projectOf(files))).toEqual([{ path: 'compose.yml', reason: 'unreadable' }]);
  });

  it.each<[string, Record<string, string>]>([
    ['brackets a million deep', { 'package.json': '['.repeat(1_000_000), '.vscode/tasks.json': '{"a":'.repeat(200_000) }],
    ['elements nested 40,000 deep', { 'pom.xml': '<plugin>'.repeat(40_000), '.idea/a.xml': '<configuration type="x" name="y">'.repeat(40_000), 'a.csproj': '<Target><Exec Command="x"/>'.repeat(20_000) }],
    ['spaces without end', { '.vscode/tasks.json': json({ tasks: [{ label: 'a', command: ' '.repeat(1_500_000), runOptions: { runOn: 'folderOpen' } }] }), Makefile: `a:\n\t${' '.repeat(1_000_000)}x\n`, Dockerfile: `RUN ${' '.repeat(500_000)}x` }],
    ['20,000 tasks that wait for each other', { '.vscode/tasks.json': json({ tasks: Array.from({ length: 20_000 }, (_, index) => ({ label: `t${index % 100}`, command: 'a', dependsOn: `t${(index + 1) % 100}`, runOptions: { runOn: 'folderOpen' } })) }) }],
    ['quotes and dots', { 'package.json': json({ scripts: { start: 'node a.js' } }), 'a.js': `${'"../'.repeat(200_000)}${"import('".repeat(50_000)}`, 'b.py': '' }],
    ['a command of a megabyte', { 'package.json': json({ scripts: { start: 'node a.js && '.repeat(70_000), install: '('.repeat(1_000_000) } }) }],
    ['keys of TOML without end', { 'mise.toml': `[tasks.${'a'.repeat(1_000_000)}]\nrun = "x"\n[hooks]\nenter = "sh x.sh"\n`, '.cargo/config.toml': `[target.${'b'.repeat(500_000)}]\nrunner = "./x"\n` }],
    ['patterns of stars', { 'package.json': json({ workspaces: ['a*'.repeat(200), '**/'.repeat(200)] }), [`${'a/'.repeat(60)}package.json`]: '{}' }],
  ])('of %s takes a bounded time', (_, files) => {
    expect(timeOf(files)).toBeLessThan(bound);
  });

  it('of 20,000 files in 2,000 folders takes a bounded time', () => {
    const files = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`d${index % 2_000}/${index % 3 === 0 ? 'package.json' : `f${index}.js`}`, index % 3 === 0 ? '{"scripts":{"start":"next dev","install":"node ."}}' : `require('./f${index + 2_000}'); readdirSync('d${index}'); import 'react'`]));
    expect(timeOf(files)).toBeLessThan(4 * bound);
  });

  it('in a command takes a bounded time to be looked through', () => {
    const begin = processorTime();
    for (const text of ['curl '.repeat(20_000), '| '.repeat(50_000), 'node '.repeat(20_000), 'node -a '.repeat(12_000), `openssl enc ${'x'.repeat(100_000)}`, `-enc ${'A'.repeat(100_000)}`]) traitsOf(text);
    expect(processorTime() - begin).toBeLessThan(bound);
  });
});
