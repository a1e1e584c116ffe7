import { fileNamed } from '../named-file.ts';
import { traitsOf } from '../command-traits.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { oneLine } from '../../snippet.ts';
import type { Folder } from '../folder.ts';
import type { Kind, Sighting } from '../../sighting.ts';
import { asRecord, asText, textsOf } from '../plain.ts';
import { editorFiles, type EditorFile } from './vscode-folders.ts';

/**
 * Settings of a folder that start programs: a path of a program (git.path, eslint.nodePath, python.defaultInterpreterPath and those of
 * any extension), a terminal's profile, commands on save, variables that every terminal gets. A path counts only if it names a file of
 * the project: `.venv/bin/python` and the TypeScript of node_modules are the usual case.
 */
export const findEditorSettings: RunFinder = function* (folder) {
  for (const from of editorFiles('settings', folder)) {
    yield* loosenedTrust(from, folder);
    for (const [key, value] of Object.entries(from.value)) yield* runsOfSetting(key, value, from, folder);
  }
};

const loosening: Readonly<Record<string, readonly [Kind, readonly unknown[]]>> = {
  'task.allowAutomaticTasks': ['automatic-tasks-allowed', ['on', true]],
  'security.workspace.trust.enabled': ['trust-prompts-off', [false]],
  'security.workspace.trust.startupPrompt': ['trust-prompts-off', ['never']],
  'security.workspace.trust.banner': ['trust-prompts-off', ['never']],
  'security.workspace.trust.untrustedFiles': ['trust-prompts-off', ['open']],
  'security.workspace.trust.emptyWindow': ['trust-prompts-off', [true]],
  'git.untrustedRepositories': ['trust-prompts-off', ['open']],
  'chat.tools.autoApprove': ['trust-prompts-off', [true]],
  'chat.tools.global.autoApprove': ['trust-prompts-off', [true]],
};

function* loosenedTrust({ value, file, document, top }: EditorFile, folder: Folder): Generator<Sighting> {
  for (const [key, [kind, values]] of Object.entries(loosening)) {
    if (!values.includes(value[key])) continue;
    const line = document.lineOf([...top, key]);
    yield { kind, file, line, snippet: oneLine(folder.line(file, line)), detail: { by: key } };
  }
}

const namesProgram = /(?:path|paths|executable|command|commandline|interpreter|binary|bin|runtime|server|tsdk|shell(?:\.\w+)?|overridecommand|alternatetools|gopath|nodepath|cmd)$/i;
const isTerminal = /^terminal\.(?:integrated|external)\.(?:profiles|automationProfile|shell|shellArgs|automationShell)\b/;
const isEnvironment = /^terminal\.integrated\.env\.|^python\.envFile$/;
const loads = /^(?:NODE_OPTIONS|LD_PRELOAD|DYLD_INSERT_LIBRARIES|BASH_ENV|ENV|ZDOTDIR|PYTHONSTARTUP|PYTHONPATH|PROMPT_COMMAND|RUBYOPT|PERL5OPT|PATH)$/;
const onSave = /(?:runonsave|run-on-save|savecommand|commandOnSave|triggerTaskOnSave)/i;

function* runsOfSetting(key: string, value: unknown, from: EditorFile, folder: Folder): Generator<FoundRun> {
  const run = (command: string, by = `setting ${key}`): FoundRun =>
    ({ moment: 'open', file: from.file, line: from.document.lineOf([...from.top, key]), by: `${from.editor} ${by}`, command, cwd: from.cwd });
  if (isTerminal.test(key)) {
    for (const profile of typeof value === 'string' || Array.isArray(value) ? [value] : [asRecord(value), ...Object.values(asRecord(value)).map(asRecord)]) {
      const command = [...textsOf(profile), ...(Array.isArray(profile) || typeof profile === 'string' ? [] : [...textsOf(profile['path']), ...textsOf(profile['args'])])].join(' ');
      if (isOwn(command, from, folder)) yield run(command, 'terminal');
    }
  } else if (isEnvironment.test(key)) {
    for (const [name, text] of Object.entries(asRecord(value))) if (loads.test(name) && asText(text) !== undefined && isLoading(name, String(text))) yield { ...run(`${name}=${String(text)}`, 'variable of every terminal'), traits: ['changes-loading'] };
  } else if (onSave.test(key)) {
    for (const command of deepTexts(value, 4)) if (/\s|[\\/]/.test(command)) yield run(command, 'command on save');
  } else if (namesProgram.test(key)) {
    const command = textsOf(value).join(' ');
    if (isOwn(command, from, folder)) yield run(command);
  }
}

/** PATH with the project's own tools in front is usual; anything that loads a file is not. */
const isLoading = (name: string, text: string) => name !== 'PATH' && name !== 'PYTHONPATH' ? /[\\/-]/.test(text) : false;

/** Does it start a file of this project, or is it a command with a purpose of its own? */
function isOwn(command: string, { cwd }: EditorFile, folder: Folder): boolean {
  if (command === '' || command.length > 5_000) return false;
  const words = command.split(/\s+/).map((word) => word.replace(/\$\{workspace(?:Folder|Root)[^}]*\}[\\/]?/, './').replace(/^['"]|['"]$/g, ''));
  return traitsOf(command).length > 0 || words.some((word) => /[\\/.]/.test(word) && word !== '.' && word !== './' && fileNamed(word, cwd, folder) !== undefined);
}

function deepTexts(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  return depth === 0 || typeof value !== 'object' || value === null ? [] : Object.values(value).flatMap((item) => deepTexts(item, depth - 1));
}
