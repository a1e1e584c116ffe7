import { parentOf, resolvePath, type Folder } from './folder.ts';
import { asRecord, asText, textsOf } from './plain.ts';

export interface Package {
  readonly folder: string;
  readonly file: string;
  readonly name: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
}

/** Packages that are read, outermost first: the largest ordinary repositories have some hundreds. */
const packageLimit = 2_000;

const packagesOfFolder = new WeakMap<Folder, readonly Package[]>();

/** Every package.json of the project's own, outermost first. */
export function packagesOf(folder: Folder): readonly Package[] {
  const known = packagesOfFolder.get(folder);
  if (known) return known;
  const packages = folder.named('package.json').slice(0, packageLimit).map((file) => packageAt(file, folder));
  packagesOfFolder.set(folder, packages);
  return packages;
}

function packageAt(file: string, folder: Folder): Package {
  const manifest = asRecord(folder.json(file)?.value);
  const scripts = Object.entries(asRecord(manifest['scripts'])).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { folder: parentOf(file), file, name: asText(manifest['name']) ?? '', manifest, scripts: Object.fromEntries(scripts) };
}

export const packageIn = (cwd: string, folder: Folder): Package | undefined => packagesOf(folder).find((one) => one.folder === cwd);

/** The package a workspace flag means: by its name or by its folder. */
export const packageNamed = (name: string, folder: Folder): Package | undefined =>
  packagesOf(folder).find((one) => one.name === name || one.folder === resolvePath('', name.replace(/\.\.\.$|^\.\.\./g, '')));

/** Packages that are installed along with one: its workspaces and what it takes from a folder of the project. */
export function installedWith(one: Package, folder: Folder): Package[] {
  const fromFolder = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) => Object.values(asRecord(one.manifest[key])))
    .flatMap((version) => typeof version === 'string' ? [/^(?:file|link|portal):(.*)$/.exec(version)?.[1]] : [])
    .map((path) => path === undefined ? undefined : resolvePath(one.folder, path));
  const workspaces = workspaceGlobs(one, folder).map((glob) => matcherOf(one.folder, glob));
  return packagesOf(folder).filter((other) => other !== one && (fromFolder.includes(other.folder) || workspaces.some((matches) => matches.test(other.folder))));
}

function workspaceGlobs({ folder: where, manifest }: Package, folder: Folder): string[] {
  const { workspaces } = manifest;
  const pnpm = folder.yaml(`${where ? `${where}/` : ''}pnpm-workspace.yaml`)?.value;
  return [...textsOf(workspaces), ...textsOf(asRecord(workspaces)['packages']), ...textsOf(asRecord(pnpm)['packages'])].filter((glob) => !glob.startsWith('!'));
}

/** Stars of a pattern that are followed: with many of them, one match could take for ever. */
const starLimit = 4;

function matcherOf(where: string, glob: string): RegExp {
  if (glob.split(/\*+/).length > starLimit + 1) return /$^/;
  const whole = resolvePath(where, glob) ?? glob;
  const source = whole.replace(/[.+^$()|[\]{}?]/g, '\\$&').replace(/\*+/g, (stars) => stars.length > 1 ? '.*' : '[^/]*');
  return new RegExp(`^${source}$`);
}
