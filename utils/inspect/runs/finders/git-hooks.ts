import type { Sighting } from '../../sighting.ts';
import { nameOf, parentOf, resolvePath, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { traitsOf, type CommandTrait } from '../command-traits.ts';
import { oneLine } from '../../snippet.ts';
import { asList, asRecord, commandsOf, textsOf } from '../plain.ts';

/** Hooks that git runs (git-scm.com/docs/githooks). Samples end in .sample and do nothing. */
const hookName = /^(?:applypatch-msg|pre-applypatch|post-applypatch|pre-commit|pre-merge-commit|prepare-commit-msg|commit-msg|post-commit|pre-rebase|post-checkout|post-merge|pre-push|pre-receive|update|proc-receive|post-receive|post-update|reference-transaction|push-to-checkout|pre-auto-gc|post-rewrite|sendemail-validate|fsmonitor-watchman|post-index-change|p4-\w+)$/;

/** Hooks and settings of git that lie in the archive itself, and hooks that tools install: husky, lefthook, pre-commit. */
export const findGitHooks: RunFinder = function* (folder) {
  for (const file of folder.paths) {
    if (!hookName.test(nameOf(file))) continue;
    const where = parentOf(file);
    if (/(?:^|\/)(?:\.git|\.git\/modules\/.+)\/hooks$/.test(where)) {
      const run = scriptRun(file, `git ${nameOf(file)} hook`, folder);
      yield hookSighting(run, folder);
      yield run;
    } else if (/(?:^|\/)\.husky$/.test(where)) yield* lines(file, `husky ${nameOf(file)}`, folder);
    else if (/(?:^|\/)\.?(?:git-?)?hooks$/.test(where)) yield scriptRun(file, `${nameOf(where)}/${nameOf(file)}, if git is pointed at it`, folder);
  }
  for (const file of folder.paths.filter((path) => /(?:^|\/)\.git\/(?:config|config\.worktree|modules\/.+\/config)$|(?:^|\/)\.gitconfig$/.test(path))) yield* gitSettings(file, folder);
  for (const file of folder.named('lefthook.yml', 'lefthook.yaml', '.lefthook.yml', 'lefthook-local.yml')) yield* lefthook(file, folder);
  for (const file of folder.named('.pre-commit-config.yaml', '.pre-commit-config.yml')) yield* preCommit(file, folder);
};

/** A hook may be anything; git runs what its moment is. After a checkout or a merge is as soon as a branch is changed. */
function scriptRun(file: string, by: string, folder: Folder): FoundRun {
  const text = folder.text(file) ?? '';
  const body = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() })).filter((one) => one.text !== '' && !one.text.startsWith('#'));
  return { moment: 'commit', file, line: body[0]?.line ?? 1, by, command: body.map((one) => one.text).join('; ').slice(0, 20_000), targets: [file], cwd: '' };
}

/** What in a hook a check of one's own work never needs: the network, code in the command, a decoder, the background, files kept with git's own. */
const apart: ReadonlySet<CommandTrait> = new Set(['fetches', 'pipes-into-shell', 'inline-code', 'encoded', 'detached', 'disguised-target', 'changes-loading']);
const besideGit = /\.git\/(?:objects|info|refs|logs|branches|rr-cache|lfs)\/[\w.-]/;

/** A clone has hooks of the person's own and of tools: that there is one says nothing, only what it does. */
function hookSighting({ file, line, command }: FoundRun, folder: Folder): Sighting {
  const traits = traitsOf(command).filter((trait) => apart.has(trait));
  return {
    kind: 'hook-file', file, line, snippet: oneLine(folder.line(file, line)),
    detail: {
      by: nameOf(file), how: traits.length > 0 || besideGit.test(command) ? 'does more than check' : 'checks',
      ...(traits.includes('fetches') && { fetches: true }), ...(traits.includes('encoded') && { isEncoded: true }),
      ...(traits.includes('detached') && { isDetached: true }), ...(traits.includes('fetches') && traits.includes('pipes-into-shell') && { runsFetched: true }),
    },
  };
}

function* lines(file: string, by: string, folder: Folder): Generator<FoundRun> {
  const cwd = parentOf(parentOf(file));
  for (const [index, text] of (folder.text(file) ?? '').split('\n').entries()) {
    const command = text.trim();
    if (command !== '' && !command.startsWith('#') && !/^\. .*husky\.sh"?$/.test(command)) yield { moment: 'commit', file, line: index + 1, by, command, cwd };
  }
}

const settings = /^(?:core\.(?:fsmonitor|sshcommand|editor|pager|askpass|gitproxy|alternaterefscommand)|sequence\.editor|diff\.external|credential(?:\..+)?\.helper|(?:filter|diff|merge)\..+\.(?:clean|smudge|process|textconv|command|driver)|(?:difftool|mergetool|browser|man)\..+\.(?:cmd|path)|gpg(?:\..+)?\.program|uploadpack\.packobjectshook|pager\..+|alias\..+|remote\..+\.(?:uploadpack|receivepack|vcs)|submodule\..+\.update|protocol\.ext\.allow|interactive\.difffilter|sendemail\..+cmd)$/i;

function* gitSettings(file: string, folder: Folder): Generator<FoundRun | Sighting> {
  let section = '';
  const cwd = parentOf(parentOf(file));
  for (const [index, text] of (folder.text(file) ?? '').split('\n').entries()) {
    const header = /^\s*\[\s*([\w.-]+)(?:\s+"([^"\n]*)")?\s*\](.*)$/.exec(text);
    if (header) section = header[2] === undefined ? header[1] ?? '' : `${header[1]}.${header[2]}`;
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.*)$/.exec(header ? header[3] ?? '' : text) ?? [];
    const key = `${section}.${name}`;
    const line = index + 1;
    if (/^core\.hookspath$/i.test(key)) yield* movedHooks(value, { file, line, text }, folder);
    if (!settings.test(key) || /^(?:true|false|0|1|checkout|merge|rebase|none|cache|store|manager|osxkeychain)?$/i.test(value)) continue;
    if (/^alias\./i.test(key) && !value.replace(/^"/, '').startsWith('!')) continue;
    const isLfs = /^git-lfs (?:clean|smudge|filter-process)/.test(value);
    const moment = /^core\.fsmonitor|^core\.sshcommand/i.test(key) ? 'open' : 'commit';
    yield { moment, file, line, by: `git setting ${key}`, command: value.replace(/^"?!/, '').replace(/\\"/g, '"'), cwd, ...(isLfs && { ordinary: true }) };
  }
}

/** Hooks that git is told to take from somewhere else: every file of that folder with a hook's name. */
function* movedHooks(value: string, { file, line, text }: { file: string; line: number; text: string }, folder: Folder): Generator<FoundRun | Sighting> {
  const path = value.replace(/^"|"$/g, '').trim();
  yield { kind: 'hooks-path', file, line, snippet: oneLine(text), detail: { target: path } };
  const where = resolvePath(parentOf(parentOf(file)), path);
  const isTool = /^\.husky(?:\/_)?$/.test(path);
  for (const hook of where === undefined || isTool ? [] : folder.inside(where).filter((one) => hookName.test(nameOf(one)))) yield scriptRun(hook, `git ${nameOf(hook)} hook`, folder);
}

function* lefthook(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.yaml(file);
  for (const [hook, value] of Object.entries(asRecord(document?.value))) {
    for (const [group, one] of ['commands', 'scripts', 'jobs'].flatMap((key) => Object.entries(asRecord(value)[key] ?? {}).map(([name, job]): [string[], unknown] => [[hook, key, name], job]))) {
      for (const command of textsOf(asRecord(one)['run'])) yield { moment: 'commit', file, line: document?.lineOf(group) ?? 1, by: `lefthook ${hook}`, command };
      const script = group[1] === 'scripts' ? `.lefthook/${hook}/${group[2]}` : undefined;
      if (script !== undefined && folder.has(script)) yield { moment: 'commit', file, line: document?.lineOf(group) ?? 1, by: `lefthook ${hook}`, command: script, targets: [script] };
    }
  }
}

/** Hooks of the project's own; those from a repository elsewhere are named by its address and are the usual case. */
function* preCommit(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.yaml(file);
  for (const [at, repository] of asList(asRecord(document?.value)['repos']).entries()) {
    const { repo, hooks } = asRecord(repository);
    for (const [index, hook] of asList(hooks).entries()) {
      const line = document?.lineOf(['repos', at, 'hooks', index]) ?? 1;
      const { entry, id, args } = asRecord(hook);
      const isLocal = repo === 'local';
      const command = isLocal ? [...commandsOf(entry), ...textsOf(args)].join(' ') : `${String(repo)} ${String(id)}`;
      yield { moment: 'commit', file, line, by: 'pre-commit', command, ...(!isLocal && { only: true, ordinary: true }) };
    }
  }
}
