import type { CompiledFiles } from './compiled-files.ts';
import type { Branch } from './python-tree.ts';
import type { Cell, Module, Routine, Scope, Value } from './python-value.ts';
import type { Detail, Kind } from '../sighting.ts';

/** What is shared by all modules of a project while they are looked at. */
export interface Analysis {
  readonly routineOf: (key: string, make: () => Routine) => Routine;
  /** The module that a text becomes when it is run. */
  readonly moduleOf: (key: string, make: () => Module) => Module;
  /** Names of a function: kept, so that a loop sees what its end assigns, and nothing looks new that is not. */
  readonly scopeOf: (key: string, make: () => Scope) => Scope;
  readonly cellOf: (key: string) => Cell;
  readonly moduleNamed: (name: string, from: string) => Value | undefined;
  readonly see: (kind: Kind, node: Branch, frame: Frame, detail?: Detail) => void;
  readonly compiled: CompiledFiles;
  /** Calls of one function that are followed into it: a function that everything calls says nothing of what reaches it. */
  readonly mostCalls: number;
  /** More is followed together than people write for others to work on. */
  readonly isMuch: boolean;
  /** Texts and places of paths to which something from the network was written. */
  readonly written: Set<string>;
  /** Calls that start an interpreter which runs what it is given at its input. */
  readonly interpreters: Set<string>;
  /** Places of folders into which something from the network was unpacked. */
  readonly unpacked: Set<string>;
}

/** Where an expression stands. */
export interface Frame { readonly analysis: Analysis; readonly module: Module; readonly scope: Scope; readonly returns?: Cell; readonly classOf?: Value }
