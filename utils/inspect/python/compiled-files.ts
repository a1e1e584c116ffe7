import type { Project } from '../project.ts';

/** Compiled files of a project without their source: by name as a loader is told it, and as an import finds them. */
export interface CompiledFiles {
  readonly named: (path: string) => string | undefined;
  readonly imported: (module: string) => string | undefined;
}

const byteCode = /^(?:(.*)\/)?(?:__pycache__\/)?([^/.]+)(?:\.cpython-\d+(?:\.opt-\d)?)?\.py[co]$/;
const library = /^(?:(.*)\/)?([^/.]+)(?:\.[\w-]+)*\.(?:so|pyd|dll|dylib)$/i;
const installed = /(?:^|\/)(?:node_modules|site-packages|dist-packages|\.?venv|env|\.tox)\//;
/** What a library is made of, when it is made here. */
const made = /\.(?:pyx|c|cc|cpp|cxx|rs|f90|go|m|mm|swift|pyi)$|(?:^|\/)(?:CMakeLists\.txt|Cargo\.toml|meson\.build|binding\.gyp)$/;
/** More than these are no hidden part but a program that was built. */
const most = 12;

export function compiledFiles({ files }: Project): CompiledFiles {
  const paths = new Set(files.map(({ path }) => path));
  const isMadeHere = files.some(({ path }) => made.test(path));
  const found = files.flatMap(({ path }) => {
    if (installed.test(path)) return [];
    const code = byteCode.exec(path);
    const [, folder, name = ''] = code ?? (isMadeHere ? undefined : library.exec(path)) ?? [];
    const module = folder ? `${folder}/${name}` : name;
    return name === '' || paths.has(`${module}.py`) ? [] : [{ path, module, isCode: code !== null, isImportable: !path.includes('__pycache__/') }];
  });
  const importable = found.length > most ? [] : found.filter((one) => one.isImportable && one.isCode);
  return {
    named: (path) => {
      const name = lastPart(path);
      return name.includes('.') ? found.find((one) => lastPart(one.path) === name)?.path : undefined;
    },
    imported: (module) => {
      const path = module.replace(/^\.+/, '').replaceAll('.', '/');
      return importable.find((one) => path !== '' && `/${one.module}`.endsWith(`/${path}`))?.path;
    },
  };
}

const lastPart = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
