import type { Node } from '@babel/types';

/**
 * Where a value may come from, as bits: a value is followed through a program by joining what every way to it brings, so one number a value keeps
 * the whole analysis monotone and quick. Order of statements and branches are not followed: what may meet is taken to meet.
 */
export const label = {
  fetched: 1, chain: 2, dns: 4, decoded: 8, hiddenAddress: 16, home: 32, wallet: 64, browser: 128, keys: 256, fileText: 512, disguised: 1024,
  environment: 2048, clipboard: 4096, written: 8192, encoded: 16384, secretFile: 32768,
  /** Spelled out of character codes; `mixed`: out of an exclusive or, which decoding loops need and parsers do not. */
  characters: 65536, mixed: 131072,
  /** A command that says what is in the clipboard; the key or the words of a wallet. */
  clipboardCommand: 262144, walletKey: 524288,
  /** Numbers of characters. */
  codes: 1048576,
  /** The name of a shell or of another program that runs what it is told; a command line that runs what it fetches. */
  interpreter: 2097152, fetchingCommand: 4194304,
  /** Of what a browser keeps: passwords, cookies, cards; not its folders and settings. */
  browserSecret: 8388608,
} as const;

/** What is known of a value. */
export interface Value {
  readonly labels: number;
  /** What it reads as text, as far as it is constant: gaps stand as "…", see `isWhole`. */
  readonly text?: string | undefined;
  readonly isWhole?: boolean | undefined;
  /** First host it was fetched from. */
  readonly host?: string | undefined;
  /** Things of the language, the browser, Node and packages, named by how they are reached: "eval", "npm:fs.readFileSync", "npm:axios()". */
  readonly natives: readonly string[];
  readonly functions: readonly Callable[];
  readonly things: readonly Thing[];
}

/** A function of the project, or one made by the language (the `resolve` of a promise). */
export interface Callable {
  readonly node?: Node;
  readonly call: (args: readonly Value[]) => Value;
}

/** An object, array, class or module: one for each place in the source that makes it. */
export interface Thing {
  readonly kind: 'object' | 'array' | 'class' | 'exports' | 'file';
  readonly members: Map<string, Cell>;
  /** Members whose name is not known, and the elements of an array. */
  readonly others: Cell;
}

const none: readonly never[] = [];
// Values are of one shape: they are made by the hundred thousand, and engines slow down for objects that differ.
export const unknown: Value = { labels: 0, text: undefined, isWhole: undefined, host: undefined, natives: none, functions: none, things: none };
/** No value has come yet: joins to whatever comes. */
export const nothing: Value = { ...unknown };
/** Longest constant text that is kept; longer ones are as good as unknown, apart from their labels. */
const longestText = 400_000;

export const ofText = (text: string, labels = 0, isWhole = true): Value =>
  text.length > longestText ? ofLabels(labels) : { labels, text, isWhole, host: undefined, natives: none, functions: none, things: none };
export const ofLabels = (labels: number, host?: string): Value => ({ labels, text: undefined, isWhole: undefined, host, natives: none, functions: none, things: none });
export const ofNative = (...natives: string[]): Value => ({ ...unknown, natives });
export const ofThing = (thing: Thing): Value => ({ ...unknown, things: [thing] });
export const ofFunction = (callable: Callable): Value => ({ ...unknown, functions: [callable] });
export const newThing = (kind: Thing['kind']): Thing => ({ kind, members: new Map(), others: new Cell() });

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const more = b.filter((one) => !a.includes(one));
  return more.length === 0 || a.length > most ? a : [...a, ...more];
};
/** Functions or objects kept for one value: dispatch tables of bundles would make every call meet every function. */
const most = 12;

export function join(a: Value, b: Value): Value {
  if (a === nothing || a === b) return b;
  if (b === nothing || hasAll(a, b)) return a;
  const isSameText = a.text === b.text && a.isWhole === b.isWhole;
  return {
    labels: a.labels | b.labels, text: isSameText ? a.text : undefined, isWhole: isSameText ? a.isWhole : undefined, host: a.host ?? b.host,
    natives: union(a.natives, b.natives), functions: union(a.functions, b.functions), things: union(a.things, b.things),
  };
}

export const joinAll = (values: readonly Value[]): Value => values.reduce(join, nothing);

const holds = <T>(all: readonly T[], some: readonly T[]): boolean => all === some || some.length === 0 || all.length > most || some.every((one) => all.includes(one));

/** Whether joining a value to another would change nothing: asked for each assignment of each round, so it makes no objects. */
const hasAll = (a: Value, b: Value): boolean =>
  b === nothing || a === b || (a !== nothing && (a.labels | b.labels) === a.labels && (a.text === undefined || (a.text === b.text && a.isWhole === b.isWhole))
    && (a.host !== undefined || b.host === undefined) && holds(a.natives, b.natives) && holds(a.functions, b.functions) && holds(a.things, b.things));

/** A place that holds a value: it only ever grows, and counts so that the analysis knows when it may stop. */
export class Cell {
  static changes = 0;
  value: Value = nothing;
  add(value: Value): void {
    if (hasAll(this.value, value)) return;
    this.value = join(this.value, value);
    Cell.changes++;
  }
}

export function memberOf(thing: Thing, name: string | undefined): Cell {
  if (name === undefined) return thing.others;
  const cell = thing.members.get(name) ?? new Cell();
  thing.members.set(name, cell);
  return cell;
}

/** Values looked into for one question, and how deep: objects of a program hold each other, and all of them would be the whole program. */
const mostValues = 150;
const deepest = 4;
/** The same where labels are only handed on: asked for each argument of each call. */
export const fewValues = 16;

/** Calls `look` with a value and with what lies in it. */
function lookInto(value: Value, depth: number, look: (value: Value) => void, most = mostValues): void {
  if (value.things.length === 0) return look(value);
  const met = new Set<Thing>();
  let count = 0;
  const visit = (one: Value, left: number): void => {
    look(one);
    count++;
    if (left === 0) return;
    for (const thing of one.things) {
      if (met.has(thing)) continue;
      met.add(thing);
      visit(thing.others.value, left - 1);
      for (const cell of thing.members.values()) {
        if (count > most) return;
        visit(cell.value, left - 1);
      }
    }
  };
  visit(value, depth);
}

/** Labels of a value and of what lies in it. */
export function deepLabels(value: Value, most = mostValues): number {
  let labels = 0;
  lookInto(value, deepest, (one) => { labels |= one.labels | (one.natives.includes('process.env') ? label.environment : 0); }, most);
  return labels;
}

/** Some text in a value or in what lies in it, to recognise questions to blockchains and the like. */
export function deepTexts(value: Value, depth = deepest): string[] {
  const texts: string[] = [];
  lookInto(value, depth, ({ text }) => { if (text !== undefined) texts.push(text); });
  return texts;
}

/** All known elements of an array, and labels that hang on the value itself. */
export function elementsOf(value: Value): Value {
  let elements = value.labels ? ofLabels(value.labels, value.host) : nothing;
  for (const thing of value.things) {
    elements = join(elements, thing.others.value);
    let count = 0;
    for (const cell of thing.members.values()) {
      if (++count > mostValues) break;
      elements = join(elements, cell.value);
    }
  }
  return elements;
}
