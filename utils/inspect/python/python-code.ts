import { analysePython } from './analyse-python.ts';
import { isPythonText } from './python-files.ts';
import type { Project } from '../project.ts';
import type { Detector, Sighting } from '../sighting.ts';

const analyses = new WeakMap<Project, ReadonlyMap<string, readonly Sighting[]>>();

/** What Python code runs, reads and sends. All files of a project are followed together, once. */
export const pythonCode: Detector = ({ path, text }, project) => {
  if (!isPythonText(path, text)) return [];
  let analysis = analyses.get(project);
  if (!analysis) analyses.set(project, (analysis = analysePython(project)));
  return analysis.get(path) ?? [];
};
