import { evaluate, keyOf } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { parsePython, type Branch } from './python-tree.ts';
import { nothing, Scope, type Module, type Value } from './python-value.ts';
import { readStatement } from './statements.ts';

/** Text that runs text that runs text: obfuscators go on for dozens of layers, of which the first few say enough. */
const deepest = 6;
/** Longer texts are read as encoded, not as code. */
const longest = 100_000;

/**
 * Reads a text of the program as the code that it is run as: `exec("…")`, `eval("…")`, `python -c "…"`. What is seen in it is told where it is run.
 * Answers with the value of an expression, for `eval`.
 */
export function runEmbedded(text: string | undefined, node: Branch, frame: Frame, isApart = false): Value {
  if (text === undefined || text.length > longest || !/[(=.\w]/.test(text) || depthOf(frame.module) >= deepest) return nothing;
  const scope = isApart ? frame.analysis.scopeOf(`${keyOf(node, frame)} run`, () => new Scope()) : frame.scope;
  const module = frame.analysis.moduleOf(`${keyOf(node, frame)} ${text}`, (): Module => ({
    path: frame.module.path, id: `${keyOf(node, frame)}>`, text, tree: parsePython(text), scope, runAt: { node, module: frame.module },
  }));
  const inner: Frame = { ...frame, module, scope, ...(isApart && { returns: undefined, classOf: undefined }) };
  const [first, ...rest] = module.tree.kids;
  if (first?.name === 'ExpressionStatement' && rest.length === 0 && first.kids[0]) return evaluate(first.kids[0], inner);
  readStatement(module.tree, inner);
  return nothing;
}

const depthOf = ({ runAt }: Module): number => (runAt ? 1 + depthOf(runAt.module) : 0);
