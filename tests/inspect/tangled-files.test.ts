import { describe, expect, it } from 'vitest';
import type { Project, Skipped } from '../../utils/inspect/project.ts';
import { TangledFiles } from '../../utils/inspect/tangled-files.ts';
import { projectOf } from './sightings-of.ts';

const names = Array.from({ length: 100 }, (_, i) => `f${i}.js`);
const project = projectOf(Object.fromEntries(names.map((name) => [name, ''])));
/** A way of looking that breaks off at some files, each by itself. */
const breakingAt = (...bad: string[]) => ({ files }: Project): string[] => {
  if (files.some(({ path }) => bad.includes(path))) throw new RangeError('Maximum call stack size exceeded');
  return files.map(({ path }) => path);
};
function tangle() {
  const skipped: Skipped[] = [];
  return { skipped, tangled: new TangledFiles(project, skipped) };
}

describe('TangledFiles', () => {
  it('leaves out only the files that break a look at the project, and names them', () => {
    const { tangled, skipped } = tangle();
    expect(tangled.unless(breakingAt('f3.js', 'f97.js'), [])).toEqual(names.filter((name) => !['f3.js', 'f97.js'].includes(name)));
    expect(skipped).toEqual([{ path: 'f3.js', reason: 'tangled' }, { path: 'f97.js', reason: 'tangled' }]);
  });

  it('names a file once, however many ways of looking break at it', () => {
    const { tangled, skipped } = tangle();
    for (let way = 0; way < 3; way++) tangled.unless(breakingAt('f3.js'), []);
    expect(skipped).toHaveLength(1);
  });

  it('says that a way of looking is missing when it breaks without any file', () => {
    const { tangled, skipped } = tangle();
    expect(tangled.unless((): string[] => { throw new TypeError('a fault of ours'); }, ['otherwise'])).toEqual(['otherwise']);
    expect(skipped).toEqual([{ path: '', reason: 'tangled' }]);
  });

  it('goes on with the next file when a look at one breaks', () => {
    const { tangled, skipped } = tangle();
    const seen = project.files.flatMap((file) => tangled.unlessIn(file, 'a way', () => breakingAt('f3.js')({ ...project, files: [file] })));
    expect([seen.length, skipped]).toEqual([99, [{ path: 'f3.js', reason: 'tangled' }]]);
  });

  it('looks for what breaks a way of looking once, not again for each file', () => {
    const { tangled, skipped } = tangle();
    let looks = 0;
    const look = (some: Project) => {
      looks++;
      return breakingAt('f50.js')(some).slice(0, 1);
    };
    for (const file of project.files) tangled.unlessIn(file, look, look);
    expect([skipped, looks < 2 * names.length]).toEqual([[{ path: 'f50.js', reason: 'tangled' }], true]);
  });

  it('ends the search when hundreds of files break a look', () => {
    const { tangled, skipped } = tangle();
    let looks = 0;
    tangled.unless((some) => {
      looks++;
      return breakingAt(...names)(some);
    }, []);
    expect([looks < 250, skipped.length]).toEqual([true, 100]);
  });
});
