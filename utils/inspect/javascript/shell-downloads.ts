import type { Node } from '@babel/types';
import { pathsFetchedInto } from '../other-languages/fetched-files.ts';
import { fetchesOnlyInstallers } from '../runs/known-installers.ts';
import { hostIn } from './decode-text.ts';
import type { Site } from './frame.ts';
import { publishers } from './natives.ts';
import { fetchesInShell } from './shell-words.ts';
import { label, ofLabels } from './value.ts';

/** What stands in front of the path that a fetcher writes to. */
const beforePath = /(?:\s-\w{0,20}[oO]|\s--output(?:-document)?|\s-OutFile|>)[\s=]*["']?$/i;

/** A command lets the shell fetch into a file: its path is remembered, by its text and by its name in the source. */
export function rememberDownload(command: string, { frame, argNodes }: Site): void {
  if (!fetchesInShell.test(command) || fetchesOnlyInstallers(command)) return;
  const host = hostIn(/https?:\/\/[^\s"'|;&]+/.exec(command)?.[0]);
  if (host && publishers.test(host)) return;
  // The end of the path must be known: what is not reads "…", and is any path.
  for (const path of pathsFetchedInto(command)) if (path.length > 5 && /\w\.?\w+$/.test(path)) frame.program.written.add(path);
  const words = argNodes.slice(0, 2).flatMap((node) => partsOf(node));
  words.forEach((part, at) => {
    const before = words[at - 1];
    if (typeof part === 'object' && part.type === 'Identifier' && typeof before === 'string' && beforePath.test(before)) frame.scope.find(part.name)?.add(ofLabels(label.written, host));
  });
}

/** A command as it is written: texts, and what stands between them. */
function partsOf(node: Node): (string | Node)[] {
  switch (node.type) {
    case 'StringLiteral': return [` ${node.value}`];
    case 'TemplateLiteral': return node.quasis.flatMap((quasi, at) => [` ${quasi.value.raw}`, ...(node.expressions[at] ? [node.expressions[at]] : [])]);
    case 'BinaryExpression': return node.operator === '+' ? [...partsOf(node.left), ...partsOf(node.right)] : [node];
    case 'ArrayExpression': return node.elements.flatMap((element) => (element ? partsOf(element) : []));
    case 'CallExpression': return node.callee.type === 'MemberExpression' && node.callee.object.type === 'ArrayExpression' ? partsOf(node.callee.object) : [node];
    default: return [node];
  }
}
