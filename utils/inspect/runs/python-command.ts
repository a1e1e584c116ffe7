import type { Following } from './command-targets.ts';
import { resolvePath } from './folder.ts';

/** Servers that take `package.module:object`. */
const takesModule = new Set(['uvicorn', 'gunicorn', 'hypercorn', 'daphne', 'waitress-serve', 'granian', 'celery', 'uwsgi', 'rq', 'dramatiq', 'arq', 'flask', 'pytest', 'fastapi', 'taskiq']);
const runsProjects = new Set(['uv', 'poetry', 'pipenv', 'pdm', 'hatch', 'rye', 'pipx', 'coverage', 'debugpy', 'accelerate', 'torchrun', 'ddtrace-run', 'opentelemetry-instrument', 'watchmedo', 'watchfiles']);
const installsProjects = new Set(['pip', 'pip3', 'uv', 'poetry', 'pipenv', 'pdm', 'easy_install']);

/** Files that a Python command starts: `-m module`, `module:app`, `poetry run ...`, `pip install .`. */
export function pythonTargets(program: string, words: readonly string[], following: Following): void {
  const { folder, cwd, found, follow } = following;
  const prefix = cwd ? `${cwd}/` : '';
  const add = (...paths: string[]) => {
    for (const path of paths) if (folder.has(path)) found.add(path);
  };
  if (program === 'python') addModule(words, following);
  if (takesModule.has(program)) for (const word of words) if (/^[\w.]+(?::[\w.()]+)?$/.test(word) && /[.:]|^\w+$/.test(word)) for (const path of modulePaths(word.split(':')[0] ?? '', cwd, following)) found.add(path);
  if (runsProjects.has(program)) {
    const run = words.indexOf('run');
    follow(words.slice(run + 1).filter((word, index) => index > 0 || !word.startsWith('-')).join(' '), cwd);
  }
  const isPip = installsProjects.has(program) || program === 'python' && words[0] === '-m' && /^pip3?$/.test(words[1] ?? '');
  if (isPip && words.some((word) => /^(?:install|sync|develop|-e)$/.test(word))) {
    const places = words.filter((word) => /^\.|\//.test(word)).map((word) => resolvePath(cwd, word.replace(/\[.*\]$/, ''))).filter((path) => path !== undefined);
    const own = /^(?:poetry|uv|pdm)$/.test(program) ? [cwd] : [];
    for (const place of [...places, ...own]) add(...['setup.py', 'pyproject.toml', 'hatch_build.py', 'build.py'].map((name) => place ? `${place}/${name}` : name));
    for (const [index, word] of words.entries()) if (word === '-r') add(prefix + (words[index + 1] ?? ''));
  }
  if (program === 'pytest' || words.includes('pytest') || words.includes('unittest')) add(...folder.named('conftest.py').filter((path) => path.startsWith(prefix)));
}

function addModule(words: readonly string[], following: Following): void {
  const flag = words.findIndex((word) => /^-[a-zA-Z]*m$/.test(word));
  const name = flag === -1 ? undefined : words[flag + 1];
  if (name === undefined) return;
  for (const path of modulePaths(name, following.cwd, following)) following.found.add(path);
  // python -m flask run, python -m uvicorn main:app, python -m pytest
  if (takesModule.has(name)) pythonTargets(name, words.slice(flag + 2), following);
}

/** Files of a module and the packages around it: importing `a.b` runs `a/__init__.py` first. */
export function modulePaths(name: string, cwd: string, { folder }: Pick<Following, 'folder'>): string[] {
  const parts = name.split('.');
  if (parts.some((part) => !/^\w+$/.test(part))) return [];
  const at = (base: string) => {
    const path = [base, ...parts].filter(Boolean).join('/');
    const around = parts.map((_, index) => [base, ...parts.slice(0, index + 1), '__init__.py'].filter(Boolean).join('/'));
    return [`${path}.py`, `${path}/__main__.py`, ...around, `${path}.pyw`].filter(folder.has);
  };
  const found = at(cwd);
  return found.length > 0 ? found : at([cwd, 'src'].filter(Boolean).join('/'));
}
