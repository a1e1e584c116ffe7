import type { ExportNamedDeclaration, ImportDeclaration, Node, Statement } from '@babel/types';
import { assign } from './assign.ts';
import { childrenOf } from './children-of.ts';
import { evaluate } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { readMember } from './member.ts';
import { declareBlock } from './scope.ts';
import { elementsOf, join, memberOf, nothing, ofLabels, ofThing, type Value } from './value.ts';

export function executeAll(statements: readonly Statement[], frame: Frame): void {
  declareBlock(statements, frame.scope);
  // Functions first: what follows may call them, and then the next round has less to do.
  for (const statement of statements) if (statement.type === 'FunctionDeclaration') execute(statement, frame);
  for (const statement of statements) if (statement.type !== 'FunctionDeclaration') execute(statement, frame);
}

export function execute(node: Node | null | undefined, frame: Frame): void {
  switch (node?.type) {
    case undefined: return;
    case 'ExpressionStatement': evaluate(node.expression, frame); return;
    case 'BlockStatement': return executeAll(node.body, { ...frame, scope: frame.program.scopeOf(node, frame.scope) });
    case 'VariableDeclaration': return node.declarations.forEach(({ id, init }) => { if (init) assign(id, evaluate(init, frame), frame); });
    case 'FunctionDeclaration': case 'ClassDeclaration': { const value = evaluate(node, frame); if (node.id) assign(node.id, value, frame); return; }
    case 'ReturnStatement': { const value = evaluate(node.argument, frame); if (node.argument) frame.result?.add(value); return; }
    case 'ForOfStatement': case 'ForInStatement': return executeLoop(node, frame);
    case 'ForStatement': {
      const inner = { ...frame, scope: frame.program.scopeOf(node, frame.scope) };
      if (node.init?.type === 'VariableDeclaration') { declareBlock([node.init], inner.scope); execute(node.init, inner); } else if (node.init) evaluate(node.init, inner);
      if (node.test) evaluate(node.test, inner);
      if (node.update) evaluate(node.update, inner);
      return execute(node.body, inner);
    }
    case 'CatchClause': {
      const inner = { ...frame, scope: frame.program.scopeOf(node, frame.scope) };
      if (node.param) declareBlock([{ type: 'VariableDeclaration', kind: 'let', declarations: [{ type: 'VariableDeclarator', id: node.param }] } as Node], inner.scope);
      if (node.param && frame.thrown) assign(node.param, frame.thrown.value, inner);
      return execute(node.body, inner);
    }
    case 'ThrowStatement': { const value = evaluate(node.argument, frame); frame.thrown?.add(value); return; }
    case 'TryStatement': {
      const inner = { ...frame, thrown: frame.program.thingOf(node, 'object').others };
      execute(node.block, inner);
      execute(node.handler, { ...frame, thrown: inner.thrown });
      return execute(node.finalizer, frame);
    }
    case 'ImportDeclaration': return executeImport(node, frame);
    case 'ExportNamedDeclaration': return executeExport(node, frame);
    case 'ExportDefaultDeclaration': {
      const value = evaluate(node.declaration, frame);
      if ('id' in node.declaration && node.declaration.id?.type === 'Identifier') assign(node.declaration.id, value, frame);
      memberOf(frame.script.exports, 'default').add(value);
      return;
    }
    case 'ExportAllDeclaration': {
      for (const thing of frame.program.importValue(frame.script, node.source.value).things) {
        for (const [name, cell] of thing.members) memberOf(frame.script.exports, name).add(cell.value);
      }
      return;
    }
    default: if (/Statement$|^SwitchCase$|^File$|^Program$/.test(node!.type)) childrenOf(node!).forEach((child) => execute(child, frame)); else evaluate(node, frame);
  }
}

function executeLoop(node: Extract<Node, { type: 'ForOfStatement' | 'ForInStatement' }>, frame: Frame): void {
  const inner = { ...frame, scope: frame.program.scopeOf(node, frame.scope) };
  const over = evaluate(node.right, frame);
  if (node.left.type === 'VariableDeclaration') declareBlock([node.left], inner.scope);
  const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]!.id : node.left;
  assign(target, node.type === 'ForOfStatement' ? elementsOf(over) : ofLabels(over.labels), inner);
  execute(node.body, inner);
}

const exportName = (node: Node): string => (node.type === 'StringLiteral' ? node.value : node.type === 'Identifier' ? node.name : '');

/** What `import x from` gives: the default export, or all of a CommonJS module. */
function defaultOf(imported: Value, frame: Frame): Value {
  const value = readMember(imported, 'default', frame.program);
  return join(value, { ...imported, things: imported.things.filter((thing) => thing.kind !== 'exports' || !thing.members.has('default')) });
}

function executeImport(node: ImportDeclaration, frame: Frame): void {
  if (node.importKind === 'type') return;
  const imported = frame.program.importValue(frame.script, node.source.value);
  for (const specifier of node.specifiers) {
    const value = specifier.type === 'ImportNamespaceSpecifier' ? imported
      : specifier.type === 'ImportDefaultSpecifier' ? defaultOf(imported, frame)
      : exportName(specifier.imported) === 'default' ? defaultOf(imported, frame) : readMember(imported, exportName(specifier.imported), frame.program);
    assign(specifier.local, value, frame);
  }
}

function executeExport(node: ExportNamedDeclaration, frame: Frame): void {
  const { exports } = frame.script;
  if (node.declaration) {
    execute(node.declaration, frame);
    declaredIn(node.declaration).forEach((name) => memberOf(exports, name).add(frame.scope.find(name)?.value ?? nothing));
  }
  const source = node.source ? frame.program.importValue(frame.script, node.source.value) : undefined;
  for (const specifier of node.specifiers) {
    if (specifier.type === 'ExportNamespaceSpecifier' && source) memberOf(exports, exportName(specifier.exported)).add(source);
    if (specifier.type !== 'ExportSpecifier') continue;
    const value = source ? readMember(source, exportName(specifier.local), frame.program) : evaluate(specifier.local, frame);
    memberOf(exports, exportName(specifier.exported)).add(value);
  }
}

function declaredIn(node: Node): string[] {
  const scope: string[] = [];
  declareBlock([node], { declare: (name: string) => scope.push(name) } as never);
  return scope;
}

/** Follows a whole script once. */
export function executeScript(frame: Frame): void {
  const { program: { body } } = frame.script.tree;
  declareBlock(body, frame.scope);
  executeAll(body, { ...frame, self: ofThing(frame.script.exports) });
}
