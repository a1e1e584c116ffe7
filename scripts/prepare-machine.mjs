// Runs before anything is installed: no dependency, and no syntax that an old Node cannot read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserVariable, findBrowser } from '../utils/cli/browser/find-browser.mjs';

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const neededNode = { major: 20, minor: 19 };
const fallbackNode = '22';
const debianPackage = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * Makes the machine ready: a Node that is new enough, the packages of the lock file, the browsers asked for.
 * The browsers' paths are left in BONAFIDE_CHROMIUM and BONAFIDE_FIREFOX for the programs that follow.
 * @param {import('../utils/cli/browser/find-browser.mjs').BrowserKind[]} kinds
 * @throws {Error} that says what to install when something cannot be provided
 */
export async function prepareMachine(kinds) {
  useNewEnoughNode();
  installPackages();
  for (const kind of kinds) process.env[browserVariable[kind]] = await provideBrowser(kind);
}

/**
 * Runs a program of node_modules, or npm itself, with the output on this terminal.
 * @param {string} program
 * @param {string[]} words
 * @param {Record<string, string>} [variables] for its environment, besides those of this process
 * @returns {number} its exit code; 1 when it could not be started or was killed
 */
export function run(program, words, variables) {
  const path = [join(repository, 'node_modules', '.bin'), dirname(process.execPath), process.env.PATH ?? ''];
  const separator = process.platform === 'win32' ? ';' : ':';
  const { status, error } = spawnSync(program, words, {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables, PATH: path.join(separator) },
    shell: process.platform === 'win32', // npm and the programs of .bin are .cmd files there
  });
  if (error) console.error(`${program} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Starts this same command again with a Node from the npm registry when the present one is too old. */
function useNewEnoughNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > neededNode.major || (major === neededNode.major && minor >= neededNode.minor)) return;
  const needed = `Node ${neededNode.major}.${neededNode.minor} or newer is needed, this is ${process.versions.node}.`;
  if (process.env.BONAFIDE_NODE_TRIED) throw new Error(`${needed} Install it from your package manager.`);
  const cache = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    'bonafide',
    `node-${fallbackNode}`,
  );
  const node = join(cache, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    console.error(`${needed} Fetching Node ${fallbackNode} into ${cache}.`);
    mkdirSync(cache, { recursive: true });
    run('npm', [
      'install',
      '--prefix',
      cache,
      '--no-save',
      '--no-audit',
      '--no-fund',
      `node@${fallbackNode}`,
    ]);
  }
  if (!existsSync(node)) throw new Error(`${needed} It could not be fetched; install it and start again.`);
  const { status } = spawnSync(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, BONAFIDE_NODE_TRIED: '1' },
  });
  process.exit(status ?? 1);
}

function installPackages() {
  if (!packagesDiffer()) return;
  console.error('Installing the packages of package-lock.json.');
  if (run('npm', ['ci']) !== 0) throw new Error('`npm ci` failed: see above. Is the npm registry reachable?');
}

/** Compares versions, not file times: a checkout touches files that have not changed. */
function packagesDiffer() {
  const installedLock = join(repository, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return true;
  const wanted = readPackages(join(repository, 'package-lock.json'));
  const installed = readPackages(installedLock);
  return Object.entries(wanted).some(([path, { version, optional }]) => {
    if (path === '') return false;
    const there = installed[path];
    return there ? there.version !== version : !optional;
  });
}

/** @param {string} lockFile @returns {Record<string, { version?: string, optional?: boolean }>} */
const readPackages = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** @param {import('../utils/cli/browser/find-browser.mjs').BrowserKind} kind */
async function provideBrowser(kind) {
  const found = (await findBrowser(kind)) ?? (installFromDebian([debianPackage[kind]]) ? await findBrowser(kind) : undefined);
  if (found) return found;
  throw new Error(
    `No ${kind} was found and it could not be installed here. Install ${installationAdvice[kind]}, ` +
      `or put the path of one into ${browserVariable[kind]}.`,
  );
}

const installationAdvice = {
  chromium: 'Chromium, Chrome or Edge',
  firefox: 'Firefox ESR, Developer Edition or Nightly (the release build refuses unsigned extensions)',
};

/**
 * With apt-get, as root on Debian. No service is started: apt's own way to that, a file policy-rc.d, would have to be taken away
 * again, and stays when the run is killed. systemctl and the runlevel program heed these variables instead.
 * @param {string[]} packages
 * @returns {boolean} whether they are installed now
 */
export function installFromDebian(packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.error(`Installing ${packages.join(', ')} with apt-get.`);
  const variables = { DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1', RUNLEVEL: '1' };
  // another apt may hold the lock: wait for it up to five minutes
  const apt = (/** @type {string[]} */ ...words) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], variables) === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}
