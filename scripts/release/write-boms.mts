import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Component { readonly 'bom-ref': string; readonly properties?: readonly { readonly name: string; readonly value: string }[] }
export interface Bom { readonly components: readonly Component[]; readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[] }

/** The taxonomy of CycloneDX for npm marks so what only building and testing need. */
const onlyForBuilding = 'cdx:npm:package:development';

/** Two bills of materials in CycloneDX: what the extension and the program run with, and what builds and tests them. The tool validates both. */
export function writeBoms(root: string, { runs, builds }: { runs: string; builds: string }): void {
  writeBom(root, runs, ['--omit', 'dev']);
  writeBom(root, builds, []);
  writeFileSync(builds, `${JSON.stringify(onlyBuilding(JSON.parse(readFileSync(builds, 'utf8')) as Bom), null, 2)}\n`);
}

export function onlyBuilding(bom: Bom): Bom {
  const components = bom.components.filter(({ properties = [] }) => properties.some(({ name, value }) => name === onlyForBuilding && value === 'true'));
  const kept = new Set(components.map((component) => component['bom-ref']));
  const dependencies = bom.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn }) => (dependsOn ? { ref, dependsOn: dependsOn.filter((other) => kept.has(other)) } : { ref }));
  return { ...bom, components, dependencies };
}

function writeBom(root: string, file: string, words: readonly string[]): void {
  const program = join(root, 'node_modules', '@cyclonedx', 'cyclonedx-npm', 'bin', 'cyclonedx-npm-cli.js');
  // From the lock file: what happens to lie in node_modules differs by system.
  execFileSync(process.execPath, [program, '--package-lock-only', '--output-reproducible', '--validate', ...words, '--output-file', file], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
}
