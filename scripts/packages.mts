/**
 * `npm run packages [-- BROWSER...]`, and `npm run build-for-amo`, which is the same for Firefox alone: builds the version of this tree and
 * writes the zips that stores take to .output/packages. The same sources give the same bytes anywhere: docs/release.md.
 */
import { join } from 'node:path';
import { storeBrowsers, type StoreBrowser } from './release/build-browser.mts';
import { checksums, storePackages, writePackages } from './release/write-packages.mts';

const words = process.argv.slice(2);
const isBrowser = (word: string): word is StoreBrowser => (storeBrowsers as readonly string[]).includes(word);
const stray = words.find((word) => !isBrowser(word));
if (stray !== undefined) {
  console.error(`"${stray}" is no browser that packages are made for: name ${storeBrowsers.join(', ')}.`);
  process.exit(2);
}
const folder = join('.output', 'packages');
const packages = storePackages(process.cwd(), words.length > 0 ? words.filter(isBrowser) : storeBrowsers);
writePackages(folder, packages);
console.log(`In ${folder}, built with Node ${process.versions.node}:\n${checksums(folder, packages.map(({ name }) => name))}`.trimEnd());
