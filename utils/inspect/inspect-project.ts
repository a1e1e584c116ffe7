import { byteDetectors, detectors, listDetectors, projectDetectors } from './detectors.ts';
import type { Inspection, RunsByStep } from './inspection.ts';
import { createProjectJudge, type InspectionKnowledge } from './judge-project.ts';
import { withoutFollowed } from './linked-paths.ts';
import { partsElsewhere } from './parts-elsewhere.ts';
import { projectEvidence } from './project-evidence.ts';
import type { Project, ProjectFile, Skipped } from './project.ts';
import { reach, type Reach } from './reach.ts';
import type { Run } from './run.ts';
import { unfollowedScripts } from './javascript/detect-scripts.ts';
import { unfollowedPython } from './python/python-code.ts';
import { runsOf, unreadSettings } from './runs/runs-of.ts';
import type { Sighting } from './sighting.ts';
import { TangledFiles } from './tangled-files.ts';
import { textFileOf } from './text-file.ts';
import { unreadEntries } from './unread-entries.ts';

export interface InspectionOptions {
  /** Called with the share that is done, 0 to 1, after each file. */
  readonly progress?: (share: number) => void;
  /** Milliseconds of any clock that does not go back. */
  readonly now?: () => number;
}

/** Files that nobody came to within a minute are named as skipped: what runs by itself comes first. */
const timeLimit = 60_000;

/** Looks at every file of a project and says what was found. Nothing of it is ever run. */
export function inspectProject(project: Project, knowledge: InspectionKnowledge, { progress, now = () => performance.now() }: InspectionOptions = {}): Inspection {
  const until = now() + timeLimit;
  const skipped: Skipped[] = [...withoutFollowed(project.skipped, project), ...partsElsewhere(project)];
  const tangled = new TangledFiles(project, skipped);
  const runs = runsOf(project);
  const reached = tangled.unless((some) => reach(some, runs), nothingReached);
  skipped.push(...unreadSettings(project));
  const sightings: Sighting[] = projectDetectors.flatMap((detect) => tangled.unless(detect, []));
  skipped.push(...tangled.unless(unfollowedScripts, []), ...unfollowedPython(project));
  const looked = { files: 0, bytes: 0, parsed: 0 };
  const files = inOrder(project.files.filter(({ bytes }) => bytes !== undefined), reached);
  for (const [done, file] of files.entries()) {
    if (now() > until) {
      skipped.push({ path: file.path, reason: 'out of time' });
      continue;
    }
    looked.files++;
    looked.bytes += file.size;
    if (look(file, knowledge, sightings, tangled)) looked.parsed++;
    progress?.((done + 1) / files.length);
  }
  sightings.push(...unreadEntries(project, skipped));
  const seen = sightings.map((sighting) => ({ ...sighting, reached: sighting.reached ?? reached.momentsOf(sighting.file) }));
  const judged = createProjectJudge(knowledge)(projectEvidence(seen, runs, reached.imports));
  return { ...judged, runs: byStep(runs), looked, skipped };
}

/** What runs by itself first: it must not be what time runs out for. */
const inOrder = (files: readonly ProjectFile[], { momentsOf }: Reach): ProjectFile[] =>
  files.map((file) => ({ file, runs: momentsOf(file.path).length > 0 }))
    .sort((a, b) => Number(b.runs) - Number(a.runs)).map(({ file }) => file);

const nothingReached: Reach = { momentsOf: () => [], imports: new Map() };

/** True when the file is text. */
function look(file: ProjectFile, { lists }: InspectionKnowledge, sightings: Sighting[], tangled: TangledFiles): boolean {
  for (const detect of byteDetectors) sightings.push(...tangled.unlessIn(file, detect, (project) => detect({ ...project, files: [file] })));
  const text = textFileOf(file);
  if (!text) return false;
  for (const detect of detectors) sightings.push(...tangled.unlessIn(file, detect, (project) => detect(text, project)));
  for (const detect of listDetectors) sightings.push(...tangled.unlessIn(file, detect, (project) => detect(text, project, lists)));
  return true;
}

const byStep = (runs: readonly Run[]): RunsByStep => {
  const at = (moment: Run['moment']) => runs.filter((run) => run.moment === moment);
  return { open: at('open'), install: at('install'), start: at('start'), other: runs.filter(({ moment }) => !['open', 'install', 'start'].includes(moment)) };
};
