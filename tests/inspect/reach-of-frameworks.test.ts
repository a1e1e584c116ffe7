import { describe, expect, it } from 'vitest';
import { reach } from '../../utils/inspect/reach.ts';
import { runsOf } from '../../utils/inspect/runs/runs-of.ts';
import { json as j, projectOf } from './runs/project-of.ts';

const pkg = (scripts: object, more: object = {}) => j({ name: 'a', scripts, ...more });

/** Ways by which projects of one kind or another come to a file, and the file. */
const ways: Readonly<Record<string, readonly [Record<string, string>, string]>> = {
  'a folder of routes': [{ 'package.json': pkg({ start: 'node index.js' }), 'index.js': `const fs=require('fs');const path=require('path');fs.readdirSync(path.join(__dirname,'routes')).forEach(f=>app.use(require(path.join(__dirname,'routes',f))))`, 'routes/x.js': '' }, 'routes/x.js'],
  'models beside their index': [{ 'package.json': pkg({ start: 'node server' }), 'server.js': `const db = require('./models')`, 'models/index.js': `const basename=path.basename(__filename);fs.readdirSync(__dirname).filter(f=>f!==basename).forEach(file=>require(path.join(__dirname,file)))`, 'models/user.js': '' }, 'models/user.js'],
  'a package of the workspace, not built': [{ 'package.json': pkg({ dev: 'turbo dev' }, { workspaces: ['apps/*', 'packages/*'] }), 'apps/api/package.json': pkg({ dev: 'tsx src/index.ts' }, { dependencies: { '@app/shared': 'workspace:*' } }), 'apps/api/src/index.ts': `import {x} from '@app/shared'`, 'packages/shared/package.json': j({ name: '@app/shared', main: 'dist/index.js' }), 'packages/shared/src/index.ts': `export * from './lib/x'`, 'packages/shared/src/lib/x.ts': '' }, 'packages/shared/src/lib/x.ts'],
  'paths of an extended tsconfig': [{ 'package.json': pkg({ start: 'ts-node src/main.ts' }), 'tsconfig.json': j({ extends: './tsconfig.paths.json' }), 'tsconfig.paths.json': j({ compilerOptions: { baseUrl: '.', paths: { '#core/*': ['src/core/*'] } } }), 'src/main.ts': `import '#core/x'`, 'src/core/x.ts': '' }, 'src/core/x.ts'],
  'an alias of Vite': [{ 'package.json': pkg({ dev: 'vite' }), 'index.html': '<script type="module" src="/src/main.jsx"></script>', 'src/main.jsx': `import A from '~components/A'`, 'vite.config.js': `export default { resolve: { alias: { '~components': path.resolve(__dirname, 'src/ui') } } }`, 'src/ui/A.jsx': '' }, 'src/ui/A.jsx'],
  'a base of imports': [{ 'package.json': pkg({ start: 'react-scripts start' }), 'jsconfig.json': j({ compilerOptions: { baseUrl: 'src' } }), 'src/index.js': `import A from 'components/A'`, 'src/components/A.js': '' }, 'src/components/A.js'],
  'NODE_PATH': [{ 'package.json': pkg({ start: 'react-scripts start' }), '.env': 'NODE_PATH=src', 'src/index.js': `import A from 'components/A'`, 'src/components/A.js': '' }, 'src/components/A.js'],
  'a module by a name put together': [{ 'main.py': `import importlib\nfor n in NAMES: importlib.import_module(f"plugins.{n}")`, 'plugins/__init__.py': '', 'plugins/x.py': '' }, 'plugins/x.py'],
  'packages of Flask': [{ 'run.py': 'from app import create_app', 'app/__init__.py': 'from app.routes import bp', 'app/routes/__init__.py': 'from . import users', 'app/routes/users.py': 'from ..services.mail import send', 'app/services/mail.py': '' }, 'app/services/mail.py'],
  'a module beside the program': [{ 'README.md': '`python src/main.py`', 'src/main.py': 'from utils.x import y', 'src/utils/x.py': '' }, 'src/utils/x.py'],
  'a module below a container\'s folder': [{ 'backend/app/main.py': 'from app.core import config', 'backend/app/core/config.py': '', 'backend/Dockerfile': 'CMD ["uvicorn","app.main:app"]' }, 'backend/app/core/config.py'],
  'a service of an application': [{ 'manage.py': 'import django', 'shop/settings.py': "INSTALLED_APPS=['cart']\nMIDDLEWARE=['cart.mw.Track']", 'cart/mw.py': '', 'cart/services/pay.py': '', 'cart/views.py': 'from .services.pay import p' }, 'cart/services/pay.py'],
  'a page of Electron': [{ 'package.json': pkg({ start: 'electron .' }, { main: 'main.js' }), 'main.js': `new BrowserWindow({webPreferences:{preload:path.join(__dirname,'preload.js')}}).loadFile('app/index.html')`, 'preload.js': '', 'app/index.html': '<script src="r.js"></script>', 'app/r.js': '' }, 'app/r.js'],
  'a library of an extension': [{ 'manifest.json': j({ manifest_version: 3, background: { service_worker: 'bg.js' }, content_scripts: [{ js: ['c.js'] }] }), 'bg.js': `importScripts('lib.js')`, 'lib.js': '', 'c.js': '' }, 'lib.js'],
  'views by a pattern': [{ 'package.json': pkg({ serve: 'vue-cli-service serve' }), 'src/main.js': `import r from './router'`, 'src/router/index.js': "const v = (n) => () => import(`@/views/${n}.vue`)", 'src/views/Home.vue': '' }, 'src/views/Home.vue'],
  'a server in a folder of its own': [{ 'server/package.json': pkg({ start: 'node index' }), 'server/index.js': `require('./config/db')`, 'server/config/db.js': `require('../utils')`, 'server/utils/index.js': '' }, 'server/utils/index.js'],
  'a program without a script': [{ 'package.json': pkg({}), 'app.js': `require('./lib/x')`, 'lib/x.js': '' }, 'lib/x.js'],
  'a program in src without a script': [{ 'package.json': pkg({}), 'src/app.js': `require('./x')`, 'src/x.js': '' }, 'src/x.js'],
  'a program without a package': [{ 'index.js': `require('./x')`, 'x.js': '' }, 'x.js'],
  'a module of a notebook': [{ 'analysis.ipynb': j({ cells: [{ cell_type: 'code', source: ['from helper import x\n'] }] }), 'helper.py': '' }, 'helper.py'],
  'a task of Hardhat': [{ 'package.json': pkg({}), 'hardhat.config.ts': `import './tasks/x'`, 'tasks/x.ts': '' }, 'tasks/x.ts'],
  'a package of Go': [{ 'go.mod': 'module a', 'cmd/api/main.go': 'package main\nimport (\n\t"a/internal/x"\n)\n', 'internal/x/x.go': 'package x' }, 'internal/x/x.go'],
  'an include of PHP': [{ 'public/index.php': `<?php require __DIR__.'/../src/boot.php';`, 'src/boot.php': '' }, 'src/boot.php'],
  'a module of Rust': [{ 'Cargo.toml': '[package]\nname="a"', 'src/main.rs': 'mod x;', 'src/x.rs': '' }, 'src/x.rs'],
  'a script of a page': [{ 'public/pages/login.html': '<script src="../js/x.js"></script>', 'public/js/x.js': '' }, 'public/js/x.js'],
  'a service worker': [{ 'package.json': pkg({ start: 'react-scripts start' }), 'src/index.js': `navigator.serviceWorker.register('/sw.js')`, 'public/sw.js': '' }, 'public/sw.js'],
  'the library of Svelte': [{ 'package.json': pkg({ dev: 'vite dev' }), 'svelte.config.js': '', 'src/routes/+page.svelte': `<script>import x from '$lib/x'</script>`, 'src/lib/x.js': '' }, 'src/lib/x.js'],
  'a migration of Truffle': [{ 'package.json': pkg({}), 'truffle-config.js': '', 'migrations/1_x.js': '' }, 'migrations/1_x.js'],
  'a component of Astro': [{ 'package.json': pkg({ dev: 'astro dev' }), 'src/pages/index.astro': `---\nimport A from '../components/A.astro'\n---`, 'src/components/A.astro': '' }, 'src/components/A.astro'],
};

describe('reach by the ways of frameworks', () => {
  it.each(Object.entries(ways))('%s', (_, [files, file]) => {
    const project = projectOf(files);
    expect(reach(project, runsOf(project)).momentsOf(file)).not.toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a declared package of the same ending', { 'package.json': pkg({ start: 'node a.js' }, { dependencies: { lodash: '1' } }), 'a.js': "import 'lodash/unused'", 'old/unused.js': '' }, 'old/unused.js'],
    ['a module of Node', { 'a.js': '', 'index.js': "import 'fs/promises'", 'old/promises.js': '' }, 'old/promises.js'],
    ['a file that nothing names', { 'package.json': pkg({ start: 'node a.js' }), 'a.js': '', 'tools/unused.js': '' }, 'tools/unused.js'],
    ['a page of the documentation', { 'docs/index.html': '<script src="x.js"></script>', 'docs/x.js': '' }, 'docs/x.js'],
    ['a manifest of another kind', { 'manifest.json': j({ name: 'x', scripts: ['x.js'] }), 'x.js': '' }, 'x.js'],
  ])('does not come to %s', (_, files, file) => {
    const project = projectOf(files);
    expect(reach(project, runsOf(project)).momentsOf(file)).toEqual([]);
  });
});
