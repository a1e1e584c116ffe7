import { parentOf, resolvePath, type Folder } from '../runs/folder.ts';

const names = /\b(include|add_subdirectory)\s*\(\s*"?(?:\$\{\w*(?:SOURCE|LIST)_DIR\}\/)?([\w./-]+)/gi;

/** Files that CMake reads besides: what is included by its path or by a name among the modules, and folders. */
export function cmakeImports(path: string, text: string, folder: Folder): string[] {
  return [...text.matchAll(names)].flatMap(([, word = '', name = '']) => {
    const files = word.toLowerCase() === 'include' ? [name, `cmake/${name}.cmake`] : [`${name}/CMakeLists.txt`];
    return [parentOf(path), ''].flatMap((base) => files.flatMap((file) => resolvePath(base, file) ?? [])).filter(folder.has);
  });
}
