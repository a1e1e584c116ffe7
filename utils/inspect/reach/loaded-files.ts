import { nameOf, parentOf, resolvePath, type Folder } from '../runs/folder.ts';
import { targetsOf } from '../runs/command-targets.ts';
import { fileNamed } from '../runs/named-file.ts';
import { readsLikeScript } from '../javascript/script-text.ts';
import { scriptImports } from './script-imports.ts';
import { cmakeImports } from './cmake-imports.ts';
import { pythonImports } from './python-imports.ts';
import { isRubyName, otherImports } from './other-imports.ts';

/** Files that a text names, by language. */
export type ReadsImports = (path: string, text: string, folder: Folder) => readonly string[];

const byEnding: Readonly<Record<string, ReadsImports>> = {
  ...Object.fromEntries('js cjs mjs jsx ts cts mts tsx vue svelte astro html htm ejs mdx coffee'.split(' ').map((ending) => [ending, scriptImports])),
  ...Object.fromEntries('py pyw pth ipynb'.split(' ').map((ending) => [ending, pythonImports])),
  ...Object.fromEntries('rb rake gemspec php go rs java kt kts cs fs swift ex exs lua gradle groovy'.split(' ').map((ending) => [ending, otherImports])),
  cmake: cmakeImports,
  ...Object.fromEntries('sh bash zsh fish bat cmd ps1 command'.split(' ').map((ending) => [ending, shellImports])),
};

/** Files that one file names are not more than this; an index of icons names thousands. */
const linkLimit = 3_000;

/** Gives the files of a project that a file loads, or names in quotes and so may load. */
export function createLoader(folder: Folder): (path: string) => readonly string[] {
  return (path) => {
    // What lies elsewhere loads what is beside it there.
    if (folder.real(path) !== path) return [folder.real(path)];
    const text = folder.text(path);
    if (text === undefined || isData(path)) return [];
    const read = readerOf(path, text);
    const found = new Set([...read(path, text, folder), ...quotedFiles(path, text, folder)]);
    found.delete(path);
    return [...found].slice(0, linkLimit);
  };
}

/** Nothing is loaded by them, however they are named by others. What hides in one under a false name is code, and its first characters show. */
const isData = (path: string) => /\.(?:md|lock|csv|map)$|(?:^|\/)(?:package-lock|composer-lock|tsconfig[^/]*|package)\.json$/i.test(path);

function readerOf(path: string, text: string): ReadsImports {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
  if (known) return known;
  if (nameOf(path) === 'CMakeLists.txt') return cmakeImports;
  if (isRubyName.test(nameOf(path))) return otherImports;
  const first = text.slice(0, 120);
  if (/^#!.*\b(?:node|deno|bun|tsx)\b/.test(first)) return scriptImports;
  if (/^#!.*\bpython/.test(first)) return pythonImports;
  if (/^#!.*\b(?:sh|bash|zsh)\b/.test(first) || /^(?:\.envrc|pre-\w+|post-\w+|commit-msg)$/.test(nameOf(path))) return shellImports;
  // Whatever its name says, or does not: a text that reads like a script is one when something starts it.
  return /\.(?:woff2?|ttf|otf|eot|png|jpe?g|gif|ico|webp|mp3|mp4|pdf|svg|txt|dat|css)$/i.test(path) || readsLikeScript(text) ? scriptImports : () => [];
}

function shellImports(path: string, text: string, folder: Folder): readonly string[] {
  // A script knows its own folder by many names, and is started from the top of the project.
  const plain = text.replace(/"?\$\(\s*(?:cd\s+)?"?\$?\(?dirname[^)]*\)+"?|\$\{?(?:SCRIPT_DIR|DIR|BASH_SOURCE%\/\*|PSScriptRoot|script_dir|here)\}?"?|%~dp0/gi, '.');
  return [...targetsOf(plain, parentOf(path), folder), ...targetsOf(plain, '', folder)];
}

/** A name of a file in quotes, from the project or from the file itself; its folders may be given one by one. */
const quoted = /(["'`])(?:<rootDir>\/|\$\{(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)\}\/)?((?:\.{0,2}[\\/])?[\w@.$~+ -]{1,100}(?:[\\/]{1,2}[\w@.$~+ -]{1,100}){0,12})\1/g;
const joined = /\b(?:join|resolve|Path|joinpath|Combine)\(([^()\n]{1,300})\)/g;
/** Quoted texts of one file that are looked up. */
const quoteLimit = 20_000;

/** Files that are named in quotes: from the file's own folder, from its package, from the top, or below `public`. */
function quotedFiles(path: string, text: string, folder: Folder): string[] {
  const found: string[] = [];
  const bases = [...new Set([parentOf(path), ...ancestorsWithPackage(path, folder), ''])];
  let count = 0;
  const look = (name: string) => {
    for (const base of bases) {
      const target = resolvePath(base, name.replace(/^\//, './'));
      if (target !== undefined && folder.has(target)) return found.push(target);
    }
    return 0;
  };
  for (const match of text.matchAll(quoted)) {
    const name = match[2] ?? '';
    if (++count > quoteLimit) break;
    if (folder.hasName(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))) look(name);
  }
  for (const match of text.matchAll(joined)) {
    const parts = [...(match[1] ?? '').matchAll(/["'`]([^"'`\n]{1,100})["'`]/g)].map((part) => part[1] ?? '');
    if (parts.length > 0 && look(parts.join('/')) === 0) {
      const named = fileNamed(parts.join('/'), parentOf(path), folder);
      if (named !== undefined) found.push(named);
    }
  }
  return found;
}

function ancestorsWithPackage(path: string, folder: Folder): string[] {
  const found: string[] = [];
  for (let where = parentOf(path); where !== ''; where = parentOf(where)) {
    if (folder.has(`${where}/package.json`)) found.push(where);
    if (folder.hasFolder(`${where}/public`)) found.push(`${where}/public`);
  }
  return folder.hasFolder('public') ? [...found, 'public'] : found;
}
