import type { Moment } from '../../run.ts';
import { parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { packagesOf } from '../package-scripts.ts';
import { asList, asRecord, asText, textsOf } from '../plain.ts';

const momentOf = (name: string): Moment =>
  /^(?:(?:pre|post)?install|setup|prepare|bootstrap|init|deps)/i.test(name) ? 'install' : /test|lint|check/i.test(name) ? 'test' : /build|compile|bundle/i.test(name) ? 'build' : 'start';

/** Tasks of Deno, Nx, moon and Wireit: what their files call a task, a person or another tool starts. */
export const findTaskRunners: RunFinder = function* (folder) {
  for (const file of folder.named('deno.json', 'deno.jsonc')) {
    const document = folder.json(file);
    for (const [name, task] of Object.entries(asRecord(asRecord(document?.value)['tasks']))) {
      const command = asText(task) ?? asText(asRecord(task)['command']);
      if (command) yield run(file, document?.lineOf(['tasks', name]), `deno task ${name}`, name, command);
    }
  }
  for (const file of folder.named('project.json')) yield* nxTargets(file, ['targets'], folder);
  for (const { file } of packagesOf(folder)) yield* nxTargets(file, ['nx', 'targets'], folder);
  for (const file of folder.named('moon.yml')) {
    const document = folder.yaml(file);
    for (const [name, task] of Object.entries(asRecord(asRecord(document?.value)['tasks']))) {
      const words = [...textsOf(asRecord(task)['command']), ...textsOf(asRecord(task)['args'])].join(' ');
      const command = words || asText(asRecord(task)['script']);
      if (command) yield run(file, document?.lineOf(['tasks', name]), `moon ${name}`, name, command);
    }
  }
  for (const { file, manifest } of packagesOf(folder)) {
    for (const [name, task] of Object.entries(asRecord(manifest['wireit']))) {
      const command = asText(asRecord(task)['command']);
      if (command) yield run(file, folder.json(file)?.lineOf(['wireit', name]), `wireit ${name}`, name, command);
    }
  }
};

const run = (file: string, line: number | undefined, by: string, name: string, command: string): FoundRun => ({ moment: momentOf(name), file, line: line ?? 1, by, command });

/** Commands that Nx is told to run, each from the top unless it says where. */
function* nxTargets(file: string, path: readonly string[], folder: Folder): Generator<FoundRun> {
  const document = folder.json(file);
  const targets = path.reduce((value, key) => asRecord(asRecord(value)[key]), document?.value as Readonly<Record<string, unknown>>);
  for (const [name, target] of Object.entries(asRecord(targets))) {
    const options = asRecord(asRecord(target)['options']);
    const commands = [asRecord(target)['command'], options['command'], ...asList(options['commands']).map((one) => asText(one) ?? asRecord(one)['command'])].flatMap(textsOf);
    const cwd = asText(options['cwd'])?.replace(/\{workspaceRoot\}\/?/, '').replace(/\{projectRoot\}/, parentOf(file)) ?? '';
    for (const command of commands) yield { ...run(file, document?.lineOf([...path, name]), `nx ${name}`, name, command.replace(/\{projectRoot\}/g, parentOf(file) || '.')), cwd };
  }
}
