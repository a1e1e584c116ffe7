import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import type { Moment } from '../../run.ts';
import { asList, asRecord, asText, textsOf } from '../plain.ts';

const isMakefile = (path: string) => /^(?:gnumakefile|makefile(?:\.\w+)?|.+\.mk)$/i.test(nameOf(path));
const momentOf = (target: string): Moment =>
  /^(?:install|setup|init|bootstrap|deps|prepare)/i.test(target) ? 'install' : /test|lint|check/i.test(target) ? 'test' : /^(?:run|start|dev|serve|up|watch)/i.test(target) ? 'start' : 'build';

/** Makefiles and their kin: what `make` runs by itself, what it runs while it is only read, and the targets a person is asked for. */
export const findMakeFiles: RunFinder = function* (folder) {
  for (const file of folder.paths.filter((path) => isMakefile(path) && !path.includes('node_modules/'))) yield* makefile(file, folder);
  for (const file of folder.named('cmakelists.txt')) yield* cmake(file, folder);
  for (const file of folder.named('configure', 'autogen.sh', 'bootstrap.sh', 'setup.sh', 'install.sh', 'setup.bat', 'install.bat', 'install.ps1', 'setup.ps1')) {
    yield { moment: 'install', file, line: 1, by: 'set-up script', command: nameOf(file), targets: [file], only: true, ordinary: true };
  }
  for (const file of folder.named('run.sh', 'start.sh', 'dev.sh', 'run.bat', 'start.bat', 'run.ps1', 'start.ps1')) {
    yield { moment: 'start', file, line: 1, by: 'start script', command: nameOf(file), targets: [file], only: true, ordinary: true };
  }
  for (const file of folder.named('justfile', '.justfile')) yield* recipes(file, folder, 'just');
  for (const file of folder.named('taskfile.yml', 'taskfile.yaml')) yield* taskfile(file, folder);
};

function* makefile(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  for (const [index, line] of text.split('\n').entries()) {
    const [, command] = /^\s*(?:export\s+)?[\w.-]+\s*[:?+]{0,2}!?=\s*\$\(shell\s+(.{1,2000})\)\s*$/.exec(line) ?? /^\$\(shell\s+(.{1,2000})\)/.exec(line) ?? /^\s*[\w.-]+\s*!=\s*(.{1,2000})$/.exec(line) ?? [];
    if (command !== undefined) yield { moment: 'build', file, line: index + 1, by: 'Makefile, as soon as it is read', command, ...(isQuestion(command) && { ordinary: true }) };
  }
  yield* recipes(file, folder, 'make');
}

/** Commands that only ask: for the version, the folder, the system. */
const isQuestion = (command: string) => /^(?:git (?:rev-parse|describe|log|status|config --get|branch|diff|ls-files)|pwd|uname|date|which|command -v|ls|find|basename|dirname|cat|echo|go (?:env|list|version)|id|nproc|hostname|node -v|python3? --version|grep|awk|sed)\b[^;&`]*$/.test(command) && !/\|\s*(?:ba|z)?sh\b|curl|wget/.test(command);

/** Recipes of Make and just: indented lines below `target: needed`. */
function* recipes(file: string, folder: Folder, tool: 'make' | 'just'): Generator<FoundRun> {
  let target = '';
  let pending: { text: string; line: number } | undefined;
  for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
    const [, name] = /^([^\s#:=$][^:=#\n]{0,200}?)\s*::?(?!=)/.exec(line) ?? [];
    if (name !== undefined && !pending) {
      target = name;
      continue;
    }
    const isRecipe = tool === 'make' ? line.startsWith('\t') : /^\s+\S/.test(line);
    if (!pending && !(isRecipe && target !== '')) continue;
    const text = (pending?.text ?? '') + line.trim().replace(/^[@-]+/, '');
    const start = pending?.line ?? index + 1;
    pending = text.endsWith('\\') ? { text: `${text.slice(0, -1)} `, line: start } : undefined;
    if (!pending && text !== '' && !text.startsWith('#')) yield { moment: momentOf(target), file, line: start, by: `${tool} ${target}`, command: text.replace(/\$\(MAKE\)/g, 'make').replace(/\$\$/g, '$') };
  }
}

function* cmake(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  for (const match of text.matchAll(/\b(execute_process|add_custom_command|add_custom_target|file\s*\(\s*DOWNLOAD|ExternalProject_Add|FetchContent_Declare)\b\s*\(?([^()]{0,2000})/gi)) {
    const kind = (match[1] ?? '').toLowerCase();
    const body = match[2] ?? '';
    const command = kind.includes('download') || kind.startsWith('external') || kind.startsWith('fetch') ? `${kind} ${body}` : /COMMAND\s+([\s\S]*?)(?=\b(?:COMMAND|WORKING_DIRECTORY|OUTPUT_\w+|RESULT_\w+|ERROR_\w+|DEPENDS|COMMENT|VERBATIM|TIMEOUT)\b|$)/.exec(body)?.[1];
    if (command === undefined) continue;
    const isQuiet = isQuestion(command.trim().replace(/^\$\{GIT_EXECUTABLE\}/, 'git')) || /^\$\{?CMAKE_COMMAND/.test(command.trim());
    yield { moment: 'build', file, line: folder.lineOf(file, match.index), by: kind === 'execute_process' ? 'CMake, as soon as it is read' : 'CMake', command: command.replace(/\$\{CMAKE_(?:CURRENT_)?SOURCE_DIR\}\/?/g, './'), ...(isQuiet && { ordinary: true }) };
  }
}

function* taskfile(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.yaml(file);
  for (const [name, task] of Object.entries(asRecord(asRecord(document?.value)['tasks']))) {
    const commands = [...textsOf(task), ...textsOf(asRecord(task)['cmd']), ...asList(asRecord(task)['cmds']).flatMap((one) => asText(one) ?? asText(asRecord(one)['cmd']) ?? [])];
    for (const command of commands) yield { moment: momentOf(name), file, line: document?.lineOf(['tasks', name]) ?? 1, by: `task ${name}`, command, cwd: parentOf(file) };
  }
}
