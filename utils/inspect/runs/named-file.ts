import { resolvePath, type Folder } from './folder.ts';
import { asRecord, asText } from './plain.ts';

/** Endings a program puts behind a name that has none, in the order Node and bundlers try them; then those of other languages. */
const endings = ['', '.js', '.mjs', '.cjs', '.ts', '.tsx', '.jsx', '.mts', '.cts', '.json', '.node', '.vue', '.svelte', '.py', '.rb', '.sh', '.php', '.ps1', '.bat', '.cmd'];
const indexNames = ['index', 'main', '__main__', '__init__', 'src/index', 'src/main'];

/** The file that a word names when it is read in a folder: itself, with an ending, or what a folder begins with. */
export function fileNamed(word: string, cwd: string, folder: Folder): string | undefined {
  const path = resolvePath(cwd, word);
  if (path === undefined) return undefined;
  if (path !== '') {
    const whole = endings.map((ending) => path + ending).find(folder.has);
    if (whole !== undefined) return whole;
    // TypeScript is imported by the name it will have once compiled.
    const compiled = /^(.*)\.([cm]?)jsx?$/.exec(path);
    const source = compiled && [`${compiled[1]}.${compiled[2]}ts`, `${compiled[1]}.tsx`].find(folder.has);
    if (source) return source;
  }
  return folder.hasFolder(path) ? beginningOf(path, folder) : undefined;
}

/** What runs when a folder is started or imported: `main` of its package, or its index. */
export function beginningOf(path: string, folder: Folder): string | undefined {
  const prefix = path ? `${path}/` : '';
  for (const entry of entriesOf(folder.json(`${prefix}package.json`)?.value)) {
    const target = resolvePath(path, entry);
    if (target === undefined || target === path) continue;
    const found = endings.map((ending) => target + ending).find(folder.has) ?? endings.map((ending) => `${target}/index${ending}`).find(folder.has);
    if (found !== undefined) return found;
  }
  return indexNames.flatMap((name) => endings.slice(1).map((ending) => prefix + name + ending)).find(folder.has);
}

function entriesOf(manifest: unknown): string[] {
  const { main, module, exports } = asRecord(manifest);
  return [asText(main), ...textsIn(exports, 4), asText(module)].filter((entry) => entry !== undefined);
}

/** Texts of a nest of conditions (package.json exports), to a depth: nobody nests deeper, and a parser's cycle ends there. */
function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.includes('*') ? [] : [value];
  return depth === 0 ? [] : Object.values(asRecord(value)).flatMap((item) => textsIn(item, depth - 1));
}
