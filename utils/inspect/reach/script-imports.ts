import { nameOf, parentOf, resolvePath, type Folder } from '../runs/folder.ts';
import { beginningOf, fileNamed } from '../runs/named-file.ts';
import { packagesOf } from '../runs/package-scripts.ts';
import { asRecord, asText, textsOf } from '../runs/plain.ts';

const named = /\b(?:from|import|require|require\.resolve|importScripts|fork|Worker|jiti|proxyquire|unstable_mockModule|createRequire\([^()\n]{0,80}\))\s*(?:\(\s*)?(?:\/\*[^*\n]{0,200}\*\/\s*)?["'`]([^"'`\n]{1,300})["'`]/g;
const inPages = /\b(?:src|href)\s*=\s*["']([^"'\n]{1,300})["']/gi;
/** Files of a folder that is loaded as a whole. */
const folderLimit = 200;

/** Files that JavaScript, TypeScript or a page names: relative, by an alias of the project, by a package of the same project or one that lies in it. */
export function scriptImports(path: string, text: string, folder: Folder): string[] {
  const found = new Set<string>();
  for (const [, name = ''] of text.matchAll(named)) for (const file of filesOf(name, path, folder)) found.add(file);
  if (/\.(?:html?|vue|svelte|astro|ejs)$/i.test(path)) {
    for (const [, name = ''] of text.matchAll(inPages)) {
      const bases = [parentOf(path), '', 'public'];
      const file = bases.map((base) => fileNamed(name.replace(/[?#].*$/, '').replace(/^(?:%PUBLIC_URL%)?\//, './'), base, folder)).find((one) => one !== undefined);
      if (file !== undefined) found.add(file);
    }
  }
  if (/readdir|\bglob|require-?all|require-?dir|autoload|requireDirectory|require\.context|\bsrcDir\b/i.test(text)) for (const file of wholeFolders(path, text, folder)) found.add(file);
  return [...found];
}

/** The one file that a script means by a name, as far as settings and packages of the project say. */
export function fileMeant(name: string, path: string, folder: Folder): string | undefined {
  const [one, ...more] = /[$*]/.test(name.slice(1)) ? [] : filesOf(name, path, folder);
  return one === undefined || more.length > 0 || one.includes('node_modules/') ? undefined : folder.real(one);
}

function filesOf(name: string, path: string, folder: Folder): string[] {
  const where = parentOf(path);
  const fixed = /^\$?[^$]*/.exec(name.replace(/^(?:file|node):/, ''))?.[0] ?? '';
  // `./routes/${name}` and './routes/' + name: whatever lies there.
  if (/^\.{1,2}\//.test(fixed) && (fixed !== name || name.endsWith('/'))) return codeIn(resolvePath(where, fixed.slice(0, fixed.lastIndexOf('/') + 1)), folder);
  if (fixed !== name && fixed.includes('/')) return atAlias(fixed.slice(0, fixed.lastIndexOf('/'))).flatMap((place) => codeIn(place, folder));
  const one = fixed.startsWith('.') ? fileNamed(fixed.replace(/[?!#].*$/, ''), where, folder) : bareFile(fixed, where, folder);
  return one === undefined ? namedAlike(fixed, folder) : [one];
}

/** Places that the aliases of nearly every template mean. */
function atAlias(name: string): string[] {
  const lib = /^\$lib(?:\/(.+))?$/.exec(name);
  if (lib) return [`src/lib${lib[1] === undefined ? '' : `/${lib[1]}`}`];
  const rest = /^[@~]\/(.+)$/.exec(name)?.[1];
  return rest === undefined ? [] : [`src/${rest}`, rest, `app/${rest}`];
}

/** Files that an alias may mean which only the settings of a bundler explain: by the end of the path. More are too common a name to mean one. */
const alikeLimit = 5;
const endings = ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.cjs', '.vue', '.svelte'];
const builtIn = /^(?:node:|(?:fs|path|stream|timers|util|dns|readline|assert|inspector|diagnostics_channel)\/)/;

function namedAlike(name: string, folder: Folder): string[] {
  const slash = name.indexOf('/');
  if (slash === -1 || /^[./]|:/.test(name) || builtIn.test(name) || isDeclared(name, folder)) return [];
  const rest = name.slice(slash + 1).replace(/[?!#].*$/, '').replace(/\.[cm]?[jt]sx?$/, '');
  const last = nameOf(rest);
  const files = folder.named(...endings.flatMap((ending) => [last + ending, `index${ending}`]).slice(0, last === 'index' ? 8 : undefined));
  const fits = (suffix: string) => files.filter((file) => `/${file}`.replace(/(?:\/index)?\.\w+$/, '').endsWith(`/${suffix}`));
  const whole = fits(name.slice(0, slash).replace(/^[@~#$]/, '') + name.slice(slash));
  const found = whole.length > 0 ? whole : fits(rest);
  return found.length <= alikeLimit ? found : [];
}

const declared = new WeakMap<Folder, ReadonlySet<string>>();

/** Is it a package that a package.json of the project asks for? */
function isDeclared(name: string, folder: Folder): boolean {
  let known = declared.get(folder);
  if (!known) {
    const keys = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
    known = new Set(packagesOf(folder).flatMap(({ manifest }) => keys.flatMap((key) => Object.keys(asRecord(manifest[key])))));
    declared.set(folder, known);
  }
  const [first = '', second = ''] = name.split('/');
  return known.has(name.startsWith('@') ? `${first}/${second}` : first);
}

/** A name without a dot in front: an alias, a folder of the sources, a package of the project, one in node_modules that came along. */
function bareFile(name: string, where: string, folder: Folder): string | undefined {
  if (name === '' || /^[a-z]+:/.test(name)) return undefined;
  for (const base of homesOf(where, folder)) {
    const tried = [...aliased(name, base, folder), ...(name.startsWith('/') ? [name.slice(1)] : [])];
    for (const one of tried) {
      const file = fileNamed(one, base, folder);
      if (file !== undefined) return file;
    }
    const installed = fileNamed(`node_modules/${name}`, base, folder);
    if (installed !== undefined) return installed;
  }
  const own = packagesOf(folder).find((one) => one.name !== '' && (name === one.name || name.startsWith(`${one.name}/`)));
  if (!own) return undefined;
  const rest = name.slice(own.name.length + 1);
  return rest === '' ? beginningOf(own.folder, folder) : fileNamed(rest, own.folder, folder) ?? fileNamed(`src/${rest}`, own.folder, folder);
}

/** The folders around a file that have a package.json, nearest first, and the top. */
function homesOf(where: string, folder: Folder): string[] {
  const homes: string[] = [];
  for (let at = where; at !== ''; at = parentOf(at)) if (folder.has(`${at}/package.json`)) homes.push(at);
  return [...homes, ''];
}

/** Names that an import may mean by `paths` and `baseUrl` of tsconfig.json, `imports` of package.json, or as nearly every template has it. */
function aliased(name: string, home: string, folder: Folder): string[] {
  const prefix = home ? `${home}/` : '';
  const found: string[] = [];
  found.push(...atAlias(name));
  for (const file of ['tsconfig.json', 'jsconfig.json', 'tsconfig.app.json', 'tsconfig.base.json']) {
    const options = asRecord(asRecord(folder.json(prefix + file)?.value)['compilerOptions']);
    const base = asText(options['baseUrl']);
    for (const [pattern, targets] of Object.entries(asRecord(options['paths']))) {
      const rest = restOf(name, pattern);
      if (rest !== undefined) found.push(...textsOf(targets).map((target) => `${base ?? '.'}/${target.replace('*', rest)}`));
    }
    if (base !== undefined) found.push(`${base}/${name}`);
  }
  for (const [pattern, target] of Object.entries(asRecord(asRecord(folder.json(`${prefix}package.json`)?.value)['imports']))) {
    const rest = restOf(name, pattern);
    const path = asText(target) ?? asText(asRecord(target)['default']);
    if (rest !== undefined && path !== undefined) found.push(path.replace('*', rest));
  }
  return found;
}

function restOf(name: string, pattern: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star === -1) return name === pattern ? '' : undefined;
  return name.startsWith(pattern.slice(0, star)) ? name.slice(star) : undefined;
}

function wholeFolders(path: string, text: string, folder: Folder): string[] {
  const names = [...text.matchAll(/["'`]((?:\.{0,2}\/)?[\w@.-]{1,60}(?:\/[\w@.-]{1,60}){0,6})(?:\/\*[^"'`\n]{0,60}|\/)?["'`]/g)].slice(0, 2_000).map((match) => match[1] ?? '');
  const own = /readdir\w*\(\s*__dirname|readdir\w*\(\s*import\.meta/.test(text) ? ['.'] : [];
  return [...new Set([...names, ...own])].flatMap((name) => [parentOf(path), ''].flatMap((base) => {
    const target = resolvePath(base, name.replace(/^\//, './'));
    return target === '' ? [] : codeIn(target, folder);
  }));
}

function codeIn(where: string | undefined, folder: Folder): string[] {
  if (where === undefined || where === '' || !folder.hasFolder(where)) return [];
  return folder.below(where, folderLimit).filter((one) => !one.includes('node_modules/') && /\.(?:[cm]?[jt]sx?|json|node|vue|svelte)$/.test(one));
}
