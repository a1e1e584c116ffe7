import type { File, Node } from '@babel/types';
import type { Detail, Kind, TextFile } from '../sighting.ts';
import type { Scope } from './scope.ts';
import type { Callable, Cell, Thing, Value } from './value.ts';

/** A parsed file of the project, and what it gives to others. */
export interface Script {
  readonly file: TextFile;
  readonly tree: File;
  readonly scope: Scope;
  /** `exports` and the named exports. */
  readonly exports: Thing;
  /** What is assigned to `module.exports`. */
  readonly whole: Cell;
  /** Where the text stands that this was read from, for text that another script runs. */
  readonly at?: Node;
}

/** What all scripts of a project share while they are followed. */
export interface Program {
  readonly globals: Thing;
  /** Values of the project's `.env` files. */
  readonly settings: ReadonlyMap<string, string>;
  /** Paths of files that were written with text from the network. */
  readonly written: Set<string>;
  /** Names that never got a value count as unknown, not as still to come. */
  isSettled: boolean;
  readonly importValue: (from: Script, specifier: string) => Value;
  /** Whether a path that a script names leads to a file that holds text although its name says font or picture. */
  readonly isDisguised: (from: Script, specifier: string) => boolean;
  /** Follows text that a script runs as code. */
  readonly follow: (text: string, node: Node, frame: Frame) => void;
  readonly see: (kind: Kind, script: Script, node: Node, detail: Detail) => void;
  readonly thingOf: (node: Node, kind: Thing['kind']) => Thing;
  readonly scopeOf: (node: Node, parent: Scope) => Scope;
  readonly callableOf: (node: Node, make: () => Callable) => Callable;
}

/** Where the analysis stands. */
export interface Frame {
  readonly program: Program;
  readonly script: Script;
  readonly scope: Scope;
  readonly self?: Value;
  /** What the function returns. */
  readonly result?: Cell;
  /** What is thrown here, for who catches it. */
  readonly thrown?: Cell;
}

/** A call as it stands in the source, with its parts worked out. */
export interface Site {
  readonly node: Node;
  readonly frame: Frame;
  readonly receiver: Value;
  readonly method: string | undefined;
  readonly args: readonly Value[];
  readonly argNodes: readonly Node[];
}
