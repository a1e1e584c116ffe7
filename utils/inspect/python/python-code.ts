import { analysePython } from './analyse-python.ts';
import { isPythonText, longestFile } from './python-files.ts';
import { isMade } from '../hidden/path-kinds.ts';
import type { Project, Skipped } from '../project.ts';
import type { Detector, Sighting } from '../sighting.ts';

/** Programs of Python that are too long to be followed, so that the person is told. */
export const unfollowedPython = ({ files }: Project): Skipped[] =>
  files.filter(({ path, size }) => /\.pyw?$/i.test(path) && size > longestFile && !isMade(path)).map(({ path }) => ({ path, reason: 'not followed' }));

const analyses = new WeakMap<Project, ReadonlyMap<string, readonly Sighting[]>>();

/** What Python code runs, reads and sends. All files of a project are followed together, once. */
export const pythonCode: Detector = ({ path, text }, project) => {
  if (!isPythonText(path, text)) return [];
  let analysis = analyses.get(project);
  if (!analysis) analyses.set(project, (analysis = analysePython(project)));
  return analysis.get(path) ?? [];
};
