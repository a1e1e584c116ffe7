import { moments, type Run } from '../run.ts';
import { withoutBreaking } from '../without-breaking.ts';
import type { Project, Skipped } from '../project.ts';
import type { ProjectDetector, Sighting } from '../sighting.ts';
import { completeRun, type RunFinder } from './found-run.ts';
import { openFolder, type Folder } from './folder.ts';
import { withSettings } from './command-settings.ts';
import { findDevContainers } from './finders/dev-container.ts';
import { findDocker } from './finders/docker.ts';
import { findDotnet } from './finders/dotnet-projects.ts';
import { findEditorAgents } from './finders/editor-agents.ts';
import { findAskedExtensions } from './finders/asked-extensions.ts';
import { findEditorExtensions } from './finders/editor-extensions.ts';
import { findGitHooks } from './finders/git-hooks.ts';
import { findJavaBuilds } from './finders/java-builds.ts';
import { findJetBrains } from './finders/jetbrains.ts';
import { findMakeFiles } from './finders/make-files.ts';
import { findNpmScripts } from './finders/npm-scripts.ts';
import { findOtherEditors } from './finders/other-editors.ts';
import { findPython } from './finders/python-project.ts';
import { findRubyAndPhp } from './finders/ruby-and-php.ts';
import { findRustAndGo } from './finders/rust-and-go.ts';
import { findShellEnvironment } from './finders/shell-environment.ts';
import { findToldCommands } from './finders/told-commands.ts';
import { findEditorSettings } from './finders/vscode-settings.ts';
import { findLaunches } from './finders/vscode-launch.ts';
import { findVsCodeTasks } from './finders/vscode-tasks.ts';
import { findTaskRunners } from './finders/task-runners.ts';
import { findToolSettings } from './finders/tool-settings.ts';
import { findPrograms } from './finders/programs.ts';
import { findPages } from './finders/pages.ts';
import { findFoundry } from './finders/foundry.ts';
import { findXcode } from './finders/xcode.ts';

/** What runs by itself when a folder is opened comes first: a project of very many runs must not hide it. */
const finders: readonly RunFinder[] = [
  findVsCodeTasks, findEditorSettings, findEditorAgents, findJetBrains, findOtherEditors, findShellEnvironment, findGitHooks, findNpmScripts,
  findAskedExtensions, findEditorExtensions, findToolSettings, findTaskRunners, findLaunches, findDevContainers, findPython, findRustAndGo, findJavaBuilds, findDotnet,
  findRubyAndPhp, findXcode, findMakeFiles, findFoundry, findDocker, findToldCommands, findPages, findPrograms,
];

/** Runs that one finder may report: the largest ordinary repositories with hundreds of packages have some 3,000 scripts. */
const runLimit = 5_000;

/**
 * Projects that tests read: scanners, linters and package managers keep hundreds, some of them malicious on purpose. Nobody opens or installs those; what their
 * files do is still looked at, and counts in full where the project itself starts them.
 */
const ofTestData = /(?:^|\/)(?:tests?|__tests__|specs?)\/(?:[^/]+\/)*(?:fixtures?|__fixtures__|test-?data|corpus|malware)\//i;

/** A run with its whole command, as it is with the settings it names put in. */
export interface WholeCommand { readonly run: Run; readonly command: string }
interface Found {
  readonly folder: Folder;
  readonly runs: readonly Run[];
  readonly commands: readonly WholeCommand[];
  readonly sightings: readonly Sighting[];
}
const foundIn = new WeakMap<Project, Found>();

/** Everything of a project that starts by itself, or by a step that the person is asked for; by moment, nothing twice. */
export const runsOf = (project: Project): readonly Run[] => find(project).runs;

/** Settings that start nothing themselves and let other things start. */
export const settingSightings: ProjectDetector = (project) => find(project).sightings;

/** Commands of all runs that are command lines, whole: of a run a part is shown. */
export const commandsOf = (project: Project): readonly WholeCommand[] => find(project).commands;

/** Configuration files that were there and could not be read whole. */
export const unreadSettings = (project: Project): readonly Skipped[] => find(project).folder.faults.map(({ path, reason }) => ({ path, reason }));

export const folderOf = (project: Project): Folder => find(project).folder;

function find(project: Project): Found {
  const known = foundIn.get(project);
  if (known) return known;
  const { seen, broken } = withoutBreaking(findIn, project);
  const { folder, ...rest } = seen ?? { folder: openFolder(project), runs: [], commands: [], sightings: [] };
  const faults = (seen ? broken : [{ path: project.name }]).map(({ path }) => ({ path, reason: 'tangled' as const, detail: 'breaks the reader' }));
  const found = { folder: broken.length + faults.length === 0 ? folder : { ...openFolder(project), faults: [...folder.faults, ...faults] }, ...rest };
  foundIn.set(project, found);
  return found;
}

function findIn(project: Project): Found {
  const folder = openFolder(project);
  const runs = new Map<string, Run>();
  const sightings: Sighting[] = [];
  const commands: WholeCommand[] = [];
  const started = new Set<string>();
  for (const finder of finders) {
    let count = 0;
    for (const one of finder(folder)) {
      if (ofTestData.test(one.file)) continue;
      if ('kind' in one) sightings.push(one);
      else {
        if (one.guessed && one.targets?.every((target) => started.has(target))) continue;
        const command = withSettings(one, folder);
        const run = completeRun(one, command, folder);
        const key = `${run.moment}\n${run.file}\n${run.line}\n${run.command}`;
        if (!runs.has(key)) runs.set(key, run);
        for (const target of run.targets) started.add(target);
        if (!one.only) commands.push({ run, command });
      }
      if (++count >= runLimit) break;
    }
  }
  return { folder, commands, sightings, runs: [...runs.values()].sort((a, b) => moments.indexOf(a.moment) - moments.indexOf(b.moment)) };
}
