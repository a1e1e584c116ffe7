import { parseTree, type Node } from 'jsonc-parser';
import type { TextFile } from '../sighting.ts';

/** A dependency as a manifest names it. `name` is the package that is taken: of an alias the one behind it. */
export interface NamedPackage {
  readonly name: string;
  readonly spec: string;
  readonly offset: number;
  /** Name by which the project's own code calls an alias: of `"axios": "npm:other@1"` it is axios. */
  readonly calledAs?: string;
}

const sections = new Set(['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides', 'resolutions']);
const manifest = /(?:^|\/)package\.json$/;
const requirements = /(?:^|\/)(?:[\w.-]*requirements[\w.-]*|constraints)\.(?:txt|in)$|(?:^|\/)requirements\/[\w.-]+\.txt$/i;

/** Dependencies that a package.json or a requirements.txt names; none of other files, and none of a file that cannot be read. */
export function manifestPackages({ path, text }: TextFile): readonly NamedPackage[] {
  if (manifest.test(path)) return npmPackages(text);
  return requirements.test(path) ? pythonPackages(text) : [];
}

/** True of manifests that name packages of npm, whose popular names are known. */
export const isNpmManifest = (path: string): boolean => manifest.test(path);

function npmPackages(text: string): NamedPackage[] {
  const root = parseTree(text.replace(/^\uFEFF/, ' '));
  return properties(root).filter(([key]) => sections.has(key.value as string)).flatMap(([, section]) => inSection(section));
}

/** Overrides nest: `{ "a": { "b": "1" } }` names a and b. */
function inSection(section: Node): NamedPackage[] {
  return properties(section).flatMap(([key, value]) => {
    const written = String(key.value);
    if (value.type === 'object') return [{ name: bareName(written), spec: '', offset: key.offset }, ...inSection(value)];
    const spec = String(value.value ?? '');
    if (spec.startsWith('npm:')) return [{ name: bareName(spec.slice(4)), spec, offset: key.offset, calledAs: bareName(written) }];
    return [{ name: bareName(written), spec, offset: key.offset }];
  });
}

/** Resolutions also write `parent/name@1` and `@scope/name@^2`. */
function bareName(written: string): string {
  const last = /(?:^|\/)(@[^/]+\/[^/@]+|[^/@]+)(?:@[^/]*)?$/.exec(written.trim());
  return last?.[1] ?? written;
}

const properties = (node: Node | undefined): (readonly [Node, Node])[] =>
  (node?.type === 'object' ? node.children ?? [] : []).flatMap(({ children }) => (children?.[0] && children[1] ? [[children[0], children[1]] as const] : []));

/** Nobody writes longer requirements by hand. */
const longestLine = 2_000;

/** One requirement a line: `name==1`, `name @ https://...`, `git+https://...#egg=name`. */
function pythonPackages(text: string): NamedPackage[] {
  const found: NamedPackage[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const requirement = line.length <= longestLine ? requirementIn(line) : undefined;
    if (requirement) found.push({ ...requirement, offset: offset + line.search(/\S/) });
    offset += line.length + 1;
  }
  return found;
}

function requirementIn(written: string): Omit<NamedPackage, 'offset'> | undefined {
  const comment = written.indexOf(' #');
  const line = (comment < 0 ? written : written.slice(0, comment)).trim().replace(/^(?:-e|--editable)[\s=]+/, '');
  const direct = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*@\s*(\S+)/.exec(line);
  if (direct) return { name: direct[1]!, spec: direct[2]! };
  if (/^(?:(?:git|hg|svn|bzr)\+)?(?:https?|ssh|git|file):/.test(line)) return { name: /#egg=([\w.-]+)/.exec(line)?.[1] ?? '', spec: line };
  const plain = /^[A-Za-z0-9][\w.-]*/.exec(line)?.[0];
  return plain ? { name: plain, spec: line.slice(plain.length).trim() } : undefined;
}
