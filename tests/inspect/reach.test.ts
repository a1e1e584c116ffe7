import { describe, expect, it } from 'vitest';
import { reach } from '../../utils/inspect/reach.ts';
import { runsOf } from '../../utils/inspect/runs/runs-of.ts';
import { json, projectOf } from './runs/project-of.ts';

function momentsIn(files: Record<string, string>): Record<string, string> {
  const project = projectOf(files);
  const { momentsOf } = reach(project, runsOf(project));
  return Object.fromEntries(project.files.map(({ path }) => [path, momentsOf(path).join(' ')]).filter(([, moments]) => moments !== ''));
}
const started = (files: Record<string, string>, command = 'node begin.js') => momentsIn({ 'package.json': json({ main: 'none', scripts: { start: command } }), ...files });

describe('reach', () => {
  it.each([
    ["import './lib/a.js'"], ["import x from './lib/a'"], ["export * from './lib/a.js'"], ["const a = require('./lib/a')"], ["await import('./lib/a.js')"], ["require.resolve('./lib/a.js')"],
    ["new Worker(new URL('./lib/a.js', import.meta.url))"], ["fork(path.join(__dirname, 'lib', 'a.js'))"], ["spawn('node', ['lib/a.js'])"], ["for (const f of fs.readdirSync('./lib')) load(f)"],
    ["globalSetup: '<rootDir>/lib/a.js'"], ['load(`${__dirname}/lib/a.js`)'], ['require(`./lib/${name}`)'], ["require('./lib/' + name)"], ["import a from '@/lib/a'"],
  ])('follows %s', (text) => {
    expect(started({ 'begin.js': text, 'lib/a.js': '', 'other.js': '' })).toEqual({ 'begin.js': 'start', 'lib/a.js': 'start' });
  });

  it('goes through a file without an ending and one with an odd ending', () => {
    expect(started({ 'bin/begin': "const a = require('../lib/a.log')", 'lib/a.log': "const b = require('./b')", 'lib/b.js': '' }, 'node bin/begin')).toEqual({ 'bin/begin': 'start', 'lib/a.log': 'start', 'lib/b.js': 'start' });
  });

  it('goes through links inside the project', () => {
    const project = projectOf({ 'package.json': json({ main: 'none', scripts: { start: 'node begin', test: 'node tools/t.js' } }), 'lib/a.js': "require('./b')", 'lib/b.js': '', 'shared/t.js': '' });
    const linked = { ...project, files: [...project.files, { path: 'begin', size: 0, linksTo: './lib/a.js' }, { path: 'tools', size: 0, linksTo: 'shared' }, { path: 'round', size: 0, linksTo: 'round' }, { path: 'out', size: 0, linksTo: '../x' }] };
    const { momentsOf } = reach(linked, runsOf(linked));
    expect(['begin', 'lib/a.js', 'lib/b.js', 'shared/t.js'].map((path) => momentsOf(path).join())).toEqual(['start', 'start', 'start', 'test']);
  });

  it('goes through circles and adds up moments', () => {
    const files = { 'package.json': json({ main: 'none', scripts: { postinstall: 'node a.js', start: 'node b.js' } }), 'a.js': "require('./c')", 'b.js': "require('./c')", 'c.js': "require('./d')", 'd.js': "require('./c')", 'e.js': "require('./a')" };
    expect(momentsIn(files)).toEqual({ 'a.js': 'install', 'b.js': 'start', 'c.js': 'install start', 'd.js': 'install start' });
  });

  it('goes through packages of the same project and those that came along', () => {
    const files = { 'begin.js': "require('@app/core'); require('left')", 'packages/core/package.json': json({ name: '@app/core', main: 'lib/x.js' }), 'packages/core/lib/x.js': '', 'node_modules/left/package.json': json({ main: 'm.js' }), 'node_modules/left/m.js': '' };
    expect(started(files)).toMatchObject({ 'packages/core/lib/x.js': 'start import', 'node_modules/left/m.js': 'start' });
  });

  it('goes through the paths of tsconfig.json', () => {
    const tsconfig = '{ "compilerOptions": { "baseUrl": ".", "paths": { "#lib/*": ["./source/lib/*"] } } }';
    expect(started({ 'begin.ts': "import { a } from '#lib/a.js'", 'source/lib/a.ts': '', 'tsconfig.json': tsconfig }, 'tsx begin.ts')).toMatchObject({ 'source/lib/a.ts': 'start' });
  });

  it('goes through the page of a bundler to a font that is named in quotes', () => {
    const files = { 'index.html': '<script type="module" src="/src/begin.jsx"></script>', 'src/begin.jsx': "import App from './App'", 'src/App.jsx': "load('public/fonts/a.woff2')", 'public/fonts/a.woff2': 'x' };
    expect(started(files, 'vite')).toMatchObject({ 'src/App.jsx': 'start', 'public/fonts/a.woff2': 'start' });
  });

  it('goes through Python', () => {
    const files = { 'main.py': 'from shop.models import Item\nfrom . import tools\nimport os, helper', 'shop/__init__.py': '', 'shop/models.py': 'from .prices import *\nfrom ..lib import x', 'shop/prices.py': '', 'tools.py': '', 'helper.py': '', 'lib/x.py': '', 'unused.py': '' };
    expect(Object.keys(momentsIn(files)).sort()).toEqual(['helper.py', 'lib/x.py', 'main.py', 'shop/__init__.py', 'shop/models.py', 'shop/prices.py', 'tools.py']);
  });

  it('goes through Django from manage.py to the applications', () => {
    const files = { 'manage.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')", 'site1/settings.py': "INSTALLED_APPS = ['django.contrib.admin', 'polls']\nROOT_URLCONF = 'site1.urls'", 'site1/urls.py': "include('polls.urls')", 'polls/__init__.py': '', 'polls/urls.py': 'from . import views', 'polls/views.py': '', 'polls/models.py': '' };
    expect(Object.keys(momentsIn(files))).toEqual(expect.arrayContaining(['site1/settings.py', 'site1/urls.py', 'polls/urls.py', 'polls/views.py', 'polls/models.py']));
  });

  it('goes through scripts of a shell and a Makefile', () => {
    const files = { 'package.json': json({ main: 'none', scripts: { postinstall: 'bash tools/setup.sh' } }), 'tools/setup.sh': 'cd "$(dirname "$0")"\nnode ./x.js\nmake -C .. all', 'tools/x.js': '', Makefile: 'all:\n\tpython3 worker.py\n', 'worker.py': '' };
    expect(momentsIn(files)).toMatchObject({ 'tools/x.js': 'install', Makefile: 'install', 'worker.py': 'install build' });
  });

  it('goes through Ruby, PHP, Go and Rust', () => {
    const files = {
      Rakefile: "require_relative 'lib/a'\nsystem('x y')", 'lib/a.rb': '', 'index.php': "<?php require __DIR__ . '/inc/a.php';", 'inc/a.php': '',
      'package.json': json({ main: 'none', scripts: { start: 'go run . && cargo run' } }), 'main.go': 'package main\nimport (\n\t"a.example/task/store"\n)', 'store/db.go': '', 'src/main.rs': 'mod net;', 'src/net.rs': '',
    };
    expect(Object.keys(momentsIn(files))).toEqual(expect.arrayContaining(['lib/a.rb', 'inc/a.php', 'store/db.go', 'src/net.rs']));
  });

  it('does not run what only reads a package.json', () => {
    expect(started({ 'begin.js': "require('./sub/package.json')", 'sub/package.json': json({ scripts: { deploy: 'node x.js' } }), 'sub/y.js': '' })).not.toHaveProperty('sub/y.js');
  });
});
