import { describe, expect, it } from 'vitest';
import { linkedPaths, withoutFollowed } from '../../utils/inspect/linked-paths.ts';

const file = (path: string) => ({ path, size: 0 });
const link = (path: string, linksTo: string) => ({ path, size: 0, linksTo });
const projectOf = (...files: readonly { path: string; size: number; linksTo?: string }[]) => ({ name: 'sample', files, skipped: [] });

describe('linked-paths', () => {
  it('sees files through links to them, to links and to folders', () => {
    const project = projectOf(file('lib/a.js'), file('lib/in/b.js'), link('bin/start', '../lib/a.js'), link('again', 'bin/start'), link('tools', './lib'));
    expect(Object.fromEntries(linkedPaths(project))).toEqual({ 'bin/start': 'lib/a.js', again: 'lib/a.js', 'tools/a.js': 'lib/a.js', 'tools/in/b.js': 'lib/in/b.js' });
  });

  it('follows no link out of the project, in circles, into a folder that holds it, or to nothing', () => {
    const project = projectOf(file('lib/a.js'), link('out', '../a.js'), link('etc', '/etc'), link('one', 'two'), link('two', 'one'), link('lib/up', '..'), link('none', 'gone'));
    expect(linkedPaths(project).size).toBe(0);
  });

  it('sees a folder behind more links than it follows that lead nowhere', () => {
    const dangling = Array.from({ length: 500 }, (_, i) => link(`none-${i}`, `gone-${i}`));
    expect(linkedPaths(projectOf(file('lib/a.js'), ...dangling, link('tools', 'lib'))).get('tools/a.js')).toBe('lib/a.js');
  });

  it('calls put aside a folder of which not everything could be shown', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => file(`lib/${i}.js`));
    const project = projectOf(...many, link('one', 'lib'), link('two', 'lib'));
    expect(withoutFollowed([{ path: 'one', reason: 'link' }, { path: 'two', reason: 'link' }], project)).toEqual([{ path: 'two', reason: 'link' }]);
  });

  it('does not call put aside what was followed', () => {
    const project = projectOf(file('lib/a.js'), link('tools', 'lib'), link('none', 'gone'));
    expect(withoutFollowed([{ path: 'tools', reason: 'link' }, { path: 'none', reason: 'link' }, { path: 'tools', reason: 'unreadable' }], project)).toEqual([{ path: 'none', reason: 'link' }, { path: 'tools', reason: 'unreadable' }]);
  });
});
