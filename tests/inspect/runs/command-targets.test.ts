import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetsOf } from '../../../utils/inspect/runs/command-targets.ts';
import { openFolder } from '../../../utils/inspect/runs/folder.ts';
import { json, projectOf } from './project-of.ts';

const files = {
  'package.json': json({ name: 'app', main: 'lib/main.js', scripts: { dev: 'npm-run-all --parallel dev:*', 'dev:web': 'vite', 'dev:api': 'nodemon --exec "ts-node" server/api.ts', loop: 'npm run loop', prestart: 'node tools/check', start: 'cd client && npm start' }, workspaces: ['packages/*'] }),
  'client/package.json': json({ scripts: { start: 'next dev' } }),
  'client/next.config.mjs': '', 'client/pages/index.jsx': '', 'client/postcss.config.js': '',
  'packages/core/package.json': json({ name: '@app/core', scripts: { postinstall: 'node setup.js' } }), 'packages/core/setup.js': '',
  'lib/main.js': '', 'tools/check.js': '', 'server/api.ts': '', 'vite.config.ts': '', 'tailwind.config.cjs': '', 'index.html': '',
  'public/fonts/a.woff2': '', 'worker.py': '', 'jobs/__init__.py': '', 'jobs/run.py': '', 'shop/app.py': '', 'Makefile': '', 'run.sh': '', 'src/index.ts': '',
};
const folder = openFolder(projectOf(files));
const targets = (command: string, cwd = '') => targetsOf(command, cwd, folder).sort();

describe('targetsOf', () => {
  it.each([
    ['node lib/main.js', ['lib/main.js']],
    ['node tools/check', ['tools/check.js']],
    ['node .', ['lib/main.js']],
    ['FOO=1 cross-env BAR=2 npx tsx --watch ./src/index.ts', ['src/index.ts']],
    ['node -r ./tools/check.js lib/main', ['lib/main.js', 'tools/check.js']],
    ['node -e "require(\'./tools/check\')"', ['tools/check.js']],
    ['node public/fonts/a.woff2 >/dev/null 2>&1 &', ['public/fonts/a.woff2']],
    ['bash -c "cd tools && node check.js"', ['tools/check.js']],
    ['sh run.sh || true', ['run.sh']],
    ['.\\run.sh', ['run.sh']],
    ['cmd /c start /b node lib\\main.js', ['lib/main.js']],
    ['npm run dev:api', ['server/api.ts']],
    ['concurrently "npm:dev:web" "node tools/check.js"', ['index.html', 'tailwind.config.cjs', 'tools/check.js', 'vite.config.ts']],
    ['npm start', ['client/next.config.mjs', 'client/pages/index.jsx', 'client/postcss.config.js', 'tools/check.js']],
    ['npm --prefix client start', ['client/next.config.mjs', 'client/pages/index.jsx', 'client/postcss.config.js']],
    ['npm install', ['packages/core/setup.js']],
    ['yarn workspace @app/core run postinstall', ['packages/core/setup.js']],
    ['python -m jobs.run', ['jobs/__init__.py', 'jobs/run.py']],
    ['python3 worker.py', ['worker.py']],
    ['uvicorn shop.app:app --reload', ['shop/app.py']],
    ['make', ['Makefile']],
    ['eslint --config=./tools/check.js .', ['tools/check.js']],
    ['echo node lib/main.js', []],
    ['npm test', []],
  ])('%s', (command, expected) => {
    expect(targets(command)).toEqual(expected);
  });

  it('takes a program that came along in node_modules', () => {
    const shipped = openFolder(projectOf({ 'package.json': '{}', 'node_modules/.bin/vite': '', 'node_modules/vite/package.json': json({ main: 'index.js' }), 'node_modules/vite/index.js': '', 'web/package.json': '{}' }));
    expect(targetsOf('vite build', 'web', shipped).sort()).toEqual(['node_modules/.bin/vite', 'node_modules/vite/index.js']);
  });

  it('starts where it is told', () => {
    expect(targets('node setup.js', 'packages/core')).toEqual(['packages/core/setup.js']);
    expect(targets('node ../../lib/main.js', 'packages/core')).toEqual(['lib/main.js']);
  });

  it('ends where scripts run each other in a circle', () => {
    expect(targets('npm run loop')).toEqual([]);
  });

  it('follows a pattern of scripts', () => {
    expect(targets('npm run dev')).toEqual(['index.html', 'server/api.ts', 'tailwind.config.cjs', 'vite.config.ts']);
  });

  it('never names a file that is not there, and never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), fc.constantFrom('', 'client'), (command, cwd) => {
      expect(targetsOf(command, cwd, folder).filter((path) => !folder.has(path))).toEqual([]);
    }));
  });
});
