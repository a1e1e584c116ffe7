import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A selector as it stands in a source file, in which list, and why it is there. */
interface Entry { readonly list: string; readonly selector: string; readonly reason: string | undefined }

/** `name: [ 'selector', // reason`: at most one literal on a line, what opens and closes the list around it. */
const candidate = /^\s*(?:\w+: \[)?\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*\]?,?\s*(?:\/\/\s*(.*\S))?\s*$/;
const comment = /^\s*\/\/\s*(.*\S)\s*$/;
/** A literal without a comment behind it is explained by the line above, when that is a comment and nothing else. */
function entriesIn(source: string): Entry[] {
  let list = '';
  return source.split('\n').flatMap((line, i, lines) => {
    list = /^\s*(\w+): \[/.exec(line)?.[1] ?? list;
    const [, literal, behind] = candidate.exec(line) ?? [];
    if (literal === undefined) return [];
    return [{ list, selector: valueOf(literal), reason: behind ?? comment.exec(lines[i - 1] ?? '')?.[1] }];
  });
}

/** Selectors escape nothing but quotes and backslashes. */
const valueOf = (literal: string) => literal.slice(1, -1).replaceAll(/\\(.)/g, '$1');

/** Sources a surface is written in: its own file, then what that imports, nearest first. Tables of candidates may stand in any. */
function sourcesOf(surface: string, folder: string): string[] {
  const files = [`${surface}.ts`];
  const sources: string[] = [];
  for (let i = 0; i < files.length; i++) {
    const source = readFileSync(join(folder, files[i]!), 'utf8');
    sources.push(source);
    for (const [, file] of source.matchAll(/from '\.\/([\w-]+\.ts)'/g)) if (!files.includes(file!)) files.push(file!);
  }
  return sources;
}

/** Looks up the reasons of lists of candidates. `folder` holds the surfaces' sources. */
export function reasonsIn(surface: string, folder: string): (fact: string, candidates: readonly string[]) => string[] {
  const tables = sourcesOf(surface, folder).map(entriesIn);
  return (fact, candidates) => {
    const runs = tables.flatMap((entries) => runsOf(entries, candidates));
    // The same selectors may serve several facts: the list of this name, else the nearest.
    const found = runs.find(([first]) => first?.list === fact) ?? runs[0];
    if (!found) throw new Error(`${join(folder, surface)}.ts: the candidates of "${fact}" (${candidates.join(' ; ')}) stand in no list with one literal a line.`);
    return found.map(({ selector, reason }) => {
      if (!reason) throw new Error(`${join(folder, surface)}.ts: the candidate ${selector} of "${fact}" has no reason: write it behind it, after //.`);
      return reason;
    });
  };
}

/** Where these selectors follow each other. */
const runsOf = (entries: readonly Entry[], candidates: readonly string[]): (readonly Entry[])[] => entries.flatMap((_, i) =>
  (candidates.every((selector, k) => entries[i + k]?.selector === selector) ? [entries.slice(i, i + candidates.length)] : []));
