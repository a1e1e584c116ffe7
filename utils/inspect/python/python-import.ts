import type { Frame } from './frame.ts';
import { importsFetched } from './python-sinks.ts';
import { memberOf, textOf } from './evaluate.ts';
import type { Branch } from './python-tree.ts';
import { Cell, joinAll, nothing, ofName, type Value } from './python-value.ts';

/** Names under which other modules are the same as the ones that are known. */
const sameAs: Readonly<Record<string, string>> = { cPickle: 'pickle', Tkinter: 'tkinter', __builtin__: 'builtins', 'six.moves.urllib': 'urllib', 'dns.resolver': 'dns.resolver' };

/** `import a.b as c`, `from a.b import c as d`, `from . import q`, `from a import *`. */
export function readImport(node: Branch, frame: Frame): void {
  const words = node.kids.map((one) => ({ name: one.name, text: textOf(one, frame) })).filter(({ name }) => name !== '(' && name !== ')');
  const isFrom = words[0]?.name === 'from';
  const at = words.findIndex(({ name }) => name === 'import');
  if (at < 0) return;
  const base = isFrom ? words.slice(1, at).map(({ text }) => text).join('') : '';
  for (const part of partsBetween(words.slice(at + 1))) {
    const as = part.findIndex(({ name }) => name === 'as');
    const name = part.slice(0, as < 0 ? undefined : as).map(({ text }) => text).join('');
    const alias = as < 0 ? undefined : part[as + 1]?.text;
    if (isFrom && !base.endsWith('.')) importsFetched(`${base}.${name}`, (kind, detail = {}) => kind === 'loads-compiled-code' && frame.analysis.see(kind, node, frame, detail), frame);
    importsFetched(isFrom ? base : name, (kind, detail = {}) => frame.analysis.see(kind, node, frame, detail), frame);
    if (isFrom) fromModule(base, name, alias ?? name, frame);
    else frame.scope.cell(alias ?? name.split('.')[0]!).add(alias === undefined ? rootOf(name, frame) : moduleOf(name, frame));
  }
}

function fromModule(base: string, name: string, as: string, frame: Frame): void {
  const module = moduleOf(base, frame);
  if (name === '*') {
    if (!frame.scope.stars.some((star) => star.names[0] === module.names[0])) frame.scope.stars.push(module);
    return;
  }
  const inner = frame.analysis.moduleNamed(base.endsWith('.') ? base + name : `${base}.${name}`, frame.module.path);
  frame.scope.cell(as).add(joinAll([memberOf(module, name), ...(inner ? [inner] : [])]));
}

function moduleOf(name: string, frame: Frame): Value {
  const own = frame.analysis.moduleNamed(name, frame.module.path);
  // A module of the project hides one of the library of that name, but nobody hides `requests` behind a folder of tests.
  return own ? { ...own, names: [name] } : ofName(sameAs[name] ?? name);
}

/** `import a.b` gives `a`; where the project has `a/b.py` it is found under it. */
function rootOf(name: string, frame: Frame): Value {
  const [root, ...rest] = name.split('.');
  const inner = rest.length > 0 ? frame.analysis.moduleNamed(name, frame.module.path) : undefined;
  const base = moduleOf(root!, frame);
  if (!inner || rest.length !== 1) return base;
  const cell = frame.analysis.cellOf(`module ${name}`);
  if (cell.value === nothing) cell.add({ ...nothing, things: [{ members: new Map([[rest[0]!, cellOf(inner)]]) }] });
  return { ...base, things: [...base.things, ...cell.value.things] };
}

function cellOf(value: Value): Cell {
  const cell = new Cell();
  cell.add(value);
  return cell;
}

function partsBetween<T extends { name: string }>(words: readonly T[]): T[][] {
  const parts: T[][] = [[]];
  for (const word of words) {
    if (word.name === ',') parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return parts.filter((part) => part.length > 0);
}
