import { describe, expect, it } from 'vitest';
import { reach } from '../../../utils/inspect/reach.ts';
import { settingSightings } from '../../../utils/inspect/runs/runs-of.ts';
import { json, projectOf, runsIn } from './project-of.ts';

const tasks = json({ version: '2.0.0', tasks: [{ label: 'a', type: 'shell', command: 'sh x.sh', runOptions: { runOn: 'folderOpen' } }] });
const installs = json({ name: 'a', scripts: { preinstall: 'node x.js' } });

describe('projects that tests read', () => {
  it.each(['tests/fixtures/a/', 'test/cli/__fixtures__/a/', 'packages/scan/spec/testdata/', 'tests/malware/a/'])('start nothing in %s', (folder) => {
    const files = { [`${folder}.vscode/tasks.json`]: tasks, [`${folder}.vscode/settings.json`]: json({ 'task.allowAutomaticTasks': 'on' }), [`${folder}package.json`]: installs, [`${folder}x.js`]: '', [`${folder}x.sh`]: '' };
    expect([runsIn(files), settingSightings(projectOf(files))]).toEqual([[], []]);
  });

  it.each(['', 'samples/a/', 'fixtures/a/', 'test/'])('are no others: "%s"', (folder) => {
    expect(runsIn({ [`${folder}package.json`]: installs, [`${folder}x.js`]: '' }, 'install').length).toBeGreaterThan(0);
  });

  it('count where the project itself starts a file of them', () => {
    const project = projectOf({ 'package.json': json({ scripts: { start: 'node server.js' } }), 'server.js': "require('./tests/fixtures/x.js');\n", 'tests/fixtures/x.js': '' });
    expect(reach(project, runsIn({ 'package.json': json({ scripts: { start: 'node server.js' } }), 'server.js': '' })).momentsOf('tests/fixtures/x.js')).toEqual(['start']);
  });
});
