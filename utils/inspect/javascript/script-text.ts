/** Files that are scripts, and those that hold scripts. */
const scripts = /\.(?:[cm]?[jt]sx?|es6|jsm)$/i;
const documents = /\.(?:vue|svelte|html?|astro)$/i;
const declarations = /\.d\.[cm]?ts$/i;
const notScripts = /\btype\s*=\s*["']?(?!module\b|(?:text|application)\/(?:javascript|ecmascript|babel|typescript|jsx)\b)[\w/+-]/i;

/** Characters as spaces, so that places in what is left stay where they are. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** What a document holds between its script tags, at the same places; everything else is blank. */
function scriptsOf(text: string): string {
  let result = '';
  let last = 0;
  const endings = /<\/script/gi;
  for (const { index } of text.matchAll(/<script\b/gi)) {
    if (index < last) continue;
    const start = text.indexOf('>', index) + 1;
    endings.lastIndex = start;
    const end = start > 0 ? endings.exec(text)?.index : undefined;
    // Without an end for one there is none for the others.
    if (end === undefined) break;
    const tag = text.slice(index, start);
    const inside = text.slice(start, end);
    result += `${blank(text.slice(last, start - 1))};${notScripts.test(tag) ? blank(inside) : inside}`;
    last = end;
  }
  return result;
}

/** The program text of a file, or undefined when it holds none. */
export function scriptText(path: string, text: string): string | undefined {
  if (scripts.test(path)) return declarations.test(path) ? undefined : text;
  if (documents.test(path)) return /<script/i.test(text) ? scriptsOf(text) : undefined;
  // Commands without an ending, as in "bin": the first line says what runs them.
  return /^#!.*\b(?:node|bun|deno|tsx)\b/.test(text) ? text : undefined;
}

/** Whether a text that pretends to be something else reads like a program. */
export const readsLikeScript = (text: string): boolean =>
  /^\s*(?:\/\/|\/\*|['"]use strict['"]|(?:const|let|var|import|async|function|global|require|module|eval|try|class|export)\b|[;!(]|[\w$.]+\s*[=(])/.test(text.slice(0, 4000))
  && /\b(?:require|import|function|eval|const|var|let|global|process|Function)\b|=>/.test(text.slice(0, 20_000));
