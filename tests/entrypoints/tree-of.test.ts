import { describe, expect, it } from 'vitest';
import { childrenOf, treeOf } from '../../entrypoints/inspect/tree-of.ts';
import type { Inspection } from '../../utils/inspect/inspection.ts';

const place = (file: string, severity: 'medium' | 'critical') => ({ file, severity, line: 1 });
const inspection = (findings: object[], open: object[] = []) => ({ findings, runs: { open, install: [], start: [], other: [] } }) as unknown as Inspection;

describe('the tree of a project', () => {
  it('puts folders first and marked ones before the others', () => {
    const tree = treeOf(['a.js', 'docs/a.md', 'src/b.js'], inspection([place('src/b.js', 'medium')]));
    expect(childrenOf(tree).map(({ name }) => name)).toEqual(['src', 'docs', 'a.js']);
  });

  it('carries the worst of what is below up to each folder', () => {
    const tree = treeOf(['src/app/a.js', 'src/b.js'], inspection([place('src/app/a.js', 'medium'), place('src/b.js', 'critical')]));
    expect(childrenOf(tree)[0]!.mark).toEqual({ places: 2, severity: 'critical', runs: false });
    expect(childrenOf(childrenOf(tree)[0]!)[0]!.mark).toMatchObject({ places: 1, severity: 'medium' });
  });

  it('marks what starts and what is started', () => {
    const tree = treeOf(['.vscode/tasks.json', 'a.js', 'b.js'], inspection([], [{ file: '.vscode/tasks.json', targets: ['a.js'] }]));
    expect(childrenOf(tree).map(({ name, mark }) => [name, mark.runs])).toEqual([['.vscode', true], ['a.js', true], ['b.js', false]]);
  });
});
