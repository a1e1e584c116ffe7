import type { Node, PatternLike, Statement } from '@babel/types';
import { Cell } from './value.ts';
import { childrenOf } from './children-of.ts';

/** Names that a function or block declares, and where they are looked up next. */
export class Scope {
  readonly names = new Map<string, Cell>();
  constructor(readonly parent?: Scope) {}

  find(name: string): Cell | undefined {
    return this.names.get(name) ?? this.parent?.find(name);
  }

  declare(name: string): Cell {
    const cell = this.names.get(name) ?? new Cell();
    this.names.set(name, cell);
    return cell;
  }
}

/** Names that a pattern binds: `{ a, b: [c] }` binds a and c. */
export function namesIn(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier': return [pattern.name];
    case 'ObjectPattern': return pattern.properties.flatMap((property) => namesIn(property.type === 'RestElement' ? property.argument : property.value));
    case 'ArrayPattern': return pattern.elements.flatMap((element) => namesIn(element));
    case 'AssignmentPattern': return namesIn(pattern.left);
    case 'RestElement': return namesIn(pattern.argument);
    case 'TSParameterProperty': return namesIn(pattern.parameter as PatternLike);
    default: return [];
  }
}

/** Declares what a block declares before it runs. Otherwise names used before their line would be taken for global ones. */
export function declareBlock(statements: readonly Node[], scope: Scope): void {
  for (const outer of statements) {
    const statement = (outer.type === 'ExportNamedDeclaration' || outer.type === 'ExportDefaultDeclaration') && outer.declaration ? outer.declaration : outer;
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
      if (statement.id) scope.declare(statement.id.name);
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id } of statement.declarations) namesIn(id).forEach((name) => scope.declare(name));
    } else if (statement.type === 'ImportDeclaration') {
      for (const { local } of statement.specifiers) scope.declare(local.name);
    }
  }
}

/** Declares each `var` of a function, however deep in its blocks. */
export function declareVariables(body: readonly Statement[], scope: Scope): void {
  const visit = (node: Node): void => {
    if (/Function|^Class|Method|Expression$/.test(node.type)) return;
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      for (const { id } of node.declarations) namesIn(id).forEach((name) => scope.declare(name));
    }
    childrenOf(node).forEach(visit);
  };
  body.forEach(visit);
}
