import type { Moment } from '../../run.ts';
import type { Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { fileNamed } from '../named-file.ts';
import { packagesOf, type Package } from '../package-scripts.ts';
import { asRecord } from '../plain.ts';

/** Files that tools load because a package.json names them: jest's setup, ESLint's and Babel's plugins, hooks of electron-builder. */
export const findToolSettings: RunFinder = function* (folder) {
  for (const one of packagesOf(folder)) {
    for (const [key, value] of Object.entries(one.manifest)) if (!isNoTool.has(key)) yield* loadedBy(key, value, one, folder);
  }
};

/** Keys that npm itself knows, and those whose texts are commands or lists of files. */
const isNoTool = new Set(`name version description keywords homepage bugs license author contributors funding files main module types typings exports imports bin man directories
  repository scripts config dependencies devDependencies peerDependencies peerDependenciesMeta optionalDependencies bundleDependencies bundledDependencies overrides resolutions
  engines os cpu private publishConfig workspaces packageManager type sideEffects typesVersions husky simple-git-hooks gitHooks pre-commit lint-staged nodemonConfig prisma
  unpkg jsdelivr browserslist gitHead eslintIgnore standard wireit pnpm trustedDependencies proxy`.split(/\s+/));

const momentOf = (key: string): Moment =>
  /^(?:jest|mocha|ava|nyc|c8|tap|jasmine|karma|vitest|cypress|tape|uvu|bun-test|web-test-runner|jest-\w+)$/.test(key) ? 'test'
    : /^(?:eslintConfig|prettier|stylelint|xo)$/.test(key) ? 'open' : /^(?:commitlint|release|semantic-release|standard-version|c?ommitizen)$/.test(key) ? 'commit'
      : key === 'browser' ? 'start' : 'build';

/** Texts of one key that are looked up, and how deep: an honest setting is shorter and flatter. */
const textLimit = 500;
const depthLimit = 6;

function* loadedBy(key: string, value: unknown, one: Package, folder: Folder): Generator<FoundRun> {
  const files = new Set(textsIn(value, depthLimit).slice(0, textLimit).flatMap((text) => {
    const name = text.replace(/^<rootDir>\/?/, './');
    const file = /[\\/]/.test(name) && !/[*?\s]/.test(name) ? fileNamed(name, one.folder, folder) : undefined;
    return file !== undefined && isCode.test(file) ? [file] : [];
  }));
  const line = folder.json(one.file)?.lineOf([key]) ?? 1;
  for (const file of files) yield { moment: momentOf(key), file: one.file, line, by: `package.json ${key}`, command: file, targets: [file], only: true, ordinary: true };
}

const isCode = /\.(?:[cm]?[jt]sx?|node|json|sh)$/;

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(Array.isArray(value) ? value : asRecord(value)).flatMap((item) => textsIn(item, depth - 1));
}
