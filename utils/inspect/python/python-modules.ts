/** Finds the file of a project that an import names, or undefined: other imports are packages. */
export function moduleFinder(paths: ReadonlySet<string>): (name: string, from: string) => string | undefined {
  const fileOf = (folder: string, parts: readonly string[]): string | undefined => {
    const base = [...(folder ? [folder] : []), ...parts].join('/');
    return [`${base}.py`, `${base}/__init__.py`].find((path) => paths.has(path));
  };
  return (name, from) => {
    const folders = from.split('/').slice(0, -1);
    const dots = /^\.*/.exec(name)![0].length;
    const parts = name.slice(dots).split('.').filter(Boolean);
    if (dots > 0) return fileOf(folders.slice(0, folders.length - dots + 1).join('/'), parts);
    if (parts.length === 0) return undefined;
    for (let depth = folders.length; depth >= 0; depth--) {
      const folder = folders.slice(0, depth).join('/');
      const found = fileOf(folder, parts) ?? fileOf(folder ? `${folder}/src` : 'src', parts);
      if (found && found !== from) return found;
    }
    return undefined;
  };
}
