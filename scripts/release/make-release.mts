import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeBrowsers } from './build-browser.mts';
import { nameRelease } from './changelog.mts';
import { permissionChanges } from './permission-changes.mts';
import { permissionList, permissionsPath, type PermissionList } from './permission-list.mts';
import { stageTree } from './stage-tree.mts';
import { writeBoms } from './write-boms.mts';
import { checksums, ownServerPackages, sourcesPackage, storePackages, writePackages } from './write-packages.mts';

export interface Release {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** Files that git keeps. */
  readonly paths: readonly string[];
  /** For what an organisation serves itself. */
  readonly own?: { readonly keyPem: string; readonly url: string };
}

/** What a release changes in the tree. */
const changed = ['package.json', 'package-lock.json', 'CHANGELOG.md'];

/** An RSA key for a trial, thrown away with it. */
export const trialKey = (): string => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * Makes all packages of a release in a copy of the tree, then puts them into `folder`. Whatever fails, fails before the tree has changed.
 *
 * @returns the checksums
 */
export async function makeRelease(root: string, folder: string, release: Release, { changesTree }: { changesTree: boolean }): Promise<string> {
  const stage = stageTree(root, release.paths);
  try {
    nameVersion(stage, release);
    const made = join(stage, '.output', 'release');
    writePackages(made, [...storePackages(stage, storeBrowsers), sourcesPackage(stage, release.paths)]);
    refuseNewPermissions(stage);
    if (release.own) writePackages(made, await ownServerPackages({ chrome: join(stage, '.output/chrome-mv3'), firefox: join(stage, '.output/firefox-mv3') }, release.version, release.own));
    writeBoms(stage, { runs: join(made, `bonafide-${release.version}-runs-with.cdx.json`), builds: join(made, `bonafide-${release.version}-built-with.cdx.json`) });
    const sums = checksums(made, readdirSync(made).sort());
    writeFileSync(join(made, 'SHA256SUMS'), sums);
    rmSync(folder, { recursive: true, force: true });
    cpSync(made, folder, { recursive: true });
    if (changesTree) for (const path of changed) cpSync(join(stage, path), join(root, path));
    return sums;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function nameVersion(stage: string, { version, day }: Release): void {
  // The flag lets the first release have the number that stands there already.
  execFileSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts'], { cwd: stage, stdio: 'ignore', shell: process.platform === 'win32' });
  const changelog = join(stage, 'CHANGELOG.md');
  writeFileSync(changelog, nameRelease(readFileSync(changelog, 'utf8'), version, day));
}

/** @throws {Error} when a build may do what nobody agreed to */
function refuseNewPermissions(stage: string): void {
  const agreed = JSON.parse(readFileSync(join(stage, permissionsPath), 'utf8')) as Record<string, PermissionList>;
  const changes = storeBrowsers.flatMap((browser) => permissionChanges(browser, agreed[browser], permissionList(join(stage, '.output', `${browser}-mv3`, 'manifest.json'))));
  if (changes.length > 0) throw new Error(`The builds may do other things than ${permissionsPath} says; agree with npm run permissions -- --write:\n${changes.join('\n')}`);
}
