import { attributeScripts } from './attribute-scripts.ts';

/** Files that are scripts, and those that hold scripts. */
const scripts = /\.(?:[cm]?[jt]sx?|es6|jsm)$/i;
const documents = /\.(?:vue|svelte|html?|astro|ejs)$/i;
const declarations = /\.d\.[cm]?ts$/i;
const notScripts = /\btype\s*=\s*["']?(?!module\b|(?:text|application)\/(?:javascript|ecmascript|babel|typescript|jsx)\b)[\w/+-]/i;

/** A part of a document that is program text: from, to, and what it reads where that is spelled otherwise, of the same length. */
export type Part = readonly [from: number, to: number, reads?: string];

/** Characters as spaces, so that places in what is left stay where they are. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The program text of parts, each a statement of its own, at the places where it stands. Of two that meet the first is taken. */
function textOf(text: string, parts: readonly Part[]): string {
  let result = '';
  let last = 0;
  for (const [from, to, reads] of [...parts].sort(([a], [b]) => a - b)) {
    if (from < last || to <= from) continue;
    if (from > last) result += blank(text.slice(last, from - 1)) + (text[from - 1] === '\n' ? '\n' : ';');
    result += reads ?? text.slice(from, to);
    last = to;
  }
  return result;
}

/** What a document holds between its script tags. */
function tagScripts(text: string): Part[] {
  const parts: Part[] = [];
  const endings = /<\/script/gi;
  let last = 0;
  for (const { index } of text.matchAll(/<script\b/gi)) {
    if (index < last) continue;
    const start = text.indexOf('>', index) + 1;
    endings.lastIndex = start;
    const end = start > 0 ? endings.exec(text)?.index : undefined;
    // Without an end for one there is none for the others.
    if (end === undefined) break;
    if (!notScripts.test(text.slice(index, start))) parts.push([start, end]);
    last = end;
  }
  return parts;
}

/** `---` around the head of an Astro page. */
function headOf(text: string): Part[] {
  const start = /^\s*---[ \t]*\r?\n/.exec(text)?.[0].length;
  const end = start === undefined ? -1 : text.indexOf('\n---', start - 1);
  return start === undefined || end < start ? [] : [[start, end]];
}

/** `<% %>` of templates; what stands in `<%= %>` is an expression. */
const templateScripts = (text: string): Part[] => {
  const parts: Part[] = [];
  for (let at = text.indexOf('<%'); at >= 0;) {
    const end = text.indexOf('%>', at);
    if (end < 0) break;
    const from = at + 2 + (/^[=_-]/.exec(text.slice(at + 2, at + 3))?.[0].length ?? 0);
    if (text[at + 2] !== '#' && text[at + 2] !== '%') parts.push([from, /[_-]/.test(text[end - 1]!) ? end - 1 : end]);
    at = text.indexOf('<%', end);
  }
  return parts;
};

/** Modules of a document of MDX stand at the beginning of a line and go on to the next empty one. */
const moduleLines = /^(?:import|export)\s[^\n]*(?:\n[^\n]*\S[^\n]*){0,400}/gm;

/** A template's marks within a script tag stand around an expression. */
const withoutMarks = (path: string, text: string): string => (/\.ejs$/i.test(path) ? text.replace(/<%[=_-]?|[_-]?%>/g, blank) : text);

/** The program text of a file, or undefined when it holds none. */
export function scriptText(path: string, text: string): string | undefined {
  if (scripts.test(path)) return declarations.test(path) ? undefined : text;
  const parts = documents.test(path) ? [
    ...(/<script/i.test(text) ? tagScripts(text) : []), ...(/\.astro$/i.test(path) ? headOf(text) : []), ...(/\.ejs$/i.test(path) ? templateScripts(text) : []), ...attributeScripts(text),
  ] : /\.mdx$/i.test(path) ? [...text.matchAll(moduleLines)].map(({ index, 0: all }): Part => [index, index + all.length]) : undefined;
  if (parts) return parts.length > 0 ? withoutMarks(path, textOf(text, parts)) : undefined;
  // Commands without an ending, as in "bin": the first line says what runs them.
  return /^#!.*\b(?:node|bun|deno|tsx)\b/.test(text) ? text : undefined;
}

/** Whether a text that pretends to be something else reads like a program. */
export const readsLikeScript = (text: string): boolean =>
  /^\s*(?:\/\/|\/\*|['"]use strict['"]|(?:const|let|var|import|async|function|global|require|module|eval|try|class|export)\b|[;!(]|[\w$.]+\s*[=(])/.test(text.slice(0, 4000))
  && /\b(?:require|import|function|eval|const|var|let|global|process|Function)\b|=>/.test(text.slice(0, 20_000));
