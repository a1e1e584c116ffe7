import { nameOf, parentOf, resolvePath, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, commandsOf, textsOf } from '../plain.ts';
import { reachesHost } from './docker-reach.ts';

/** Commands of a development container (containers.dev/implementors/json_reference). The first runs on the computer itself. */
const commands = ['initializeCommand', 'onCreateCommand', 'updateContentCommand', 'postCreateCommand', 'postStartCommand', 'postAttachCommand'] as const;

export const findDevContainers: RunFinder = function* (folder) {
  for (const file of folder.named('devcontainer.json', '.devcontainer.json')) {
    const document = folder.json(file);
    if (!document) continue;
    const value = asRecord(document.value);
    const cwd = workspaceOf(file);
    const run = (command: string, key: string): FoundRun => ({ moment: 'container', file, line: document.lineOf([key]), by: `dev container ${key}`, command, cwd });
    for (const key of commands) {
      const isOnHost = key === 'initializeCommand';
      for (const command of commandsOf(value[key])) yield { ...run(command, key), ...(isOnHost && { traits: ['on-host'] }) };
    }
    for (const key of ['mounts', 'runArgs', 'workspaceMount', 'privileged', 'capAdd', 'containerEnv', 'remoteEnv']) {
      const text = describe(key, value[key]);
      if (reachesHost(text)) yield { ...run(text, key), only: true, traits: ['reaches-host'] };
    }
    yield* started(file, value, folder, run);
  }
};

/** The container's own file and its parts of the project. */
function* started(file: string, value: Readonly<Record<string, unknown>>, folder: Folder, run: (command: string, key: string) => FoundRun): Generator<FoundRun> {
  const where = parentOf(file);
  const image = asText(asRecord(value['build'])['dockerfile']) ?? asText(value['dockerFile']);
  const parts: [string, string | undefined][] = [
    ['build', image],
    ...textsOf(value['dockerComposeFile']).map((path): [string, string] => ['dockerComposeFile', path]),
    ...Object.keys(asRecord(value['features'])).filter((name) => name.startsWith('.')).map((name): [string, string] => ['features', `${name}/install.sh`]),
  ];
  for (const [key, path] of parts) {
    const target = path === undefined ? undefined : resolvePath(where, path);
    if (target !== undefined && folder.has(target)) yield { ...run(path ?? '', key), targets: [target], only: true, ordinary: key !== 'features' };
  }
}

function workspaceOf(file: string): string {
  const where = parentOf(file);
  if (nameOf(file) === '.devcontainer.json') return where;
  const at = `/${where}/`.lastIndexOf('/.devcontainer/');
  return at <= 0 ? '' : where.slice(0, at - 1);
}

function describe(key: string, value: unknown): string {
  if (value === undefined) return '';
  const words = asList(value).map((item) => asText(item) ?? Object.entries(asRecord(item)).map(([name, text]) => `${name}=${String(text)}`).join(','));
  return key === 'privileged' ? (value === true ? '--privileged' : '') : key === 'capAdd' ? words.map((word) => `--cap-add=${word}`).join(' ') : words.join(' ');
}
