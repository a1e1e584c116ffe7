import type { Following } from './command-targets.ts';
import { resolvePath } from './folder.ts';
import { fileNamed } from './named-file.ts';
import { installedWith, packageIn, packageNamed, packagesOf, type Package } from './package-scripts.ts';
import { filesOfTool, isTool } from './tool-files.ts';

export const packageManagers: ReadonlySet<string> = new Set(['npm', 'pnpm', 'yarn', 'bun', 'turbo', 'lerna', 'nx', 'corepack', 'ni', 'nr', 'rush', 'wireit']);
/** Scripts that an installation runs, in their order (docs.npmjs.com/cli/v11/using-npm/scripts). */
export const installScripts = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare', 'dependencies', 'pnpm:devPreinstall'] as const;

const installing = new Set(['install', 'i', 'ci', 'add', 'update', 'up', 'upgrade', 'clean-install', 'install-test', 'it', 'rebuild', 'bootstrap', 'dedupe', 'link', 'import']);
const others = new Set(['exec', 'x', 'dlx', 'create', 'init', 'set', 'config', 'cache', 'publish', 'pack', 'version', 'login', 'whoami', 'view', 'info', 'ls', 'list', 'why', 'audit', 'outdated', 'help', 'node']);

/** Follows `npm run x`, `yarn x`, `pnpm --filter y x`, `npm start`, `npm install` to the scripts they run. */
export function packageCommand(manager: string, words: readonly string[], following: Following): void {
  const { packages, rest } = placeOf(words, following);
  const [verb = manager === 'yarn' || manager === 'ni' ? 'install' : '', ...more] = rest;
  if (manager === 'corepack') following.follow(rest.join(' '), following.cwd);
  else if (verb === 'exec' || verb === 'x' || verb === 'dlx' || verb === 'node') following.follow(more.join(' '), packages[0]?.folder ?? following.cwd);
  else if (installing.has(verb)) for (const one of packages) followInstall(one, following, new Set());
  else if (!others.has(verb)) followScripts(manager, verb, more, packages, following);
}

function followScripts(manager: string, verb: string, more: readonly string[], packages: readonly Package[], following: Following): void {
  const name = verb === 'run' || verb === 'run-script' || verb === 'rum' ? more.find((word) => !word.startsWith('-')) ?? '' : verb === 't' || verb === 'tst' ? 'test' : verb;
  // turbo, lerna and nx run a script of that name in every package.
  const isAll = ['turbo', 'lerna', 'nx', 'rush'].includes(manager);
  const known = isAll ? packagesOf(following.folder) : packages;
  const names = namesLike(name, known);
  for (const one of known) for (const script of names) followScript(one, script, following);
  if (manager === 'bun') {
    const file = fileNamed(name, following.cwd, following.folder);
    if (file !== undefined && !names.length) following.found.add(file);
  }
  // yarn and pnpm run a tool by its name where no script has it.
  if (names.length === 0 && isTool(name)) for (const path of filesOfTool(name, following.folder, following.cwd)) following.found.add(path);
}

/** `build:*` of npm-run-all and `run-p`, or one name. Only names that some package has. */
function namesLike(name: string, packages: readonly Package[]): string[] {
  const known = new Set(packages.flatMap(({ scripts }) => Object.keys(scripts)));
  if (name === 'start' && !known.has(name)) return ['start'];
  if (!name.includes('*')) return known.has(name) ? [name] : [];
  const prefix = name.slice(0, name.indexOf('*'));
  return [...known].filter((one) => one.startsWith(prefix));
}

export function followScript(one: Package, name: string, { folder, found, follow }: Following): void {
  for (const each of [`pre${name}`, name, `post${name}`]) {
    const script = Object.hasOwn(one.scripts, each) ? one.scripts[each] : undefined;
    if (script !== undefined) follow(script, one.folder);
  }
  // npm starts server.js where no script says what to start.
  const server = one.folder ? `${one.folder}/server.js` : 'server.js';
  if (name === 'start' && !Object.hasOwn(one.scripts, 'start') && folder.has(server)) found.add(server);
}

function followInstall(one: Package, following: Following, seen: Set<Package>): void {
  if (seen.has(one)) return;
  seen.add(one);
  for (const script of installScripts) if (Object.hasOwn(one.scripts, script)) following.follow(one.scripts[script] ?? '', one.folder);
  for (const other of installedWith(one, following.folder)) followInstall(other, following, seen);
}

const placing = /^(?:--prefix|-C|--cwd|--dir|-w|--workspace|--filter|-F|--scope|workspace)$/;

/** Packages that a command is about, and its words without those that say so. */
function placeOf(words: readonly string[], { folder, cwd }: Following): { packages: Package[]; rest: string[] } {
  const rest: string[] = [];
  const packages: Package[] = [];
  let isAll = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [flag = '', given] = word.startsWith('--') && word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word];
    if (placing.test(flag) && rest.length === 0 || placing.test(flag) && flag.startsWith('-')) {
      const name = given ?? words[++at] ?? '';
      const path = resolvePath(cwd, name);
      const one = (path === undefined ? undefined : packageIn(path, folder)) ?? packageNamed(name, folder);
      if (one) packages.push(one);
    } else if (/^(?:-r|--recursive|--workspaces|-ws|workspaces|foreach)$/.test(word) && rest.length === 0) isAll = true;
    else if (rest.length > 0 || !word.startsWith('-')) rest.push(word);
  }
  if (isAll) return { packages: [...packagesOf(folder)], rest };
  const own = packageIn(cwd, folder);
  return { packages: packages.length > 0 ? packages : own ? [own] : [], rest };
}
