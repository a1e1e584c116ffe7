import type { Node } from '@babel/types';
import type { Detail, Kind, Sighting, TextFile } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';
import { executeScript } from './execute.ts';
import type { Frame, Program, Script } from './frame.ts';
import { getOrMake } from './get-or-make.ts';
import { Links } from './links.ts';
import { parseScript } from './parse-script.ts';
import { Scope } from './scope.ts';
import { Cell, newThing, type Callable, type Thing, type Value } from './value.ts';

/** Rounds after which the analysis stops although something may still move: what is missed is at the end of a chain of as many calls. */
const mostRounds = 10;
/** Characters that are followed in all rounds together; a round more is not begun above. */
const mostFollowed = 2_000_000;

/** What a program needs from the project around it. */
export interface Surroundings {
  readonly settings: ReadonlyMap<string, string>;
  /** Tells by `met` which script of the project gives the value. */
  readonly importValue: (from: Script, specifier: string, met: (to: Script) => void) => Value;
  readonly isDisguised: (from: Script, specifier: string) => boolean;
  /** Told of a script that could not be followed to its end. */
  readonly brokenOff?: (script: Script) => void;
}

export const newScript = (file: TextFile, text: string): Script | undefined => {
  const tree = parseScript(file.path, text);
  return tree && { file, tree, scope: new Scope(), exports: newThing('exports'), whole: new Cell() };
};

/** Follows scripts, and tells what was seen. Scripts that join on the way are followed too. */
export function followScripts(scripts: readonly Script[], surroundings: Surroundings): Sighting[] {
  const seen = new Map<string, Sighting>();
  const links = new Links();
  const program = newProgram({
    ...surroundings,
    importValue: (from, specifier) => surroundings.importValue(from, specifier, (to) => links.link(from, to)),
  }, seen);
  // The first round shows who has to do with whom. Scripts that have nothing to do with each other come to rest by themselves.
  // One that is nested deeper than the stack holds hides none of the others.
  for (const script of scripts) if (!followOnce(script, program)) surroundings.brokenOff?.(script);
  seen.clear();
  const budget = { left: mostFollowed };
  for (const group of links.groups(scripts)) followGroup(group, program, seen, budget);
  return [...seen.values()];
}

/** Characters that are followed for the scripts of one group; bundles are a hundred times the size of what a person writes, and none more hopeful. */
const mostOfGroup = 900_000;
/** A line of a minified script holds as many calls as ten of a person, and they meet more functions. */
const isMinified = ({ file: { text } }: Script): boolean => text.length > 20_000 && text.length / (text.split('\n', 400).length) > 200;
const weightOf = (script: Script): number => script.file.text.length * (isMinified(script) ? 3 : 1);

function followGroup(group: readonly Script[], program: Program, seen: Map<string, Sighting>, budget: { left: number }): void {
  const length = group.reduce((sum, script) => sum + weightOf(script), 0);
  const rounds = Math.max(2, Math.min(mostRounds, Math.floor(mostOfGroup / length)));
  program.isSettled = false;
  for (let round = 0; round < rounds; round++) {
    const before = Cell.changes;
    budget.left -= length;
    const isLast = round === rounds - 1 || budget.left < 0;
    if (isLast) program.isSettled = true;
    for (const { file } of group) for (const [key, { file: path }] of seen) if (path === file.path) seen.delete(key);
    for (const script of group) followOnce(script, program);
    if (isLast || (Cell.changes === before && program.isSettled)) return;
    if (Cell.changes === before) program.isSettled = true;
  }
}

/** What engines throw at the end of the stack, and for texts and arrays too large. */
const isStackEnd = (error: unknown): boolean => error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');

/** False when the script is nested deeper than the stack holds. */
function followOnce(script: Script, program: Program): boolean {
  try {
    executeScript({ program, script, scope: script.scope });
    return true;
  } catch (error) {
    if (isStackEnd(error)) return false;
    throw error;
  }
}

function newProgram({ settings, importValue, isDisguised }: Pick<Program, 'settings' | 'importValue' | 'isDisguised'>, seen: Map<string, Sighting>): Program {
  const things = new Map<Node, Map<string, Thing>>();
  const scopes = new Map<Node, Scope>();
  const callables = new Map<Node, Callable>();
  const inner = new Map<string, Script | undefined>();
  const program: Program = {
    globals: newThing('object'), settings, written: new Set(), isSettled: false, importValue, isDisguised,
    see: (kind, script, node, detail) => note(seen, kind, script, script.at ?? node, detail),
    thingOf: (node, kind) => {
      const made = things.get(node) ?? new Map<string, Thing>();
      things.set(node, made);
      const thing = made.get(kind) ?? newThing(kind);
      made.set(kind, thing);
      return thing;
    },
    scopeOf: (node, parent) => getOrMake(scopes, node, () => new Scope(parent)),
    callableOf: (node, make) => getOrMake(callables, node, make),
    follow: (text, node, frame) => followText(text, node, frame, inner),
  };
  return program;
}

function note(seen: Map<string, Sighting>, kind: Kind, { file }: Script, node: Node, detail: Detail): void {
  const offset = node.start ?? 0;
  const key = `${kind} ${file.path} ${file.lines.lineOf(offset)} ${String(detail.way ?? '')}`;
  if (seen.has(key)) return;
  seen.set(key, { kind, file: file.path, line: file.lines.lineOf(offset), snippet: snippetAt(file.text, offset), detail });
}

/** Text in text in text: deeper than this nobody who wants to be read goes. */
const deepestText = 4;

function followText(text: string, node: Node, frame: Frame, inner: Map<string, Script | undefined>): void {
  const depth = depths.get(frame.script) ?? 0;
  if (text.length < 20 || depth >= deepestText || !/[(=]/.test(text)) return;
  const key = `${frame.script.file.path} ${node.start} ${text}`;
  if (!inner.has(key)) {
    const script = newScript(frame.script.file, text) ?? newScript(frame.script.file, `(${text})`);
    inner.set(key, script && { ...script, at: frame.script.at ?? node, scope: new Scope(frame.scope) });
  }
  const script = inner.get(key);
  if (!script) return;
  depths.set(script, depth + 1);
  executeScript({ ...frame, script, scope: script.scope });
}

const depths = new WeakMap<Script, number>();
