import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, commandsOf, quoteWord, textsOf, type Plain } from '../plain.ts';

/** Zed, Sublime Text, Fleet, Helix and workspaces on the web: tasks and the programs their settings name. */
export const findOtherEditors: RunFinder = function* (folder) {
  yield* zed(folder);
  yield* localEditorCode(folder);
  for (const file of folder.paths.filter((path) => path.endsWith('.sublime-project'))) {
    const document = folder.json(file);
    for (const [index, system] of asList(asRecord(document?.value)['build_systems']).entries()) {
      const command = asText(asRecord(system)['shell_cmd']) ?? textsOf(asRecord(system)['cmd']).map(quoteWord).join(' ');
      if (command) yield { moment: 'build', file, line: document?.lineOf(['build_systems', index]) ?? 1, by: 'Sublime Text build system', command };
    }
  }
  for (const file of folder.named('.gitpod.yml', '.gitpod.yaml')) {
    const document = folder.yaml(file);
    for (const [index, task] of asList(asRecord(document?.value)['tasks']).entries()) {
      for (const key of ['before', 'init', 'command']) {
        const command = asText(asRecord(task)[key]);
        if (command) yield { moment: 'container', file, line: document?.lineOf(['tasks', index, key]) ?? 1, by: `Gitpod ${key}`, command };
      }
    }
  }
  for (const file of folder.named('.stackblitzrc', 'tasks.json', 'environment.json')) yield* webWorkspace(file, folder);
  for (const file of folder.named('.replit')) {
    const document = folder.toml(file);
    const { run, onBoot } = asRecord(document?.value);
    for (const [key, value] of Object.entries({ run, onBoot })) for (const command of commandsOf(value)) yield { moment: 'container', file, line: document?.lineOf([key]) ?? 1, by: `Replit ${key}`, command };
  }
};

function* zed(folder: Folder): Generator<FoundRun> {
  for (const file of folder.named('tasks.json', 'settings.json', 'debug.json').filter((path) => nameOf(parentOf(path)) === '.zed')) {
    const document = folder.json(file);
    const cwd = parentOf(parentOf(file));
    const run = (moment: FoundRun['moment'], by: string, one: Plain, path: readonly (string | number)[]): FoundRun =>
      ({ moment, file, line: document?.lineOf(path) ?? 1, by, cwd, command: [asText(one['command']) ?? asText(one['path']) ?? asText(one['program']), ...textsOf(one['args'] ?? one['arguments']).map(quoteWord)].filter(Boolean).join(' ') });
    const value = document?.value;
    const found = Array.isArray(value)
      ? value.map((one, index) => ({ ...run(asList(asRecord(one)['hooks']).length > 0 ? 'open' : 'start', 'Zed task', asRecord(one), [index]), hidden: asRecord(one)['hide'] === 'always' || asRecord(one)['reveal'] === 'never' }))
      : zedSettings(asRecord(value)).map(({ by, one, path }) => run('open', by, one, path));
    for (const one of found) if (one.command !== '') yield one;
  }
}

/** Language servers and terminals that Zed starts as the folder says. */
function zedSettings(value: Plain): { by: string; one: Plain; path: string[] }[] {
  const servers = Object.entries(asRecord(value['lsp'])).map(([name, server]) => ({ by: 'Zed language server', one: asRecord(asRecord(server)['binary']), path: ['lsp', name] }));
  const shell = asRecord(asRecord(asRecord(value['terminal'])['shell'])['with_arguments']);
  const context = Object.entries(asRecord(value['context_servers'])).map(([name, server]) => ({ by: 'Zed tool server', one: { ...asRecord(server), ...asRecord(asRecord(server)['command']) }, path: ['context_servers', name] }));
  return [...servers, { by: 'Zed terminal', one: { command: shell['program'], args: shell['args'] }, path: ['terminal'] }, ...context];
}

/** Files that an editor of the terminal runs when a file beside them is opened, if the person allows it once. */
const localFiles: Readonly<Record<string, string>> = {
  '.exrc': 'Vim local file', '.vimrc': 'Vim local file', '_vimrc': 'Vim local file', '.gvimrc': 'Vim local file', '.nvimrc': 'Neovim local file', '.nvim.lua': 'Neovim local file',
  '.lvimrc': 'Vim local file', '.lazy.lua': 'Neovim local file', '.local.vim': 'Vim local file', '.vimspector.json': 'Vim debugger',
};

function* localEditorCode(folder: Folder): Generator<FoundRun> {
  for (const [name, by] of Object.entries(localFiles)) {
    for (const file of folder.named(name)) {
      const lines = (folder.text(file) ?? '').split('\n');
      const at = lines.findIndex((line) => /(?:^|\b)(?:!|system|silent!?\s*!|os\.execute|io\.popen|vim\.fn|jobstart|uv\.spawn|vim\.system|autocmd|luafile|source|py3?|python3?|libcall|termopen)\b|^\s*:?(?:silent!?\s*)?!/.test(line));
      yield { moment: 'open', file, line: at + 1 || 1, by, command: lines[Math.max(at, 0)] ?? '', targets: [file], ...(at === -1 && { ordinary: true }) };
    }
  }
  for (const file of folder.named('.dir-locals.el', '.dir-locals-2.el', '.projectile.el')) {
    const lines = (folder.text(file) ?? '').split('\n');
    const at = lines.findIndex((line) => /\beval\b|compile-command|-command\b|-program\b|shell-file-name/.test(line));
    if (at !== -1) yield { moment: 'open', file, line: at + 1, by: 'Emacs local variables', command: lines[at] ?? '', targets: [file] };
  }
  for (const file of folder.named('languages.toml').filter((path) => nameOf(parentOf(path)) === '.helix')) {
    const document = folder.toml(file);
    for (const [name, server] of Object.entries(asRecord(asRecord(document?.value)['language-server']))) {
      const command = [asText(asRecord(server)['command']), ...textsOf(asRecord(server)['args']).map(quoteWord)].filter(Boolean).join(' ');
      if (command) yield { moment: 'open', file, line: document?.lineOf(['language-server', name]) ?? 1, by: 'Helix language server', command, cwd: parentOf(parentOf(file)) };
    }
  }
}

function* webWorkspace(file: string, folder: Folder): Generator<FoundRun> {
  const where = nameOf(parentOf(file));
  if (nameOf(file) !== '.stackblitzrc' && where !== '.codesandbox' && !(where === '.cursor' && nameOf(file) === 'environment.json')) return;
  const document = folder.json(file);
  const value = asRecord(document?.value);
  const cwd = nameOf(file) === '.stackblitzrc' ? parentOf(file) : parentOf(parentOf(file));
  const single = ['startCommand', 'install', 'start'].map((key) => ({ key, command: asText(value[key]) }));
  const many = ['setupTasks', 'tasks', 'terminals'].flatMap((key) => Object.values(asRecord(value[key]) === value[key] ? asRecord(value[key]) : asList(value[key])).map((one) => ({ key, command: asText(one) ?? asText(asRecord(one)['command']) })));
  for (const { key, command } of [...single, ...many]) if (command) yield { moment: 'container', file, line: document?.lineOf([key]) ?? 1, by: 'workspace on the web', command, cwd };
}
