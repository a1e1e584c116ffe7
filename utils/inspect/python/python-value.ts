import type { Branch } from './python-tree.ts';
import { label as shared } from '../javascript/value.ts';

/** What came from an address that only the caller of a library tells, and what was decoded of a text that only the caller has. */
export const toldFetched = shared.fetched;
export const toldDecoded = shared.decoded;
/**
 * Besides what is known of scripts: places from which a computer starts things later; texts of the project that may be encoded, and what may be an
 * address. `fetched` and `decoded` have a second bit here, without which only the caller told from where. Bits above those of scripts.
 */
const label = {
  ...shared, fetched: shared.fetched | (1 << 30), decoded: shared.decoded | (1 << 31),
  encodedText: 1 << 25, atPython: 1 << 26, atShell: 1 << 27, atLogin: 1 << 28, address: 1 << 29,
} as const;

/**
 * What is known of a value of Python. As with JavaScript, whatever may reach a place is joined there: order and branches are not followed, so the
 * analysis only grows and ends. Objects are followed by class, containers as one value with all that lies in them.
 */
export interface Value {
  /** Where it comes from: bits of `label`. */
  readonly labels: number;
  /** What it reads as text, as far as it is constant; a gap is "…". */
  readonly text?: string;
  readonly number?: number;
  /** What it is called from outside: "requests.get", "open()". */
  readonly names: readonly string[];
  readonly functions: readonly Routine[];
  readonly things: readonly Thing[];
  /** Places in the source that made it, to know a path again. */
  readonly keys: readonly string[];
  /** The same of the folders that a path lies in. */
  readonly within?: readonly string[];
  /** Elements of a list or tuple that is written out. */
  readonly items?: readonly Value[];
  readonly host?: string;
}

export interface Thing { readonly members: Map<string, Cell>; readonly isClass?: boolean }
/** A function of the project: what its calls bring is joined at its parameters. */
export interface Routine {
  readonly params: readonly Param[];
  readonly returns: Cell;
  readonly self?: Value;
  /** Places of calls. A function that everything calls says nothing of what reaches it. */
  readonly calls: Set<string>;
}
export interface Param { readonly name: string; readonly stars: number; readonly cell: Cell }

export const nothing: Value = { labels: 0, names: [], functions: [], things: [], keys: [] };
export const ofText = (text: string, labels = 0): Value => ({ ...nothing, text, labels });
export const ofName = (...names: string[]): Value => ({ ...nothing, names });
export const ofLabels = (labels: number): Value => (labels ? { ...nothing, labels } : nothing);

/** Members of unions that are kept: tables of functions would make every call meet every function. */
const most = 12;
function union<T>(a: readonly T[], b: readonly T[], has: (all: readonly T[], one: T) => boolean = (all, one) => all.includes(one)): readonly T[] {
  if (b.length === 0 || a === b || a.length >= most) return a;
  if (a.length === 0) return b;
  const more = b.filter((one) => !has(a, one));
  return more.length === 0 ? a : [...a, ...more].slice(0, most);
}

/** A function is bound to its object anew each time it is reached. */
const hasRoutine = (all: readonly Routine[], { calls, self }: Routine): boolean => all.some((one) => one.calls === calls && (one.self === undefined) === (self === undefined));

export function join(a: Value, b: Value): Value {
  if (a === b || b === nothing) return a;
  if (a === nothing) return b;
  const [names, functions, things, keys] = [union(a.names, b.names), union(a.functions, b.functions, hasRoutine), union(a.things, b.things), union(a.keys, b.keys)];
  const host = a.host ?? b.host;
  const items = joinItems(a.items, b.items);
  const within = b.within ? union(a.within ?? [], b.within) : a.within;
  // Most joins bring nothing new.
  if (names === a.names && functions === a.functions && things === a.things && keys === a.keys && (a.labels | b.labels) === a.labels && within === a.within
    && a.text === b.text && a.number === b.number && a.items === items && host === a.host) return a;
  return {
    labels: a.labels | b.labels, names, functions, things, keys,
    ...(a.text !== undefined && a.text === b.text && { text: a.text }), ...(a.number !== undefined && a.number === b.number && { number: a.number }),
    ...(items && { items }), ...(host && { host }), ...(within && { within }),
  };
}
/** Tuples up to this length are joined place by place. */
const mostPlaces = 4;

function joinItems(a: readonly Value[] | undefined, b: readonly Value[] | undefined): readonly Value[] | undefined {
  if (!a || !b || a === b) return b && a;
  if (a.length !== b.length || a.length > mostPlaces) return undefined;
  const joined = a.map((one, at) => join(one, b[at]!));
  return joined.every((one, at) => one === a[at]) ? a : joined;
}

export const joinAll = (values: readonly Value[]): Value => values.reduce(join, nothing);

/** Holds what may be at a place, and notes for which module that grew, so that the analysis knows what to read again. */
export class Cell {
  /** Numbers of the modules whose cells grew. */
  static readonly changed = new Set<number>();
  /** Number of the module that is being read. */
  static home = 0;
  readonly home = Cell.home;
  value: Value = nothing;

  add(value: Value): void {
    const joined = join(this.value, value);
    const old = this.value;
    if (joined === old) return;
    this.value = joined;
    if (old.labels !== joined.labels || old.names.length !== joined.names.length || old.functions.length !== joined.functions.length
      || old.things.length !== joined.things.length || old.text !== joined.text) Cell.changed.add(this.home);
  }
}

export function cellIn(members: Map<string, Cell>, name: string): Cell {
  const cell = members.get(name) ?? new Cell();
  members.set(name, cell);
  return cell;
}

/** Names of a function or module, and where they are looked up next. */
export class Scope {
  readonly names = new Map<string, Cell>();
  /** Libraries and modules that everything was imported from. */
  readonly stars: Value[] = [];
  readonly outside = new Set<string>();
  constructor(readonly parent?: Scope) {}

  cell(name: string): Cell {
    return this.outside.has(name) && this.parent ? this.parent.cell(name) : cellIn(this.names, name);
  }

  find(name: string): Cell | undefined {
    return this.names.get(name) ?? this.parent?.find(name);
  }

  allStars(): readonly Value[] {
    return this.parent ? [...this.stars, ...this.parent.allStars()] : this.stars;
  }
}

/** A file that is looked at, or a text of the program that it runs as code: of that it is told where it is run. */
export interface Module {
  readonly path: string;
  /** The path, and of a text also its place: different for each module. */
  readonly id: string;
  readonly text: string;
  readonly tree: Branch;
  readonly scope: Scope;
  readonly runAt?: { readonly node: Branch; readonly module: Module };
}

/** It was decoded from a text that stands in the program: nobody needs to encode what he writes himself. */
export const ownText = label.hiddenAddress;
export const secrets = label.wallet | label.browser | label.keys;
export { label };
