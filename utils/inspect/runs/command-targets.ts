import { fileNamed } from './named-file.ts';
import { parentOf, resolvePath, type Folder } from './folder.ts';
import { beginningOf } from './named-file.ts';
import { filesOfTool, isTool } from './tool-files.ts';
import { packageIn } from './package-scripts.ts';
import { packageCommand, packageManagers } from './package-command.ts';
import { pythonTargets } from './python-command.ts';
import { buildTargets } from './build-command.ts';
import { simpleCommands } from './shell-words.ts';

/** A command in the making: where it is started, what was followed so far, and how to follow what it starts in turn. */
export interface Following {
  readonly folder: Folder;
  readonly cwd: string;
  readonly found: Set<string>;
  readonly follow: (command: string, cwd: string) => void;
}

/** Commands inside commands (npm run a, which runs b, ...) that are followed. Real ones nest three or four deep; cycles end by `seen`. */
const depthLimit = 12;
/** Commands of one line that are read, and its characters: `concurrently` with thirty is the longest seen in ordinary projects. */
const commandLimit = 200;
const lineLimit = 20_000;

/** Files of the project that a command starts, or that the tool it starts loads by itself. `cwd` is relative to the project. */
export function targetsOf(command: string, cwd: string, folder: Folder): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const followAt = (depth: number) => (line: string, from: string): void => {
    const key = `${from}\n${line}`;
    if (seen.has(key) || depth > depthLimit) return;
    seen.add(key);
    let here = from;
    for (const words of simpleCommands(line.slice(0, lineLimit)).slice(0, commandLimit)) {
      here = folderAfter(words, here, folder) ?? here;
      followCommand(words, { folder, cwd: here, found, follow: followAt(depth + 1) });
    }
  };
  followAt(0)(command, cwd);
  return [...found];
}

/** Where a `cd` leads; undefined for any other command. A folder that is not there is left out: it may be made by the command before. */
function folderAfter(words: readonly string[], here: string, folder: Folder): string | undefined {
  const [head, ...rest] = words;
  if (!/^(?:cd|pushd|chdir|set-location|push-location)$/i.test(head ?? '')) return undefined;
  const to = expandRoot(rest.find((word) => !/^[-/]\w$/.test(word)) ?? '');
  const path = to.startsWith('/') ? undefined : resolvePath(to.startsWith(rootMark) ? '' : here, to.replace(rootMark, '.'));
  return path !== undefined && folder.hasFolder(path) ? path : undefined;
}

const rootMark = '\u0000root';
const roots = /\$\{?(?:workspaceFolder|workspaceRoot|containerWorkspaceFolder|localWorkspaceFolder|PROJECT_DIR|ProjectFileDir|INIT_CWD|PWD|GITPOD_REPO_ROOT|ZED_WORKTREE_ROOT|DIRENV_DIR)\b[^}\s/]*\}?|\$(?:ProjectFileDir|PROJECT_DIR)\$|%cd%|%~dp0/g;
const expandRoot = (word: string) => word.replace(roots, rootMark);

/** Words in front of a command that only say how it is started. */
const wrappers = new Set(['sudo', 'env', 'exec', 'nohup', 'time', 'call', 'start', 'command', 'builtin', 'then', 'do', 'else', 'if', '!', '{', '@', 'eval', 'timeout', 'nice',
  'npx', 'bunx', 'pnpx', 'cross-env', 'cross-env-shell', 'dotenv', 'dotenvx', 'env-cmd', 'doppler', 'winpty', 'xvfb-run', 'infisical', 'setsid', 'caffeinate', 'start-process', 'run']);

const isSetting = (word: string) => /^[A-Za-z_]\w*=/.test(word);

function followCommand(words: readonly string[], following: Following): void {
  const start = words.findIndex((word) => !isSetting(word) && !wrappers.has(programName(word)) && !word.startsWith('-') && !/^\/[bwi]$/i.test(word));
  const [head = '', ...rest] = start === -1 ? [] : words.slice(start);
  const program = programName(head);
  if (!says.has(program)) addNamedFiles(words, following);
  if (packageManagers.has(program)) packageCommand(program, rest, following);
  else if (shells.has(program)) followInline(rest, following);
  else if (parallel.has(program)) for (const word of rest.filter((one) => !one.startsWith('-'))) following.follow(asScript(word), following.cwd);
  else followTool(program, rest, following);
  // A command in quotes is the argument of something that will run it: watch 'node x', os.execute('sh x').
  if (!says.has(program)) for (const word of [head, ...rest]) if (/\S\s+\S/.test(word)) following.follow(word, following.cwd);
}

/** Programs that only say or keep what they are told. */
const says = new Set(['echo', 'printf', 'git', 'grep', 'sed', 'awk', 'write-host', 'write-output']);

const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'fish', 'cmd', 'powershell', 'pwsh', 'wsl', 'busybox', 'direnv', 'nix-shell', 'nix']);
const parallel = new Set(['concurrently', 'conc', 'npm-run-all', 'npm-run-all2', 'run-s', 'run-p', 'run-all', 'start-server-and-test', 'server-test', 'wsrun', 'stmux', 'husky-run']);

/** `npm:dev` of concurrently; a bare word of npm-run-all is a script's name. */
const asScript = (word: string) => /^(?:npm|pnpm|yarn|bun):/.test(word) ? word.replace(':', ' run ') : /[\s./]/.test(word) ? word : `npm run ${word}`;

function followInline(words: readonly string[], { follow, cwd }: Following): void {
  const flag = words.findIndex((word) => /^-[a-z]*c$|^-command$|^-encodedcommand$|^\/[ckr]$|^--run$|^--command$/i.test(word));
  if (flag !== -1) follow(words.slice(flag + 1).join(' '), cwd);
  const direct = words[0];
  if (flag === -1 && direct !== undefined && !direct.startsWith('-') && words.length > 1) follow(words.join(' '), cwd);
}

function followTool(program: string, rest: readonly string[], following: Following): void {
  const { folder, cwd, found, follow } = following;
  const tool = aliases[program] ?? program;
  for (const path of installedProgram(program, folder, cwd)) found.add(path);
  if (isTool(tool)) for (const path of filesOfTool(tool, folder, cwd)) found.add(path);
  if (startsMain.has(tool) && !rest.some((word) => !word.startsWith('-') && fileNamed(word, cwd, folder))) addBeginning(following);
  // nodemon --exec "ts-node src/x", nodemon -x, watch 'node x', dotenv -- node x, tsc-watch --onSuccess "node dist"
  for (const [index, word] of rest.entries()) {
    const inner = /^(?:--exec|-x|--onSuccess|--on-success|-c|--)$/.test(word) ? rest.slice(index + 1).join(' ') : /^--(?:exec|onSuccess|on-success)=(.*)$/s.exec(word)?.[1];
    if (inner !== undefined && !/^(?:node|deno|python|python3|ruby|perl|php|py)$/.test(tool)) follow(inner, cwd);
  }
  pythonTargets(tool, rest, following);
  buildTargets(tool, rest, following);
}

/** The program of that name that came along in node_modules: a shell of npm's takes it before any other. */
function installedProgram(program: string, folder: Folder, cwd: string): string[] {
  if (!/^[\w.-]+$/.test(program)) return [];
  for (let home = cwd; ; home = parentOf(home)) {
    const shim = `${home ? `${home}/` : ''}node_modules/.bin/${program}`;
    const own = fileNamed(`node_modules/${program}`, home, folder);
    if (folder.has(shim) || own !== undefined) return [shim, `${shim}.cmd`, ...(own === undefined ? [] : [own])].filter(folder.has);
    if (home === '') return [];
  }
}

const aliases: Readonly<Record<string, string>> = { nuxi: 'nuxt', 'ng-cli': 'ng', py: 'python', python3: 'python', gmake: 'make', mvnw: 'mvn', gradlew: 'gradle', '@nestjs/cli': 'nest', 'docker-compose': 'docker', podman: 'docker' };
/** Programs that start a package's `main` when told no file. */
const startsMain = new Set(['nodemon', 'electron', 'electronmon', 'electron-forge', 'node-dev', 'supervisor', 'forever', 'fastify', 'micro']);

function addBeginning({ folder, cwd, found }: Following): void {
  const begins = beginningOf(cwd, folder);
  if (begins !== undefined && packageIn(cwd, folder)) found.add(begins);
}

/** A word without its folder and its ending, as programs are called. */
export const programName = (word: string): string =>
  (word.replace(/\\/g, '/').split('/').pop() ?? '').replace(/@[\d^~][\w.-]*$|@latest$/, '').replace(/\.(?:exe|cmd|bat|ps1)$/i, '').toLowerCase();

/** Words that name no file even if one is called so: `test`, `build`, `dev`. */
const isBareWord = (word: string) => /^[\w-]+$/.test(word);
/** Programs that take a bare word for a file or a folder. */
const takesBareWord = new Set(['node', 'nodejs', 'tsx', 'ts-node', 'ts-node-dev', 'tsnd', 'nodemon', 'bun', 'deno', 'electron', 'python', 'python3', 'py', 'sh', 'bash', 'source', 'babel-node', 'esbuild', 'forever', 'supervisor', 'node-dev', 'esno', 'jiti', 'swc-node', 'zx', 'vite-node', 'php', 'ruby', 'go', 'require']);

function addNamedFiles(words: readonly string[], { folder, cwd, found }: Following): void {
  const bare = words.some((word) => takesBareWord.has(programName(word)));
  const isInline = words.some((word) => /^(?:-e|-p|-c|-pe|--eval|--print|-r|-Command)$/i.test(word));
  for (const word of words.slice(0, commandLimit)) {
    for (const part of partsOf(word, isInline)) {
      if (isBareWord(part) && !bare) continue;
      // A word the shell takes from the root of the workspace, else from where it stands; the last is for tools that change the folder first.
      const expanded = expandRoot(part);
      const file = expanded.includes(rootMark) ? fileNamed(expanded.slice(expanded.lastIndexOf(rootMark) + rootMark.length).replace(/^[/\\]/, './'), '', folder) : fileNamed(part, cwd, folder);
      if (file !== undefined && !(part === word && (isDocument(file) || part === '.'&& !bare))) found.add(file);
    }
  }
}

/** Files that are named but not started. */
const isDocument = (path: string) => /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*)\.json$|\.(?:md|lock)$/i.test(path);

/** A word and what it holds: `--config=x`, `require('./x')`, `"C:x;y"`. */
function partsOf(word: string, isInline: boolean): string[] {
  const flagged = /^-{1,2}[\w-]+[=:](.+)$/s.exec(word)?.[1];
  const quoted = isInline && /["'`(]/.test(word) ? [...word.slice(0, lineLimit).matchAll(/["'`]([^"'`\n]{1,200})["'`]/g)].map((match) => match[1] ?? '') : [];
  return [word.replace(/^["'&!@]+(?=[./\\\w])/, ''), ...(flagged === undefined ? [] : [flagged]), ...quoted].filter((part) => part.length > 0 && part.length <= 300 && !/[*?]/.test(part));
}
