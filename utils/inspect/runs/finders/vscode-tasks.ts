import { resolvePath } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, quoteWord, textsOf, type Plain } from '../plain.ts';
import { editorFiles, type EditorFile } from './vscode-folders.ts';

/** Tasks of VS Code that start when the folder is opened, with those they wait for, and the one that builds (code.visualstudio.com/docs/editor/tasks). */
export const findVsCodeTasks: RunFinder = function* (folder) {
  for (const from of editorFiles('tasks', folder)) {
    for (const index of tasksOnOpen(from)) yield* runsOfTask(from, index, 'open');
    const builds = asList(from.value['tasks']).findIndex((task) => isBuild(asRecord(asRecord(task)['group'])));
    if (builds !== -1) yield* runsOfTask(from, builds, 'build');
  }
};

const isBuild = (group: Plain) => group['kind'] === 'build' && group['isDefault'] === true;

const lists = new WeakMap<object, readonly Plain[]>();
function taskList({ value }: EditorFile): readonly Plain[] {
  const known = lists.get(value);
  if (known) return known;
  const list = asList(value['tasks']).map(asRecord);
  lists.set(value, list);
  return list;
}
const labelOf = (task: Plain) => asText(task['label']) ?? asText(task['taskName']) ?? '';

function tasksOnOpen(from: EditorFile): number[] {
  const tasks = taskList(from);
  const first = tasks.flatMap((task, index) => asRecord(task['runOptions'])['runOn'] === 'folderOpen' ? [index] : []);
  return withNeeded(first, tasks);
}

/** A task with all it depends on, each once, cycles or not. */
function withNeeded(first: readonly number[], tasks: readonly Plain[]): number[] {
  const all = new Set(first);
  const places = new Map<unknown, number[]>();
  for (const [index, task] of tasks.entries()) for (const name of [labelOf(task), task['script']]) if (name) places.set(name, [...(places.get(name) ?? []).slice(0, sameName), index]);
  for (const index of all) {
    for (const needed of asList(tasks[index]?.['dependsOn'])) {
      for (const name of [needed, asRecord(needed)['task'], asRecord(needed)['script']]) for (const other of places.get(name) ?? []) all.add(other);
    }
  }
  return [...all];
}

/** Tasks of one name that are followed; an editor takes one of them. */
const sameName = 10;

/** Runs of the task of that label, for a launch configuration. */
export function* runsOfLabel(label: string, from: EditorFile, moment: FoundRun['moment']): Generator<FoundRun> {
  const tasks = taskList(from);
  const index = tasks.findIndex((task) => labelOf(task) === label || `npm: ${asText(task['script'])}` === label);
  if (index !== -1) for (const one of withNeeded([index], tasks)) yield* runsOfTask(from, one, moment);
  else if (label.startsWith('npm: ')) yield { ...placeIn(from, 0, []), moment, command: `npm run ${label.slice(5)}` };
}

const systems = ['', 'windows', 'osx', 'linux'] as const;

function* runsOfTask(from: EditorFile, index: number, moment: FoundRun['moment']): Generator<FoundRun> {
  const task = taskList(from)[index] ?? {};
  // Commands for each system, and those that all tasks of the file share (the form of 0.1.0).
  for (const system of systems) {
    const own = system ? asRecord(task[system]) : task;
    const shared = system ? asRecord(from.value[system]) : from.value;
    if (system && own['command'] === undefined && own['args'] === undefined && shared['command'] === undefined) continue;
    const isScript = task['type'] !== undefined && task['script'] !== undefined;
    const given = own['command'] ?? task['command'] ?? (isScript ? undefined : shared['command']);
    const options = asRecord(own['options'] ?? task['options'] ?? from.value['options']);
    const command = commandOfTask({ ...task, ...own, command: given }, options);
    if (command === '') continue;
    const key = system && own['command'] !== undefined ? [system, 'command'] : own['command'] === undefined ? [] : ['command'];
    yield { ...placeIn(from, index, key), moment, command, cwd: cwdOf(task, from), hidden: isUnseen(task, from) };
  }
}

const placeIn = ({ file, editor, document, top }: EditorFile, index: number, key: readonly string[]) =>
  ({ file, line: document.lineOf([...top, 'tasks', index, ...key]), by: `${editor} task` });

/** The terminal is not shown, or the task not listed. */
function isUnseen(task: Plain, { value }: EditorFile): boolean {
  const { reveal } = { ...asRecord(value['presentation']), ...asRecord(task['presentation']) };
  return reveal === 'never' || reveal === 'silent' || task['hide'] === true;
}

function cwdOf(task: Plain, { value, cwd }: EditorFile): string {
  const given = asText(asRecord(task['options'])['cwd']) ?? asText(asRecord(value['options'])['cwd']) ?? asText(task['path']) ?? '';
  return resolvePath(cwd, given.replace(/\$\{(?:workspaceFolder|workspaceRoot)[^}]*\}\/?/, './')) ?? cwd;
}

/** The whole command line: the shell's own, the command, its arguments, or the script of a tool. */
function commandOfTask(task: Plain, options: Plain): string {
  const shell = asRecord(options['shell']);
  const around = [asText(shell['executable']), ...textsOf(shell['args'])].filter((word) => word !== undefined);
  const name = typeof task['type'] === 'string' && ['npm', 'gulp', 'grunt', 'jake', 'deno', 'typescript'].includes(task['type']) ? task['type'] : undefined;
  const script = asText(task['script']) ?? asText(task['task']);
  if (task['command'] === undefined && name !== undefined) return name === 'npm' ? `npm run ${script ?? ''}` : `${name === 'typescript' ? 'tsc' : name} ${script ?? ''}`.trim();
  if (task['command'] === undefined) return '';
  const words = [wordOf(task['command']), ...asList(task['args']).map(argumentOf)].filter((word) => word !== undefined);
  const variables = Object.entries(asRecord(options['env'])).filter(([key]) => /^(?:NODE_OPTIONS|PATH|LD_PRELOAD|BASH_ENV|PYTHON\w*)$/.test(key)).map(([key, value]) => `${key}=${String(value)}`);
  return [...variables, ...around, ...words].join(' ');
}

const wordOf = (value: unknown): string | undefined => asText(value) ?? asText(asRecord(value)['value']) ?? (Array.isArray(value) ? textsOf(value).join(' ') : undefined);

/** Arguments are quoted as VS Code quotes them, so that `-c "a && b"` stays one; and so is code, which stands in one word of a process. */
function argumentOf(value: unknown): string | undefined {
  const word = wordOf(value);
  return word !== undefined && /\s|['"(]/.test(word) && !/^['"].*['"]$/s.test(word) ? quoteWord(word) : word;
}
