import { SkipList } from './archive/skip-list.ts';
import type { Project, ProjectFile, Skipped } from './project.ts';
import { textFileOf } from './text-file.ts';

/** First line of the pointer that stands for a large file (git-lfs/docs/spec.md), and the most bytes such a pointer has. */
const pointerStart = 'version https://git-lfs.github.com/spec/v1';
const pointerLength = 1_024;
/** Comparisons of two characters that all patterns may cost together, a fifth of a second; what comes behind counts as here. */
const mostSteps = 10_000_000;

/** What a clone of the project would bring, and what is not here: submodules, files of git LFS, and what is left out of archives. */
export function partsElsewhere(project: Project): Skipped[] {
  const skips = new SkipList();
  for (const { path, reason } of partsOf(project)) skips.add(path, reason);
  return skips.list();
}

function partsOf({ files }: Project): Skipped[] {
  const budget = { steps: mostSteps };
  let known: ReadonlySet<string> | undefined;
  const folders = () => (known ??= foldersOf(files));
  const named = (name: string) => files.filter(({ path }) => path === name || path.endsWith(`/${name}`));
  return [
    ...named('.gitmodules').flatMap((file) => submodules(file).filter((path) => !folders().has(path)))
      .map((path) => ({ path, reason: 'another repository' as const })),
    ...files.filter(isPointer).map(({ path }) => ({ path, reason: 'kept elsewhere' as const })),
    ...named('.gitattributes').flatMap((file) => patternsLeftOut(file).filter((pattern) => !files.some(({ path }) => fits(path, pattern, budget))))
      .map((path) => ({ path, reason: 'left out of archives' as const })),
  ];
}

/** Every folder that something lies in. */
function foldersOf(files: readonly ProjectFile[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of files) for (let at = path.lastIndexOf('/'); at > 0 && !folders.has(path.slice(0, at)); at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
  return folders;
}

const linesOf = (file: ProjectFile): string[] => textFileOf(file)?.text.split('\n') ?? [];

const submodules = (file: ProjectFile): string[] =>
  linesOf(file).flatMap((line) => /^\s*path\s*=\s*"?([^"\r]+?)"?\s*$/.exec(line)?.[1]?.replace(/\/+$/, '') ?? []);

const isPointer = ({ bytes }: ProjectFile): boolean =>
  bytes !== undefined && bytes.length <= pointerLength && bytes[0] === 0x76 && new TextDecoder().decode(bytes.subarray(0, pointerStart.length)) === pointerStart;

/** Patterns with the attribute `export-ignore` (gitattributes(5)), from the top of the project. */
function patternsLeftOut(file: ProjectFile): string[] {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  return linesOf(file).flatMap((line) => {
    const [pattern = '', ...attributes] = line.trim().split(/\s+/);
    if (pattern.startsWith('#') || !attributes.some((attribute) => /^export-ignore(?:=.*)?$/.test(attribute))) return [];
    const plain = pattern.replace(/^"|"$/g, '').replace(/\/+(?:\*\*)?$/, '');
    return plain.replace(/^\//, '').includes('/') || plain.startsWith('/') ? [folder + plain.replace(/^\//, '')] : [`${folder}**/${plain}`];
  });
}

interface Budget { steps: number }

/** Is a path what a pattern names, or inside it? A star stands for anything here, slashes too: saying less is better than saying of a file that is here that it is not. */
function fits(path: string, pattern: string, budget: Budget): boolean {
  const shorter = pattern.startsWith('**/') ? pattern.slice(3) : pattern.replace('/**/', '/');
  return [pattern, `${pattern}/*`, shorter, `${shorter}/*`].some((one) => fitsStars(path, one, budget));
}

/** Goes back to the last star only: time is the product of both lengths, whatever the pattern. */
function fitsStars(path: string, pattern: string, budget: Budget): boolean {
  let [p, star, from] = [0, -1, 0];
  for (let i = 0; i < path.length;) {
    if (--budget.steps < 0) return true;
    if (pattern[p] === '*') {
      star = p++;
      from = i;
    } else if (pattern[p] === '?' || pattern[p] === path[i]) {
      p++;
      i++;
    } else if (star < 0) return false;
    else {
      p = star + 1;
      i = ++from;
    }
  }
  return /^\**$/.test(pattern.slice(p));
}
