import { nameOf, parentOf } from '../folder.ts';
import type { RunFinder } from '../found-run.ts';
import { filesOfTool } from '../tool-files.ts';

/** Names of files that a person starts where no script says what to start. */
const beginning = /^(?:index|app|main|server|start|run|bot|cli|worker)\.[cm]?[jt]sx?$/;
const settings = /^([\w-]+)\.config\.[cm]?[jt]s$|^(truffle)(?:-config)?\.js$|^(gulp|Grunt)file\.[cm]?[jt]s$/;
/** Folders deep in which a project, or a part of it, begins: apps/web/src. */
const deepest = 4;

/** Files that begin a program by their name, and settings that are programs of tools, with what the tool loads besides. */
export const findPrograms: RunFinder = function* (folder) {
  for (const file of folder.paths) {
    const name = nameOf(file);
    if (file.split('/').length > deepest || isApart.test(file)) continue;
    if (beginning.test(name) && isPlaceOf.test(`/${parentOf(file)}`)) {
      yield { moment: 'start', file, line: 1, by: 'program, by its name', command: name, targets: [file], only: true, ordinary: true, guessed: true };
    }
    const tool = settings.exec(name)?.slice(1).find((one) => one !== undefined)?.toLowerCase();
    if (tool === undefined) continue;
    const targets = [file, ...filesOfTool(tool, folder, parentOf(file))];
    yield { moment: 'build', file, line: 1, by: `settings of ${tool}`, command: name, targets, only: true, ordinary: true, guessed: true };
  }
};

const isApart = /(?:^|\/)(?:node_modules|bower_components|vendor|docs?|coverage|fixtures?|__fixtures__|examples?|samples?|dist|build|test|tests|__tests__|spec)\//i;
/** The top of a project or a part of it, and the folder of its sources. */
const isPlaceOf = /^\/$|\/(?:src|server|backend|api|app|client|frontend|web|bot|lib|service)$|^\/(?:apps|packages|services)\/[^/]+$/;
