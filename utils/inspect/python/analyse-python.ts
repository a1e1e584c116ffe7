import { compiledFiles, type CompiledFiles } from './compiled-files.ts';
import type { Analysis, Frame } from './frame.ts';
import { moduleFinder } from './python-modules.ts';
import { pythonFiles } from './python-files.ts';
import { parsePython, type Branch } from './python-tree.ts';
import { Cell, nothing, Scope, type Module, type Routine, type Value } from './python-value.ts';
import { readStatement } from './statements.ts';
import type { Project } from '../project.ts';
import type { Sighting, TextFile } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';
import { unparsedPython } from './unparsed-python.ts';

/** A value that travels through more functions than this is not followed to its end. */
const mostRounds = 6;
/** The same where so much is followed together that each round takes a second. */
const roundsOfMuch = 3;
/** Calls of one function that are followed into it. Of a whole library nearly everything reaches nearly everything in the end. */
const mostCalls = 16;
const callsOfMuch = 3;

/** What Python files of a project do, by path. */
export function analysePython(project: Project): ReadonlyMap<string, readonly Sighting[]> {
  const { groups, isMuch, tooLong } = pythonFiles(project);
  const found = new Map<string, Sighting[]>();
  const compiled = compiledFiles(project);
  for (const group of groups) analyseTogether(group, isMuch, compiled, found);
  for (const file of tooLong) found.set(file.path, unparsedPython(file));
  return found;
}

function analyseTogether(files: readonly TextFile[], isMuch: boolean, compiled: CompiledFiles, found: Map<string, Sighting[]>): void {
  const lines = new Map(files.map(({ path, lines: index }) => [path, index]));
  const modules = files.map(({ path, text }): Module => ({ path, id: path, text, tree: parsePython(text), scope: new Scope() }));
  const places = new Map(modules.map(({ path }, at) => [path, at]));
  // One value for each: a new one each time would look like something new.
  const values = modules.map(ofModule);
  const importers = new Map<number, Set<number>>();
  const fileNamed = moduleFinder(new Set(places.keys()));
  const [scopes, routines, cells, texts, seen] = [new Map<string, Scope>(), new Map<string, Routine>(), new Map<string, Cell>(), new Map<string, Module>(), new Set<string>()];
  const analysis: Analysis = {
    isMuch,
    compiled,
    mostCalls: isMuch ? callsOfMuch : mostCalls,
    written: new Set(),
    interpreters: new Set(),
    unpacked: new Set(),
    moduleOf: (key, make) => kept(texts, key, make),
    scopeOf: (key, make) => kept(scopes, key, make),
    routineOf: (key, make) => kept(routines, key, make),
    cellOf: (key) => kept(cells, key, () => new Cell()),
    moduleNamed: (name, from) => {
      const at = places.get(fileNamed(name, from) ?? '');
      if (at === undefined) return undefined;
      kept(importers, at, () => new Set<number>()).add(Cell.home);
      return values[at]!;
    },
    see: (kind, node, frame, detail) => {
      const { module, node: { from } } = writtenPlace(frame.module, node);
      const line = lines.get(module.path)!.lineOf(from);
      const key = `${kind} ${module.path}:${line} ${detail?.how ?? ''}`;
      if (seen.has(key)) return;
      seen.add(key);
      kept(found, module.path, () => []).push({ kind, file: module.path, line, snippet: snippetAt(module.text, from), ...(detail && { detail }) });
    },
  };
  const known = () => analysis.written.size + analysis.unpacked.size;
  // Each round reads again what may see something new: modules in which a value grew, and those that import them.
  for (let round = 0, next: ReadonlySet<number> = new Set(modules.keys()); round < (isMuch ? roundsOfMuch : mostRounds) && next.size > 0; round++) {
    Cell.changed.clear();
    const before = known();
    for (const at of next) {
      const module = modules[(Cell.home = at)]!;
      readModule(module, { analysis, module, scope: module.scope });
    }
    next = known() !== before ? new Set(modules.keys()) : withImporters(Cell.changed, importers);
  }
  Cell.changed.clear();
}

/** A package hands on what its modules hold, so importers of importers are among them. */
function withImporters(changed: ReadonlySet<number>, importers: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  const all = new Set(changed);
  for (let step = 0; step < 2; step++) for (const at of new Set(all)) importers.get(at)?.forEach((one) => all.add(one));
  return new Set([...all].sort((a, b) => a - b));
}

/** What a text does is told where the text is run. */
const writtenPlace = (module: Module, node: Branch): { module: Module; node: Branch } => (module.runAt ? writtenPlace(module.runAt.module, module.runAt.node) : { module, node });

const ofModule = ({ scope }: Module): Value => ({ ...nothing, things: [{ members: scope.names }] });

function readModule({ tree }: Module, frame: Frame): void {
  readStatement(tree, frame);
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
