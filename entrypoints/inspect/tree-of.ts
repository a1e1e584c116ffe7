import type { Severity } from '../../utils/core/rule.ts';
import { severities } from '../../utils/core/rule.ts';
import type { Inspection } from '../../utils/inspect/inspection.ts';

export interface Mark {
  /** Number of places with a finding. */
  readonly places: number;
  readonly severity?: Severity;
  /** Something starts from here by itself, or is started. */
  readonly runs: boolean;
}
export interface TreeNode {
  readonly name: string;
  readonly path: string;
  /** Absent of a file. */
  readonly children?: ReadonlyMap<string, TreeNode>;
  /** Of a folder: of all below. */
  readonly mark: Mark;
}
interface Growing { name: string; path: string; children?: Map<string, Growing>; mark: { places: number; severity?: Severity; runs: boolean } }

/** Folders and files as a tree, with what was found at them. */
export function treeOf(paths: readonly string[], { findings, runs }: Inspection): TreeNode {
  const root = grow('', '');
  for (const path of paths) plant(root, path);
  // What is told of need not be among what was kept.
  for (const { file, severity } of findings) markAt(root, file, { places: 1, severity, runs: false });
  for (const { file, targets } of [...runs.open, ...runs.install, ...runs.start, ...runs.other]) {
    for (const path of new Set([file, ...targets])) markAt(root, path, { places: 0, runs: true });
  }
  return root;
}

const grow = (name: string, path: string): Growing => ({ name, path, mark: { places: 0, runs: false } });

/** The nodes from the top down to a path, made where they are missing. */
function plant(root: Growing, path: string): Growing[] {
  const way = [root];
  for (const name of path.split('/')) {
    const above = way.at(-1)!;
    above.children ??= new Map();
    const node = above.children.get(name) ?? grow(name, above.path ? `${above.path}/${name}` : name);
    above.children.set(name, node);
    way.push(node);
  }
  return way;
}

function markAt(root: Growing, path: string, { places, severity, runs }: Mark): void {
  for (const { mark } of plant(root, path)) {
    mark.places += places;
    mark.runs ||= runs;
    if (severity && (!mark.severity || severities.indexOf(severity) > severities.indexOf(mark.severity))) mark.severity = severity;
  }
}

/** Folders first, marked ones before the others, then by name. */
export const childrenOf = ({ children }: TreeNode): TreeNode[] =>
  [...(children?.values() ?? [])].sort((a, b) => Number(b.children !== undefined) - Number(a.children !== undefined)
    || Number(isMarked(b)) - Number(isMarked(a)) || (a.name < b.name ? -1 : 1));

export const isMarked = ({ mark }: TreeNode): boolean => mark.places > 0 || mark.runs;
