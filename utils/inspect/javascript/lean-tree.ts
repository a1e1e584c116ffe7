import type { File } from '@babel/types';
import { clientOf } from './client-types.ts';

/** Types, and how a literal was spelled: nobody asks for them, but for types of clients. */
const unread = new Set(['extra', 'typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'comments', 'errors']);

/** Takes from a tree what nobody reads, lines and columns above all: half of it. Trees of a whole project are kept at once, a million nodes. */
export function leanTree(tree: File): File {
  const waiting: unknown[] = [tree];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (Array.isArray(part)) {
      for (const one of part as unknown[]) if (one) waiting.push(one);
      continue;
    }
    const node = part as Record<string, unknown>;
    node['loc'] = undefined;
    for (const key in node) {
      const value = node[key];
      if (typeof value !== 'object' || value === null) continue;
      if (unread.has(key)) { if (key !== 'typeAnnotation' || clientOf(node) === undefined) node[key] = undefined; }
      else waiting.push(value);
    }
  }
  return tree;
}
