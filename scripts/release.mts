/**
 * `npm run release -- X.Y.Z [--key KEY.pem --url https://...] [--dry-run]`: version, changelog, builds, packages, checksums and bills of
 * materials of a release in .output/release/X.Y.Z. Commits, tags and uploads nothing: docs/release.md says what a person does then.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsBeforeRelease } from './release/faults-before-release.mts';
import { makeRelease, trialKey } from './release/make-release.mts';
import { changedFiles, keptFiles } from './release/stage-tree.mts';
import { versionIn } from './release/write-packages.mts';

const usage = 'npm run release -- X.Y.Z [--key KEY.pem --url https://...] [--dry-run]';

function refuse(...faults: readonly string[]): never {
  for (const fault of faults) console.error(fault);
  process.exit(2);
}

function readWords() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' }, url: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    return { ...values, version: positionals[0] };
  } catch (error) {
    return refuse(`${(error as Error).message}\n${usage}`);
  }
}

/** Where an organisation serves its own packages from, and with which key they are signed. */
function ownServer({ key, url, 'dry-run': isTrial }: { key?: string; url?: string; 'dry-run': boolean }): { keyPem: string; url: string } | undefined {
  if (isTrial && !key && !url) return { keyPem: trialKey(), url: 'https://updates.example/bonafide/' };
  if (!key && !url) return undefined;
  if (!key || !url) refuse('--key and --url belong together: a CRX is signed with the one, and looks for updates at the other.');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') refuse(`--url is ${url}: give an https address, for Firefox takes updates from no other.`);
  if (!existsSync(key)) refuse(`There is no key ${key}: make one with openssl genrsa -out KEY.pem 4096 and keep it where nobody else reads it.`);
  return { keyPem: readFileSync(key, 'utf8'), url: url.endsWith('/') ? url : `${url}/` };
}

const words = readWords();
const root = process.cwd();
const { version, 'dry-run': isTrial } = words;
if (version === undefined) refuse(`Name the version to release: ${usage}`);
const own = ownServer(words);
const changes = changedFiles(root);
const changelog = existsSync('CHANGELOG.md') ? readFileSync('CHANGELOG.md', 'utf8') : undefined;
const faults = faultsBeforeRelease({ version, present: versionIn(root), changelog, changedFiles: isTrial ? [] : changes });
if (faults.length > 0) refuse(...faults);
if (isTrial && changes.length > 0) console.log(`A release would be refused: ${changes.length} files are changed and not committed. This trial builds them as they are.`);
if (!own) console.log('No --key and --url: no CRX, no XPI and no update files for an own server are made.');

const folder = join('.output', isTrial ? 'release-trial' : 'release', version);
const day = new Date().toISOString().slice(0, 10);
try {
  console.log(`${await makeRelease(root, folder, { version, day, paths: keptFiles(root), own }, { changesTree: !isTrial })}\nin ${folder}`);
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}
console.log(isTrial ? 'A trial: the tree is as it was.' : `Next: git commit -am "Release ${version}" && git tag -s v${version}, then docs/release.md.`);
