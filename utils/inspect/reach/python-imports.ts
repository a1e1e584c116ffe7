import { nameOf, parentOf, type Folder } from '../runs/folder.ts';
import { asList, asRecord, textsOf } from '../runs/plain.ts';
import { modulePaths } from '../runs/python-command.ts';

const statement = /^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]{0,3000}\)|[^\n#;]{1,500})|import[ \t]+([^\n#;]{1,500}))/gm;
const dotted = /["']([a-zA-Z_]\w{0,60}(?:\.\w{1,60}){0,8})(?::\w+)?["']/g;
const byText = /\b(?:import_module|__import__|run_module|find_spec|include|DJANGO_SETTINGS_MODULE|ROOT_URLCONF|INSTALLED_APPS|MIDDLEWARE|WSGI_APPLICATION|uvicorn|config_from_object|from_object|autodiscover|getattr|FLASK_APP|celery)\b/;
/** What Django loads of an application it is told by name. */
const ofApplication = ['apps', 'models', 'admin', 'signals', 'tasks', 'urls', 'views'];

/** Files that Python imports: by statements anywhere in the file, and by names in quotes where something imports by name. */
export function pythonImports(path: string, text: string, folder: Folder): string[] {
  const source = path.endsWith('.ipynb') ? cellsOf(path, folder) : text;
  const bases = basesOf(path);
  const found = new Set<string>();
  const add = (name: string, from = bases) => {
    for (const base of from) {
      const files = modulePaths(name, base, { folder });
      for (const file of files) found.add(file);
      if (files.length > 0) return true;
    }
    return false;
  };
  for (const [, dots = '', module = '', names = '', plain] of source.matchAll(statement)) {
    if (plain !== undefined) for (const name of plain.split(',')) add(name.trim().split(/\s/)[0] ?? '');
    else {
      const from = dots === '' ? bases : [above(parentOf(path), dots.length - 1)];
      if (module !== '') add(module, from);
      for (const name of names.replace(/[()]/g, '').split(',').map((one) => one.trim().split(/\s/)[0] ?? '')) if (name !== '' && name !== '*') add(module === '' ? name : `${module}.${name}`, from);
    }
  }
  if (byText.test(source)) {
    for (const [, name = ''] of [...source.matchAll(dotted)].slice(0, 5_000)) {
      if (name.includes('.') || nameOf(path).startsWith('settings') || /settings\//.test(path)) {
        if (!add(name)) add(name.slice(0, Math.max(name.lastIndexOf('.'), 0)));
        for (const part of ofApplication) add(`${name}.${part}`);
      } else add(name);
    }
  }
  // f"plugins.{name}" and "plugins." + name: whatever lies there.
  if (/\b(?:import_module|__import__)\b/.test(source)) {
    for (const [, name = ''] of source.matchAll(/["']([a-zA-Z_][\w.]{0,100})\.(?:["']\s*\+|\{|%s)/g)) {
      for (const base of bases) for (const file of modulesIn(name, base, folder)) found.add(file);
    }
  }
  return [...found];
}

/** A notebook keeps its code as texts in JSON, a cell as one or as a list of lines. */
function cellsOf(path: string, folder: Folder): string {
  const cells = asList(asRecord(folder.json(path)?.value)['cells']);
  return cells.map((cell) => textsOf(asRecord(cell)['source']).join('')).join('\n');
}

/** Modules of a package that are loaded by a name put together. */
const moduleLimit = 200;
function modulesIn(name: string, base: string, folder: Folder): string[] {
  const where = [...(base ? [base] : []), ...name.split('.')].join('/');
  return folder.hasFolder(where) ? folder.inside(where).filter((one) => one.endsWith('.py')).slice(0, moduleLimit) : [];
}

/** Folders in which a module is looked for: that of the file and those around it, for the program may have begun in any. */
function basesOf(path: string): string[] {
  const bases: string[] = [];
  for (let at = parentOf(path); at !== ''; at = parentOf(at)) bases.push(at);
  return [...bases, ''];
}

const above = (folder: string, levels: number): string => levels <= 0 ? folder : above(parentOf(folder), levels - 1);
