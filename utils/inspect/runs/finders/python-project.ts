import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import type { Moment } from '../../run.ts';
import { modulePaths } from '../python-command.ts';
import { asRecord, asText, textsOf } from '../plain.ts';

/** Files that Python and its tools run by their name, and what is said of them. */
const byName: readonly (readonly [RegExp, Moment, string])[] = [
  [/^setup\.py$/, 'install', 'setup.py (pip install)'],
  [/^hatch_build\.py$/, 'install', 'build hook (pip install)'],
  [/^conftest\.py$/, 'test', 'conftest.py (pytest)'],
  [/^noxfile\.py$/, 'test', 'nox'],
  [/^(?:site|user)customize\.py$/, 'import', 'loaded by every Python started here'],
  [/^manage\.py$/, 'start', 'Django manage.py'],
  [/^fabfile\.py$/, 'start', 'fabric'],
  [/^sconstruct$/i, 'build', 'SCons'],
  [/^gunicorn\.conf\.py$/, 'start', 'gunicorn settings'],
  [/^(?:jupyter_\w+_config|ipython_config)\.py$/, 'start', 'Jupyter settings'],
];
/** Names of files that a person is asked to start; only where a project begins. */
const beginnings = /^(?:main|app|run|server|start|wsgi|asgi|bot|cli|__main__|index|application|streamlit_app|launch)\.pyw?$/;

/** What Python runs: build hooks, tests' settings, files loaded at every start, and the files that begin a program. */
export const findPython: RunFinder = function* (folder) {
  for (const file of folder.paths.filter((path) => /\.pyw?$|\/sconstruct$/i.test(path) && !/(?:^|\/)(?:node_modules|site-packages|dist-packages)\//.test(path))) {
    const name = nameOf(file);
    const known = byName.find(([pattern]) => pattern.test(name));
    if (known) yield whole(file, known[1], known[2], known[1] === 'start' || known[1] === 'test');
    else if (beginnings.test(name) && parentOf(file).split('/').length <= 2) yield whole(file, 'start', 'Python program', true);
    else if (isPlainScript(file, folder)) yield { ...whole(file, 'start', 'Python script', true), guessed: true };
    else if (/(?:^|\/)\.?ipython\/.*startup\//.test(file)) yield whole(file, 'start', 'Jupyter startup file', false);
    else if (/\/(?:settings|settings\/\w+)\.py$/.test(`/${file}`) && folder.has(`${parentOf(parentOf(file)) ? `${parentOf(parentOf(file))}/` : ''}manage.py`)) yield whole(file, 'start', 'Django settings', true);
  }
  for (const file of folder.paths.filter((path) => path.endsWith('.ipynb') && !isInstalled.test(path))) yield whole(file, 'start', 'notebook', true);
  yield* djangoParts(folder);
  yield* tests(folder);
  for (const file of folder.paths.filter((path) => path.endsWith('.pth'))) yield* startLines(file, folder);
  for (const file of folder.named('pyproject.toml')) yield* pyproject(file, folder);
  for (const file of folder.named('setup.cfg', 'tox.ini', 'pytest.ini')) yield* iniCommands(file, folder);
  for (const file of folder.named('.flaskenv', '.env')) {
    const [, app] = /^\s*FLASK_APP\s*=\s*["']?([\w./]+)/m.exec(folder.text(file) ?? '') ?? [];
    if (app !== undefined) yield { moment: 'start', file, line: 1, by: 'flask run', command: `flask --app ${app} run`, targets: modulePaths(app.replace(/\.py$/, '').replaceAll('/', '.'), parentOf(file), { folder }), ordinary: true };
  }
  for (const file of folder.paths.filter((path) => /(?:^|\/)(?:requirements|constraints)[\w.-]*\.(?:txt|in)$/.test(path))) yield* requirements(file, folder);
};

const whole = (file: string, moment: Moment, by: string, ordinary: boolean): FoundRun =>
  ({ moment, file, line: 1, by, command: nameOf(file), targets: [file], only: true, ...(ordinary && { ordinary: true }) });

/** A file near the top that does something when it is started by its name, as people do with what lies there. */
const isPlainScript = (file: string, folder: Folder): boolean =>
  file.split('/').length <= 3 && !isTest.test(file) && !isInstalled.test(file) && startsItself.test(folder.text(file) ?? '');
const startsItself = /^if[ \t(]+__name__[ \t]*==[ \t]*["']__main__["']|^#!.*\bpython|^(?:main|run|start)\(\)/m;

/** What Django loads of every application by its name, and what `migrate`, `test` and commands of the project's own run. */
const ofApplications = /(?:^|\/)(?:migrations\/\w+|management\/commands\/\w+|templatetags\/\w+|(?:apps|models|admin|signals|tasks|urls|views|middleware|context_processors|serializers|forms|wsgi|asgi|celery)|models\/\w+|middleware\/\w+)\.py$/;
/** Files of one kind that are named as started. */
const partLimit = 3_000;

function* djangoParts(folder: Folder): Generator<FoundRun> {
  for (const file of folder.named('manage.py').filter((path) => /\bdjango\b/i.test(folder.text(path) ?? ''))) {
    const targets = folder.below(parentOf(file), partLimit * 5).filter((path) => ofApplications.test(path) && !isInstalled.test(path)).slice(0, partLimit);
    if (targets.length > 0) yield { moment: 'start', file, line: 1, by: 'Django, of each application', command: 'python manage.py migrate', targets, only: true, ordinary: true };
  }
}

const isTest = /(?:^|\/)(?:test_\w+|\w+_test|tests)\.py$/;
const isInstalled = /(?:^|\/)(?:node_modules|site-packages|dist-packages|\.?venv)\//;

/** pytest and unittest find tests by the names of files, and load all of them first. */
function* tests(folder: Folder): Generator<FoundRun> {
  const targets = folder.paths.filter((path) => isTest.test(path) && !isInstalled.test(path)).slice(0, partLimit);
  if (targets[0] !== undefined) yield { moment: 'test', file: targets[0], line: 1, by: 'pytest, by its name', command: 'pytest', targets, only: true, ordinary: true };
}

/** Lines of a .pth file that begin with "import" are run at every start of Python (docs.python.org/3/library/site). */
function* startLines(file: string, folder: Folder): Generator<FoundRun> {
  for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
    if (/^import[ \t]/.test(line)) yield { moment: 'import', file, line: index + 1, by: '.pth file, at every start of Python', command: line, targets: [file], only: true };
  }
}

function* pyproject(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.toml(file);
  const value = asRecord(document?.value);
  const where = parentOf(file);
  const build = asRecord(value['build-system']);
  const backend = asText(build['build-backend']);
  const run = (moment: Moment, by: string, command: string, path: readonly string[], more: Partial<FoundRun>): FoundRun => ({ moment, file, line: document?.lineOf(path) ?? 1, by, command, ...more });
  for (const path of textsOf(build['backend-path'])) {
    const targets = modulePaths((backend ?? '').split(':')[0] ?? '', [where, path].filter((part) => part && part !== '.').join('/'), { folder });
    yield run('install', 'build backend of its own (pip install)', `${backend} in ${path}`, ['build-system', 'backend-path'], { targets, only: true });
  }
  const tool = asRecord(value['tool']);
  const poetry = asText(asRecord(asRecord(tool['poetry'])['build'])['script']) ?? asText(asRecord(tool['poetry'])['build']);
  const hatch = asRecord(asRecord(asRecord(asRecord(tool['hatch'])['build'])['hooks'])['custom']);
  const pdm = asText(asRecord(asRecord(tool['pdm'])['build'])['custom-hook']) ?? asText(asRecord(asRecord(tool['pdm'])['build'])['run-setuptools']);
  for (const [key, script] of [['poetry', poetry], ['hatch', asText(hatch['path'])], ['pdm', pdm]] as const) if (script !== undefined) yield run('install', 'build script (pip install)', script, ['tool', key, 'build'], {});
  for (const [name, entry] of Object.entries({ ...asRecord(asRecord(value['project'])['scripts']), ...asRecord(asRecord(tool['poetry'])['scripts']) })) {
    const module = asText(entry)?.split(':')[0] ?? '';
    yield run('start', `command ${name}`, String(entry), [], { targets: modulePaths(module, where, { folder }), only: true, ordinary: true });
  }
  for (const key of ['poe', 'taskipy', 'pdm']) {
    for (const [name, task] of Object.entries(asRecord(asRecord(tool[key])[key === 'pdm' ? 'scripts' : 'tasks']))) {
      for (const command of textsOf(typeof task === 'string' ? task : asRecord(task)['cmd'] ?? asRecord(task)['shell'])) yield run(/^(?:pre_|post_)?(?:install|lock)/.test(name) ? 'install' : 'start', `${key} ${name}`, command, ['tool', key, name], {});
    }
  }
}

/** `commands = ...` of tox; lines that go on are indented. */
function* iniCommands(file: string, folder: Folder): Generator<FoundRun> {
  let isCommand = false;
  for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
    const [, key, value = ''] = /^([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined) isCommand = /^commands(?:_pre|_post)?$/.test(key);
    else if (!/^\s+\S/.test(line)) isCommand = false;
    const command = (key === undefined ? line : value).trim();
    if (isCommand && command !== '') yield { moment: 'test', file, line: index + 1, by: 'tox', command };
  }
}

/** What pip fetches from somewhere else than its index: it runs the setup.py of each. */
function* requirements(file: string, folder: Folder): Generator<FoundRun> {
  for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
    const text = line.trim();
    const run = { moment: 'install', file, line: index + 1, by: 'pip requirement', command: text } as const;
    if (/^(?:-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host)\b/.test(text)) {
      const isUsual = /\/\/(?:pypi\.org|files\.pythonhosted\.org|download\.pytorch\.org|pypi\.nvidia\.com)(?:\/|$)/.test(text);
      yield { ...run, only: true, traits: ['fetches'], ...(isUsual && { ordinary: true }) };
    } else if (/^(?:-e\s+|[\w.[\]-]+\s*@\s*)?(?:git\+|https?:|hg\+|svn\+)/.test(text)) yield { ...run, only: true, traits: ['fetches'] };
    else if (/^(?:-e\s+)?\.{1,2}(?:\/|$)/.test(text)) yield { ...run, command: `pip install ${text}`, ordinary: true };
  }
}
