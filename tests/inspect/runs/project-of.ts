import type { Project } from '../../../utils/inspect/project.ts';
import type { Moment, Run } from '../../../utils/inspect/run.ts';
import { runsOf } from '../../../utils/inspect/runs/runs-of.ts';

/** A project of texts by path. */
export const projectOf = (files: Readonly<Record<string, string>>): Project => ({
  name: 'task',
  skipped: [],
  files: Object.entries(files).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { path, bytes, size: bytes.length };
  }),
});

export const runsIn = (files: Readonly<Record<string, string>>, moment?: Moment): readonly Run[] =>
  runsOf(projectOf(files)).filter((run) => moment === undefined || run.moment === moment);

/** The one run of a moment; the test fails if there are more or none. */
export function onlyRun(files: Readonly<Record<string, string>>, moment: Moment): Run {
  const runs = runsIn(files, moment);
  if (runs.length !== 1 || !runs[0]) throw new Error(`${runs.length} runs at ${moment}: ${runs.map(({ by, command }) => `${by} ${command}`).join('; ')}`);
  return runs[0];
}

export const json = (value: unknown): string => JSON.stringify(value, null, 2);
