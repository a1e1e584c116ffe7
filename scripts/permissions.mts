/** `npm run permissions [-- --write]`: what the builds may do beside docs/permissions.json, which holds what was agreed to. */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { storeBrowsers } from './release/build-browser.mts';
import { permissionChanges } from './release/permission-changes.mts';
import { agreedLists, builtManifest, permissionList, permissionsPath } from './release/permission-list.mts';

const { values: { write } } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const missing = storeBrowsers.filter((browser) => !existsSync(builtManifest(browser)));
if (missing.length > 0) {
  console.error(`There is no build for ${missing.join(', ')}: run npx wxt build -b BROWSER for each.`);
  process.exit(2);
}
const built = Object.fromEntries(storeBrowsers.map((browser) => [browser, permissionList(builtManifest(browser))]));
const agreed = agreedLists();
const changes = storeBrowsers.flatMap((browser) => permissionChanges(browser, agreed[browser], built[browser]!));
for (const change of changes) console.log(change);
if (write) writeFileSync(permissionsPath, `${JSON.stringify(built, null, 2)}\n`);
else if (changes.length > 0) process.exitCode = 1;
if (changes.length === 0) console.log('The builds ask for what was agreed to, and nothing else.');
