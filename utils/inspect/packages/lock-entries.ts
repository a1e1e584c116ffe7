import type { TextFile } from '../sighting.ts';

/** What a lock file takes: `name` is the package that is meant, `from` the address that it is taken from, as far as one is written. */
export interface LockEntry {
  readonly name: string;
  readonly from?: string;
  readonly offset: number;
  /** False: what is fetched is not compared with a checksum. Absent where that is not written beside the address. */
  readonly isChecked?: boolean;
  /** It runs something of its own when it is installed. */
  readonly runsScript?: boolean;
}

type ReadsLock = (text: string) => LockEntry[];

const readers: readonly (readonly [RegExp, ReadsLock])[] = [
  [/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/, readPackageLock],
  [/(?:^|\/)yarn\.lock$/, (text) => (/^__metadata:/m.test(text) ? readBerry(text) : readYarn(text))],
  [/(?:^|\/)pnpm-lock\.ya?ml$/, readPnpm],
  [/(?:^|\/)bun\.lock$/, readBun],
];

/** Entries of a lock file of npm, Yarn, pnpm or Bun; none of other files, and none of one that cannot be read. */
export function lockEntries({ path, text }: TextFile): readonly LockEntry[] {
  return readers.find(([name]) => name.test(path))?.[1](text) ?? [];
}

interface NpmEntry {
  name?: unknown; version?: unknown; resolved?: unknown; link?: unknown; dependencies?: unknown; integrity?: unknown; hasInstallScript?: unknown;
}

/** An entry under its key in the file, of the package that is meant. */
interface Keyed { readonly key: string; readonly name: string; readonly entry: NpmEntry }

/** `packages` since npm 7, nested `dependencies` before it. Places are found again in order, for JSON.parse keeps none. */
function readPackageLock(text: string): LockEntry[] {
  const lock = parsed(text) as { packages?: unknown; dependencies?: unknown } | undefined;
  let at = 0;
  const placeOf = (written: string): number => {
    const found = text.indexOf(JSON.stringify(written), at);
    return (at = found < 0 ? at : found);
  };
  return (lock?.packages ? fromPackages(lock.packages) : fromDependencies(lock?.dependencies)).map(({ key, name, entry }) => {
    const offset = placeOf(key);
    const { resolved, integrity, hasInstallScript } = entry;
    if (typeof resolved !== 'string') return { name, offset };
    return { name, offset: placeOf(resolved), from: resolved, isChecked: typeof integrity === 'string', ...(hasInstallScript === true && { runsScript: true }) };
  });
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

const entriesOf = (value: unknown): [string, NpmEntry][] =>
  (typeof value === 'object' && value !== null ? Object.entries(value) : []).filter(([, entry]) => typeof entry === 'object' && entry !== null) as [string, NpmEntry][];

function fromPackages(packages: unknown): Keyed[] {
  return entriesOf(packages).filter(([key, { link }]) => key.includes('node_modules/') && link !== true)
    .map(([key, entry]) => ({ key, entry, name: typeof entry.name === 'string' ? entry.name : key.slice(key.lastIndexOf('node_modules/') + 13) }));
}

/** An alias stands in its version: "npm:other@1.0.0". Deeper than any real tree somebody wants the stack to end. */
function fromDependencies(dependencies: unknown, depth = 0): Keyed[] {
  if (depth > 100) return [];
  return entriesOf(dependencies).flatMap(([key, entry]) => {
    const alias = /^npm:(.+)@/.exec(String(entry.version ?? ''))?.[1];
    return [{ key, entry, name: alias ?? key }, ...fromDependencies(entry.dependencies, depth + 1)];
  });
}

/** Blocks of `"name@range", name@range:` and indented lines, of which `resolved` is one. */
function readYarn(text: string): LockEntry[] {
  return [...text.matchAll(/^"?((?:@[^@\s"]+\/)?[^@\s",:#]+)@(?:npm:((?:@[^@\s"]+\/)?[^@\s",]+)@)?[^\n]*:\r?\n((?:[ \t]+[^\n]*\n?)*)/gm)].map((match) => {
    const from = /^\s+resolved "([^"]+)"/m.exec(match[3]!);
    const offset = from ? match.index + match[0].length - match[3]!.length + from.index + from[0].search(/\S/) : match.index;
    const isChecked = /^\s+integrity /m.test(match[3]!) || /#[\da-f]{20,}$/.test(from?.[1] ?? '');
    return { name: match[2] ?? match[1]!, offset, ...(from && { from: from[1]!, isChecked }) };
  });
}

/** `resolution: "name@npm:1.0.0"`, or an address behind the name. */
function readBerry(text: string): LockEntry[] {
  return [...text.matchAll(/^\s+resolution: "((?:@[^@"/]+\/)?[^@"]+)@([^"\n]+)"/gm)].map((match) => {
    const offset = match.index + match[0].search(/\S/);
    const archive = /__archiveUrl=([^&#"]+)/.exec(match[2]!)?.[1];
    const from = archive ? decoded(archive) : /^(?:https?|git|ssh)[:@+]/.test(match[2]!) ? match[2]! : undefined;
    return { name: match[1]!, offset, ...(from && { from }) };
  });
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Keys `/name@1.0.0`, `/name/1.0.0` or `name@1.0.0`, and below them `resolution: {integrity, tarball}` or a repository. */
function readPnpm(text: string): LockEntry[] {
  return [...text.matchAll(/^ {2}'?\/?((?:@[^@/\s]+\/)?[^@/\s:'"]+)[@/]([^\n]*?)'?:\r?\n((?: {4}[^\n]*\n?)*)/gm)].flatMap((match) => {
    const from = /resolution:[^\n]*?(?:tarball|repo): ['"]?([^,}\s'"]+)/.exec(match[3]!);
    const hasResolution = /^ {4}resolution:/m.test(match[3]!);
    if (!hasResolution) return [];
    const offset = from ? match.index + match[0].length - match[3]!.length + from.index : match.index + 2;
    const isChecked = /^ {4}resolution:[^\n]*\bintegrity:/m.test(match[3]!);
    const runsScript = /^ {4}requiresBuild: true/m.test(match[3]!);
    return [{ name: match[1]!, offset, ...(from && { from: from[1]!, isChecked, ...(runsScript && { runsScript }) }) }];
  });
}

/** `"name": ["name@1.0.0", "", ...]`, with the registry's address second when it is not the default, or an address behind the name. */
function readBun(text: string): LockEntry[] {
  return [...text.matchAll(/^\s+"[^"\n]+": \["((?:@[^@"/]+\/)?[^@"]+)@([^"\n]*)"(?:, "([^"\n]*)")?/gm)].map((match) => {
    const from = [match[3], match[2]].find((one) => one && /^(?:https?|git|ssh|github)[:@+]/.test(one));
    return { name: match[1]!, offset: match.index + match[0].search(/\S/), ...(from && { from }) };
  });
}
