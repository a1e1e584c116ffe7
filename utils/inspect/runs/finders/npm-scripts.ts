import { parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import type { Moment } from '../../run.ts';
import { beginningOf, fileNamed } from '../named-file.ts';
import { installScripts } from '../package-command.ts';
import { packagesOf, type Package } from '../package-scripts.ts';
import { asRecord, asText, textsOf } from '../plain.ts';

const installed: ReadonlySet<string> = new Set(installScripts);
const momentNames: readonly (readonly [Moment, RegExp])[] = [
  ['commit', /^(?:pre-?commit|commit-msg|pre-?push|precommit|post-?commit)$/],
  ['start', /^(?:pre|post)?(?:start|dev|serve|develop|watch|server|client|preview|run|up|backend|frontend|web|api|local|app|demo|debug|seed|migrate|deploy)(?:[:.\-_]|$)/i],
  ['test', /^(?:pre|post)?(?:test|tests|e2e|spec|unit|lint|check|coverage|cover|format|validate|verify)(?:[:.\-_]|$)/i],
  ['build', /^(?:pre|post)?(?:build|compile|bundle|dist|generate|gen|package|release|prod|export|publish|pack|prepack|prepublishonly|version|docs)(?:[:.\-_]|$)/i],
];

/** Scripts of every package.json by the step that runs them. A name we do not know is something the person may be asked to start. */
export const findNpmScripts: RunFinder = function* (folder) {
  for (const one of packagesOf(folder)) {
    for (const [name, command] of Object.entries(one.scripts)) {
      const moment = installed.has(name) ? 'install' : momentNames.find(([, pattern]) => pattern.test(name))?.[0] ?? 'start';
      yield run(one, folder, moment, `npm ${name}`, command, ['scripts', name]);
    }
    if (!Object.hasOwn(one.scripts, 'install') && !Object.hasOwn(one.scripts, 'preinstall') && folder.has(at(one, 'binding.gyp'))) yield* gypBuild(one, folder);
    if (!Object.hasOwn(one.scripts, 'start') && folder.has(at(one, 'server.js'))) yield { ...run(one, folder, 'start', 'npm start', 'node server.js', ['scripts']) };
    yield* entries(one, folder);
    yield* embedded(one, folder);
  }
  yield* loadedSettings(folder);
};

const at = ({ folder: where }: Package, name: string) => where ? `${where}/${name}` : name;

function run(one: Package, folder: Folder, moment: Moment, by: string, command: string, path: readonly string[]): FoundRun {
  return { moment, file: one.file, line: folder.json(one.file)?.lineOf(path) ?? 1, by, command };
}

/** npm builds a package that has a binding.gyp without being told, and a gyp file may run commands: `<!(node x.js)`. */
function* gypBuild(one: Package, folder: Folder): Generator<FoundRun> {
  const file = at(one, 'binding.gyp');
  const text = folder.text(file) ?? '';
  yield { moment: 'install', file, line: 1, by: 'npm install (binding.gyp)', command: 'node-gyp rebuild' };
  for (const match of text.matchAll(/<!@?\(([^)\n]{1,400})/g)) {
    yield { moment: 'install', file, line: folder.lineOf(file, match.index), by: 'binding.gyp command', command: match[1] ?? '' };
  }
}

/** Files that whoever imports the package runs, and those it installs as commands. */
function* entries(one: Package, folder: Folder): Generator<FoundRun> {
  const main = beginningOf(one.folder, folder);
  if (main !== undefined) yield { ...run(one, folder, 'import', 'package main', asText(one.manifest['main']) ?? main, ['main']), targets: [main], only: true, ordinary: true };
  const { bin } = one.manifest;
  for (const path of typeof bin === 'string' ? [bin] : Object.values(asRecord(bin)).flatMap(textsOf)) {
    const target = fileNamed(path, one.folder, folder);
    if (target !== undefined) yield { ...run(one, folder, 'start', 'package bin', path, ['bin']), targets: [target], only: true, ordinary: true };
  }
}

/** Commands that tools keep in package.json: hooks of git, seeds of databases, checks of staged files. */
function* embedded(one: Package, folder: Folder): Generator<FoundRun> {
  const { manifest } = one;
  const hooks: [string, unknown][] = [['husky', asRecord(manifest['husky'])['hooks']], ['simple-git-hooks', manifest['simple-git-hooks']], ['gitHooks', manifest['gitHooks']], ['pre-commit', manifest['pre-commit']]];
  for (const [tool, value] of hooks) {
    for (const [hook, command] of Object.entries(asRecord(value))) if (typeof command === 'string') yield run(one, folder, 'commit', `${tool} ${hook}`, command, [tool, ...(tool === 'husky' ? ['hooks'] : []), hook]);
  }
  for (const command of Object.values(asRecord(manifest['lint-staged'])).flatMap(textsOf)) yield run(one, folder, 'commit', 'lint-staged', command, ['lint-staged']);
  const seed = asText(asRecord(manifest['prisma'])['seed']);
  if (seed !== undefined) yield run(one, folder, 'start', 'prisma seed', seed, ['prisma', 'seed']);
  const exec = asText(asRecord(manifest['nodemonConfig'])['exec']);
  if (exec !== undefined) yield run(one, folder, 'start', 'nodemon', exec, ['nodemonConfig', 'exec']);
}

/** Settings beside a package.json that make every npm, yarn, pnpm or bun command load a file first. */
function* loadedSettings(folder: Folder): Generator<FoundRun> {
  for (const file of folder.named('.npmrc', '.yarnrc')) {
    for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
      const [, key = '', value = ''] = /^\s*(?:--)?"?([\w.@:/-]+)"?\s*[=\s]\s*"?([^"\n]*)"?/.exec(line) ?? [];
      if (/^(?:script-shell|node-options|shell|git|onload-script|yarn-path|pnpmfile|global-pnpmfile|node-gyp|prefix|editor|viewer|browser|python|ignore-scripts|enable-pre-post-scripts|init-module)$/.test(key)) {
        const isLoading = /script-shell|node-options|onload-script|yarn-path|pnpmfile|^git$|^shell$|node-gyp|^python$/.test(key);
        if (isLoading) yield { moment: 'install', file, line: index + 1, by: `${file.split('/').pop()} ${key}`, command: key === 'node-options' ? `NODE_OPTIONS=${value}` : value, ...(/^\.yarn\/releases\/yarn-[\d.]+\.c?js$/.test(value) && { ordinary: true }) };
      }
    }
  }
  for (const file of folder.named('.yarnrc.yml')) yield* yarnSettings(file, folder);
  for (const file of folder.named('.pnpmfile.cjs', '.pnpmfile.mjs', 'pnpmfile.js')) yield { moment: 'install', file, line: 1, by: 'pnpm file', command: file, targets: [file], only: true };
  for (const file of folder.named('bunfig.toml')) {
    const document = folder.toml(file);
    const value = asRecord(document?.value);
    for (const path of textsOf(value['preload'])) yield { moment: 'start', file, line: document?.lineOf(['preload']) ?? 1, by: 'bun preload', command: path };
    for (const path of textsOf(asRecord(value['test'])['preload'])) yield { moment: 'test', file, line: document?.lineOf(['test', 'preload']) ?? 1, by: 'bun preload', command: path };
  }
  for (const file of folder.named('nodemon.json')) {
    const document = folder.json(file);
    const value = asRecord(document?.value);
    const commands: [string, unknown][] = [['exec', value['exec']], ...Object.entries(asRecord(value['events'])), ...Object.entries(asRecord(value['execMap']))];
    for (const [key, command] of commands) if (typeof command === 'string') yield { moment: 'start', file, line: document?.lineOf([key]) ?? 1, by: 'nodemon', command };
  }
}

function* yarnSettings(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.yaml(file);
  const value = asRecord(document?.value);
  const yarn = asText(value['yarnPath']);
  const line = (key: string) => document?.lineOf([key]) ?? 1;
  if (yarn !== undefined) yield { moment: 'install', file, line: line('yarnPath'), by: 'yarn path', command: yarn, ...(/^\.yarn\/releases\/yarn-[\w.-]+\.c?js$/.test(yarn) && { ordinary: true }) };
  for (const plugin of Array.isArray(value['plugins']) ? value['plugins'] : []) {
    const path = asText(plugin) ?? asText(asRecord(plugin)['path']);
    if (path !== undefined) yield { moment: 'install', file, line: line('plugins'), by: 'yarn plugin', command: path, cwd: parentOf(file), ...(/^\.yarn\/plugins\/@yarnpkg\/plugin-[\w-]+\.cjs$/.test(path) && { ordinary: true }) };
  }
}
