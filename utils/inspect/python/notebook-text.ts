import { parseTree, type Node } from 'jsonc-parser';
import { lineIndexOf } from '../text-file.ts';
import type { TextFile } from '../sighting.ts';

/** A cell that a shell is given as a whole. */
const shellCell = /^\s*%%(?:bash|sh|zsh|script\s+(?:ba|z)?sh|system|cmd|powershell)\b/;
/** A cell in which something else stands than Python. */
const otherCell = /^\s*%%(?:html|javascript|js|latex|markdown|svg|sql|R|writefile|file|perl|ruby|cython)\b/i;

/**
 * The code of a notebook's cells as one text of Python: what a cell gives to a shell becomes a call of one. Lines are those of the notebook's file,
 * in which a cell is a list of texts, mostly one for each line.
 */
export function notebookText({ path, text, lines }: TextFile): TextFile {
  const root = parseTree(text.replace(/^\uFEFF/, ' '));
  const cells = childOf(root, 'cells')?.children ?? childOf(childOf(root, 'worksheets')?.children?.[0], 'cells')?.children ?? [];
  const written: { text: string; offset: number }[] = [];
  for (const cell of cells) if (childOf(cell, 'cell_type')?.value === 'code') written.push(...linesOf(childOf(cell, 'source') ?? childOf(cell, 'input')));
  const code = written.map((line) => line.text).join('\n');
  const index = lineIndexOf(code);
  return { path, text: code, lines: { lineOf: (offset) => lines.lineOf(written[index.lineOf(offset) - 1]?.offset ?? 0) } };
}

const childOf = (node: Node | undefined, name: string): Node | undefined => node?.type === 'object' ? node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1] : undefined;

function linesOf(source: Node | undefined): { text: string; offset: number }[] {
  const nodes = source?.type === 'array' ? source.children ?? [] : source ? [source] : [];
  const raw = nodes.flatMap(({ value, offset }) => String(value ?? '').replace(/\n$/, '').split('\n').map((text) => ({ text, offset })));
  const whole = raw.map(({ text }) => text).join('\n');
  if (otherCell.test(whole)) return [];
  if (shellCell.test(whole)) return [{ text: shellCall(whole.slice(whole.indexOf('\n') + 1)), offset: raw[1]?.offset ?? raw[0]!.offset }];
  return raw.map(({ text, offset }) => {
    const command = /^\s*(?:[\w, ]+=\s*)?(?:!{1,2}|%{1,2}(?:sx|system|sc)\s)(.*)$/.exec(text)?.[1];
    const script = /^\s*%run\s+(?:-\w+\s+)*["']?([^\s"']+)/.exec(text)?.[1];
    if (script !== undefined) return { text: `__import__("runpy").run_path(${JSON.stringify(script)})`, offset };
    return { text: command !== undefined ? shellCall(command) : text.replace(/^(\s*)%.*$/, '$1pass'), offset };
  });
}

const shellCall = (command: string): string => `__import__("os").system(${JSON.stringify(command)})`;
