import { describe, expect, it } from 'vitest';
import type { Project, Skipped } from '../../utils/inspect/project.ts';
import { unreadEntries } from '../../utils/inspect/unread-entries.ts';

const told = (skipped: Skipped[], more: Partial<Project> = {}) =>
  unreadEntries({ name: 'task.zip', files: [], skipped, ...more }, skipped).map(({ file, detail }): Record<string, unknown> => ({ file, ...detail }));

describe('unreadEntries', () => {
  it('says nothing when everything was read', () => expect(told([])).toEqual([]));

  it('tells each reason once, with its first place and how many there are', () => {
    expect(told([{ path: 'a.js', reason: 'encrypted' }, { path: 'b.js', reason: 'encrypted', more: 7 }, { path: 'c', reason: 'damaged' }])).toEqual([
      { file: 'a.js', reason: 'encrypted', count: 9, how: 'entry' }, { file: 'c', reason: 'damaged', count: 1, how: 'entry' },
    ]);
  });

  it('tells links that lead out from entries that do', () => {
    const skipped: Skipped[] = [{ path: 'data', reason: 'outside the folder' }, { path: '.bashrc', reason: 'outside the folder' }];
    expect(told(skipped, { files: [{ path: 'data', size: 0, linksTo: '../data' }] }).map(({ file, how }) => [file, how])).toEqual([['data', 'link'], ['.bashrc', 'entry']]);
  });

  it('tells files that were read in part one by one, for it counts which of them run', () => {
    expect(told([{ path: 'a.js', reason: 'read in part' }, { path: 'b.js', reason: 'read in part' }]).map(({ file }) => file)).toEqual(['a.js', 'b.js']);
  });

  it('names the archive where there is no path', () => expect(told([{ path: '', reason: 'too many files' }])[0]!.file).toBe('task.zip'));
});
