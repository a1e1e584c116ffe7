import { foldedText } from './folded-text.ts';
import { traitsOf } from '../runs/command-traits.ts';
import { fetchesOnlyInstallers } from '../runs/known-installers.ts';

/** What brings text into a program of a language, and what runs text: `runs` ends where what is run begins. */
export interface FollowedWords {
  readonly files: RegExp;
  readonly fetches: RegExp;
  readonly decodes: RegExp;
  readonly runs: RegExp;
  /** Where a function begins; what it answers is what its body brings. */
  readonly functions?: RegExp;
  /** Calls that put something into a name that they are given: the name, and what it comes from. */
  readonly fills?: RegExp;
  /** Texts are put together as in C and its kin, so that a command in pieces can be read. */
  readonly folds?: boolean;
}
export interface FollowedRun { readonly kind: 'runs-fetched-text' | 'runs-decoded-text'; readonly at: number }

const assignment = /(?:^|[;{}(]|\b(?:then|do)\b)[ \t]*(?:(?:const|let|mut|var|val|def|auto|final|static|local|export|readonly|declare|my|our|dynamic|set|(?:unsigned[ \t]+)?char|string|std::\w+|FILE|String|byte\[\]|InputStream|HttpResponse<\w+>|Scanner|BufferedReader)[ \t]{0,8}[*&]?[ \t]{1,40}[*&]?){0,6}(?:\[[\w.]+\][ \t]*)?([$@]?[A-Za-z_]\w*)(?:[ \t]*,[ \t]*\w+)?(?:[ \t]*:[ \t]*[\w<>[\]?&']+)?[ \t]*(?::=|\.?\+?=(?![=~>])|<-)[ \t]*([^\n;]{1,2000})/gm;
/** Names that are followed in one file; programs that people write have a few dozen. */
const mostNames = 300;

/**
 * Follows what was fetched or decoded through names, line by line: for languages that are not parsed. Twice, so that a function may stand below what
 * calls it. Longer ways, through functions and other files, are not seen.
 */
export function followNames(code: string, words: FollowedWords): FollowedRun[] {
  const { fetches, decodes, runs, functions, fills, folds } = words;
  if (!runs.test(code) || (!folds && !fetches.test(code) && !decodes.test(code))) return [];
  const texts = new Map<string, string>();
  const names = new Map<string, FollowedRun['kind']>();
  const kindOf = (text: string): FollowedRun['kind'] | undefined => {
    if (fetches.test(text)) return 'runs-fetched-text';
    if (decodes.test(text)) return 'runs-decoded-text';
    for (const [name, kind] of names) if (mentions(text, name)) return kind;
    return undefined;
  };
  for (let round = 0; round < 2; round++) {
    for (const { name, body } of functions ? bodiesOf(code, functions) : []) {
      const kind = fetches.test(body) ? 'runs-fetched-text' : decodes.test(body) ? 'runs-decoded-text' : undefined;
      if (kind && names.size < mostNames && !names.has(`${name}(`)) names.set(`${name}(`, kind);
    }
    for (const [, name = '', from = ''] of fills ? code.matchAll(fills) : []) {
      const kind = kindOf(from);
      if (kind && names.size < mostNames && !names.has(name)) names.set(name, kind);
    }
    for (const [, name = '', value = ''] of code.matchAll(assignment)) {
      const kind = kindOf(value);
      if (kind && names.size < mostNames && !names.has(name)) names.set(name, kind);
      const text = folds && texts.size < mostNames ? foldedText(value, texts) : undefined;
      if (text !== undefined) texts.set(name, text);
    }
  }
  return [...code.matchAll(new RegExp(runs.source, runs.flags.replace('g', '') + 'g'))].flatMap((match) => {
    // What is run is the part of the match that a bracket caught.
    const given = match.slice(1).find((part) => part !== undefined) ?? match[0];
    const kind = kindOf(given) ?? (folds ? kindOfCommand(foldedText(withinBrackets(given), texts)) : undefined);
    return kind ? [{ kind, at: match.index }] : [];
  }).slice(0, 5);
}

/** What is given, without what is called on the answer. */
function withinBrackets(given: string): string {
  let depth = 0;
  for (let at = 0; at < given.length; at++) {
    if ('([{'.includes(given[at]!)) depth++;
    else if (')]}'.includes(given[at]!) && --depth < 0) return given.slice(0, at);
  }
  return given;
}

/** A command that was put together from pieces. */
function kindOfCommand(command: string | undefined): FollowedRun['kind'] | undefined {
  if (command === undefined) return undefined;
  const traits = new Set(traitsOf(command));
  if (!traits.has('pipes-into-shell')) return undefined;
  return traits.has('fetches') && !fetchesOnlyInstallers(command) ? 'runs-fetched-text' : traits.has('encoded') ? 'runs-decoded-text' : undefined;
}

/** Functions that people write have some dozen lines: what stands further down belongs to another. */
const longestBody = 1_500;

function bodiesOf(code: string, functions: RegExp): { name: string; body: string }[] {
  const starts = [...code.matchAll(functions)].slice(0, mostNames);
  return starts.flatMap(({ index, 1: name }, at) => (name === undefined || name === 'main' ? []
    : [{ name, body: code.slice(index, Math.min(starts[at + 1]?.index ?? code.length, index + longestBody)) }]));
}

/** A name, or with a bracket behind it a function that is called. */
function mentions(text: string, name: string): boolean {
  if (name.endsWith('(')) return text.includes(name) && new RegExp(`(?<![\\w.])${name.slice(0, -1)}\\(`).test(text);
  const bare = name.replace(/^[$@]/, '');
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
    if (!/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w(]/.test(text[at + bare.length] ?? ' ') && text[at - 1] !== '.') return true;
  }
  return false;
}
