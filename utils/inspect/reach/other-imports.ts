import { nameOf, parentOf, type Folder } from '../runs/folder.ts';
import { fileNamed } from '../runs/named-file.ts';

/** Files of Ruby that have no ending. */
export const isRubyName = /^(?:Rakefile|Gemfile|Podfile|Fastfile|Guardfile|Capfile|Vagrantfile|Dangerfile|Brewfile)$/i;

/** Files that Ruby, PHP, Go, Rust, Java, Kotlin and C# name. Where a folder is one unit to the compiler, all of it is loaded. */
export function otherImports(path: string, text: string, folder: Folder): string[] {
  const ending = isRubyName.test(nameOf(path)) ? 'rb' : /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const found = new Set<string>();
  const add = (...paths: readonly (string | undefined)[]) => {
    for (const one of paths) if (one !== undefined) found.add(one);
  };
  if (/^(?:rb|rake|gemspec)$/.test(ending)) for (const [, name = ''] of text.matchAll(/\b(?:require_relative|require|load|autoload\s+:\w+,)\s*(?:\(\s*)?["']([^"'\n]{1,200})["']/g)) add(rubyFile(name, path, folder));
  if (ending === 'php') {
    for (const [, name = ''] of text.matchAll(/\b(?:require|include)(?:_once)?\b[^;\n]{0,100}?["']\/?([^"'\n]{1,200})["']/g)) add(fileNamed(name, parentOf(path), folder), fileNamed(name, '', folder));
    for (const [, name = ''] of text.matchAll(/^use\s+([\w\\]{3,200})/gm)) add(...endingIn(name.split('\\').slice(-2).join('/') + '.php', folder));
  }
  if (ending === 'rs') for (const [, name = ''] of text.matchAll(/^[ \t]*(?:pub(?:\([^)\n]*\))?\s+)?mod\s+(\w{1,80})\s*;/gm)) add(...[`${name}.rs`, `${name}/mod.rs`].flatMap((one) => [parentOf(path), path.replace(/\.rs$/, '')].map((base) => fileNamed(one, base, folder))));
  if (ending === 'go') {
    add(...unitOf(path, '.go', folder).filter((one) => !one.endsWith('_test.go')));
    for (const [, name = ''] of text.matchAll(/^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"([\w.-]{1,100}(?:\/[\w.-]{1,100}){1,10})"$/gm)) add(...goPackage(name, folder));
  }
  if (/^(?:java|kt|cs)$/.test(ending)) {
    add(...unitOf(path, `.${ending}`, folder));
    for (const [, name = ''] of text.matchAll(/^\s*import\s+(?:static\s+)?([\w.]{3,200})/gm)) add(...endingIn(`${name.replaceAll('.', '/')}.${ending}`, folder));
  }
  return [...found];
}

const rubyFile = (name: string, path: string, folder: Folder) =>
  fileNamed(name, parentOf(path), folder) ?? fileNamed(name, 'lib', folder) ?? fileNamed(name, '', folder);

/** Files of the same folder: one package to Go and Java, one project to C#. */
const unitOf = (path: string, ending: string, folder: Folder) => folder.inside(parentOf(path)).filter((one) => one.endsWith(ending));

/** A path of a module ends in the folders of the project, whatever the module is called. */
function goPackage(name: string, folder: Folder): string[] {
  const parts = name.split('/');
  for (let from = 1; from < parts.length; from++) {
    const where = parts.slice(from).join('/');
    if (folder.hasFolder(where)) return folder.inside(where).filter((one) => one.endsWith('.go') && !one.endsWith('_test.go'));
  }
  return [];
}

const endingIn = (suffix: string, folder: Folder) => folder.named(nameOf(suffix)).filter((one) => `/${one}`.endsWith(`/${suffix}`));
