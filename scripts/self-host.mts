/**
 * `npm run self-host -- --key KEY.pem --url https://... [--out FOLDER]`: builds this version as it is and writes what a web server of an organisation
 * serves: CRX, XPI and what browsers ask for updates. docs/deploy.md goes on from there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBrowser } from './release/build-browser.mts';
import { ownServerPackages, versionIn, writePackages } from './release/write-packages.mts';

const usage = 'npm run self-host -- --key KEY.pem --url https://... [--out FOLDER]';

function refuse(fault: string): never {
  console.error(`${fault}\n${usage}`);
  process.exit(2);
}

function readWords() {
  try {
    return parseArgs({ options: { key: { type: 'string' }, url: { type: 'string' }, out: { type: 'string', default: join('.output', 'self-host') } } }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { key, url, out } = readWords();
if (!key || !existsSync(key)) refuse(`There is no key ${key ?? '(--key is missing)'}: make one with openssl genrsa -out KEY.pem 4096, and keep it: the id of the extension is made of it.`);
if (!url || !URL.canParse(url) || new URL(url).protocol !== 'https:') refuse(`--url is ${url ?? 'missing'}: give the https address of the folder on your server. Firefox refuses an extension that looks for updates over http.`);

const root = process.cwd();
const own = { keyPem: readFileSync(key, 'utf8'), url: url.endsWith('/') ? url : `${url}/` };
try {
  const folders = { chrome: buildBrowser(root, 'chrome'), firefox: buildBrowser(root, 'firefox') };
  const packages = await ownServerPackages(folders, versionIn(root), own);
  writePackages(out, packages);
  console.log(`In ${out}, for ${own.url}:\n${packages.map(({ name }) => `  ${name}`).join('\n')}`);
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}
