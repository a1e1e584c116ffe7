import type { Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asRecord, commandsOf, textsOf } from '../plain.ts';

/** What a shell runs on entering the folder: direnv, mise, Nix. The person allows each once. */
export const findShellEnvironment: RunFinder = function* (folder) {
  for (const file of folder.named('.envrc')) yield* scriptLines(file, 'direnv', folder);
  for (const file of folder.named('mise.toml', '.mise.toml', 'mise.local.toml', '.mise.local.toml', '.rtx.toml', 'config.toml').filter((path) => !path.endsWith('config.toml') || /(?:^|\/)\.?mise\//.test(path))) {
    yield* mise(file, folder);
  }
  for (const file of folder.named('flake.nix', 'shell.nix', 'default.nix', 'devenv.nix', 'dev.nix')) yield* nixHooks(file, folder);
};

/** Words of direnv's own that only set up an environment (direnv.net/man/direnv-stdlib.1.html). */
const isSetup = /^(?:use|layout|dotenv|dotenv_if_exists|export|PATH_add|path_add|watch_file|watch_dir|source_up|source_up_if_exists|source_env|source_env_if_exists|env_vars_required|log_status|strict_env|if|fi|then|else|has|unset|MANPATH_add|direnv_version|local|set|\[|\}|echo|[A-Z_]+=)/;

function* scriptLines(file: string, by: string, folder: Folder): Generator<FoundRun> {
  const lines = (folder.text(file) ?? '').split('\n');
  const active = lines.map((text, index) => ({ text: text.trim(), line: index + 1 })).filter(({ text }) => text !== '' && !text.startsWith('#'));
  // One run for the whole script: what it starts and shows counts together, and the line is that of the first unusual command.
  const shown = active.find(({ text }) => !isSetup.test(text) || /\$\(|`|\|/.test(text));
  const first = shown ?? active[0];
  if (first) yield { moment: 'open', file, line: first.line, by, command: first.text, targets: [file], ...(shown === undefined && { ordinary: true }) };
  for (const { text, line } of active) if (shown && line !== shown.line && (!isSetup.test(text) || /\$\(|`|\|/.test(text))) yield { moment: 'open', file, line, by, command: text };
}

function* mise(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.toml(file);
  const value = asRecord(document?.value);
  const run = (moment: FoundRun['moment'], by: string, command: string, path: readonly string[]): FoundRun => ({ moment, file, line: document?.lineOf(path) ?? 1, by, command });
  for (const [event, hook] of Object.entries(asRecord(value['hooks']))) {
    const moment = /install/.test(event) ? 'install' : 'open';
    for (const command of [...commandsOf(hook), ...textsOf(asRecord(hook)['script']), ...textsOf(asRecord(hook)['run'])]) yield run(moment, `mise ${event} hook`, command, ['hooks', event]);
  }
  for (const key of ['source', 'file']) for (const path of textsOf(asRecord(asRecord(value['env'])['_'])[key])) yield run('open', `mise ${key}`, path, ['env', '_']);
  for (const [name, task] of Object.entries(asRecord(value['tasks']))) {
    for (const command of textsOf(typeof task === 'string' ? task : asRecord(task)['run'])) yield run(/test/.test(name) ? 'test' : /build/.test(name) ? 'build' : 'start', `mise task ${name}`, command, ['tasks', name]);
  }
  // mise evaluates templates of a trusted file when the folder is entered.
  const text = folder.text(file) ?? '';
  const template = /\{\{[^}\n]*exec\([^}\n]*\}\}/.exec(text);
  if (template) yield run('open', 'mise template', template[0], []);
}

/** Longest hook that is shown; a person would have put more into a file. */
const hookLimit = 4_000;

function* nixHooks(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  for (const match of text.matchAll(/\b(shellHook|enterShell|postShellHook|onCreate|onStart|enterTest)\s*=\s*(?:''|"|\{)/g)) {
    const start = match.index + match[0].length;
    const closing = match[0].endsWith("''") ? "''" : match[0].endsWith('"') ? '"' : '}';
    const end = text.indexOf(closing, start);
    const command = text.slice(start, Math.min(end === -1 ? text.length : end, start + hookLimit)).trim();
    const line = folder.lineOf(file, start - 1);
    if (command !== '') yield { moment: 'open', file, line, by: `Nix ${match[1]}`, command };
  }
}
