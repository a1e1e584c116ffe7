/** Endings that loaders try, and the files they take from a folder. */
const endings = ['', '.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.json', '.vue', '.svelte', '/index.js', '/index.ts', '/index.tsx', '/index.jsx', '/index.mjs', '/index.cjs', '/index.json'];

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** File of the project that a specifier means: a path beside the script, or one of the usual short forms for the source folder. */
export function resolveScript(from: string, specifier: string, has: (path: string) => boolean): string | undefined {
  const short = /^[@~]\/(.*)/.exec(specifier)?.[1];
  const bases = short !== undefined ? ['src/', '', 'app/', 'client/src/', 'frontend/src/'].map((root) => root + short)
    : specifier.startsWith('.') ? [folderOf(from) + specifier] : specifier.startsWith('/') ? [specifier] : [`src/${specifier}`];
  for (const base of bases.map(normalise)) {
    // TypeScript names the file that it will become.
    const written = base.replace(/\.[cm]?jsx?$/, '');
    for (const stem of written === base ? [base] : [base, written]) {
      const found = endings.map((ending) => stem + ending).find(has);
      if (found) return found;
    }
  }
  return undefined;
}
