import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBrowser, type StoreBrowser } from './build-browser.mts';
import { crxId, signZip } from './pack-crx.mts';
import { forOwnServerChromium, forOwnServerFirefox, forStore, updatesJson, updatesXml } from './self-hosting.mts';
import { readFiles, zipFiles } from './zip-files.mts';

export interface Package { readonly name: string; readonly bytes: Uint8Array | string }

export const versionIn = (root: string): string => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Builds for some browsers, and the zip that each one's store takes. */
export function storePackages(root: string, browsers: readonly StoreBrowser[]): Package[] {
  const version = versionIn(root);
  return browsers.map((browser) => ({ name: `bonafide-${version}-${browser}.zip`, bytes: zipFiles(forStore(readFiles(buildBrowser(root, browser)))) }));
}

/** What a reviewer builds from: the files that git keeps, below one folder. */
export function sourcesPackage(root: string, paths: readonly string[]): Package {
  const name = `bonafide-${versionIn(root)}-sources`;
  const files = Object.entries(readFiles(root, paths)).map(([path, bytes]) => [`${name.replace('-sources', '')}/${path}`, bytes]);
  return { name: `${name}.zip`, bytes: zipFiles(Object.fromEntries(files)) };
}

/**
 * What an organisation serves itself: a signed CRX and an XPI, with what browsers ask for updates.
 *
 * @param folders of the builds for Chrome and Firefox
 * @param url where they will stand, ending in a slash
 */
export async function ownServerPackages(folders: { chrome: string; firefox: string }, version: string, { keyPem, url }: { keyPem: string; url: string }): Promise<Package[]> {
  const [chromium, firefox] = [forOwnServerChromium(readFiles(folders.chrome), url), forOwnServerFirefox(readFiles(folders.firefox), url)];
  const [crx, xpi] = [`bonafide-${version}.crx`, `bonafide-${version}.xpi`];
  const id = crxId(keyPem);
  return [
    { name: crx, bytes: await signZip(zipFiles(chromium), keyPem) },
    { name: xpi, bytes: zipFiles(firefox) },
    { name: 'updates.xml', bytes: updatesXml(chromium, { id, version, codebase: new URL(crx, url).href }) },
    { name: 'updates.json', bytes: updatesJson(firefox, { version, link: new URL(xpi, url).href }) },
    { name: 'extension-id.txt', bytes: `${id}\n` },
  ];
}

export function writePackages(folder: string, packages: readonly Package[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of packages) writeFileSync(join(folder, name), bytes);
}

/** Lines that `sha256sum --check` takes. */
export const checksums = (folder: string, names: readonly string[]): string =>
  names.map((name) => `${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}  ${name}\n`).join('');
