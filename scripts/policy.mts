// Writes the files with which administrators install Bonafide and set it, for every browser and system: npm run policy [-- OPTIONS]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fleetFrom, usage } from './policy/fleet.mts';
import { policyFiles } from './policy/policy-files.mts';
import { settingsDoc } from './policy/settings-doc.mts';

const repository = join(import.meta.dirname, '..');
const args = process.argv.slice(2);

function write(): string {
  const { fleet, out } = fleetFrom(args);
  const folder = out ?? join(repository, 'policy');
  const files = policyFiles(fleet);
  // A file that is no longer made must not stay; another's folder is left as it is.
  if (out === undefined) rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  if (out === undefined) writeFileSync(join(repository, 'docs', 'policy.md'), settingsDoc());
  return `${files.size} files in ${out ?? 'policy'}${out === undefined ? ', and docs/policy.md' : ''}.`;
}

if (args.includes('--help')) console.log(usage);
else {
  try {
    console.log(write());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
