import type { Project } from './project.ts';

/** A place where a project can be tried and nothing of value can be lost, with commands to copy. */
export interface SafePlace { readonly title: string; readonly note: string; readonly commands: readonly string[] }

type Language = 'node' | 'python' | 'other';

/** An image to run in, and the step that fetches packages without running anything of them; empty where none is known. */
interface Tools { readonly image: string; readonly fetch: string }
const tools: Readonly<Record<Language, Tools>> = {
  node: { image: 'node:22', fetch: 'npm install --ignore-scripts' },
  python: { image: 'python:3.13', fetch: 'pip download --no-deps --only-binary :all: -r requirements.txt -d wheels' },
  other: { image: 'debian:stable', fetch: '' },
};

/**
 * A container without the person's rights. Sources of all commands: docs.docker.com/reference/cli/docker/container/run,
 * docs.github.com/codespaces, documentation.ubuntu.com/multipass.
 */
const confined = 'docker run --rm -it --cap-drop ALL --security-opt no-new-privileges --memory 2g --pids-limit 256';

/** Commands to copy, of our own words only: whatever a project or a link brings could be a command too. To be run in the project's folder. */
export interface ThrowawayCommands {
  readonly machine: readonly string[];
  readonly machineAfter: string;
  /** A container that has no network and cannot write into the folder. */
  readonly offline: string;
  /** A container with a copy of the folder, and network to fetch packages; none where no way to fetch them is known. */
  readonly install?: string;
}

export function throwawayCommands(paths: readonly string[]): ThrowawayCommands {
  const { image, fetch } = tools[languageOf(paths)];
  return {
    machine: ['multipass launch --name throwaway', 'multipass transfer --recursive . throwaway:task', 'multipass shell throwaway'],
    machineAfter: 'multipass delete --purge throwaway',
    offline: `${confined} --network none -v "$PWD":/project:ro -w /project ${image} bash`,
    ...(fetch && { install: `${confined} -v "$PWD":/from:ro ${image} bash -c "cp -r /from /tmp/project && cd /tmp/project && ${fetch} && exec bash"` }),
  };
}

/** Where to try a project, for people at a command line. */
export function safePlaces({ files }: Project): readonly SafePlace[] {
  const { machine, machineAfter, offline, install } = throwawayCommands(files.map(({ path }) => path));
  return [
    {
      title: 'A virtual machine that is thrown away',
      note: 'Sign in to nothing there: no browser profile, no wallet, no keys. On Windows Pro, Windows Sandbox does the same.',
      commands: [...machine, machineAfter],
    },
    {
      title: 'A container that has no network and cannot write into the folder',
      note: `Run it in the project's folder.${install ? ' The second command has network, to install packages into a copy without starting anything of them.' : ''}`,
      commands: [offline, ...(install ? [install] : [])],
    },
    {
      title: 'GitHub Codespaces: a computer that is not yours',
      note: 'A codespace can reach what your account can: use an account that has nothing.',
      commands: ['gh codespace create --repo OWNER/REPOSITORY', 'gh codespace ssh', 'gh codespace delete'],
    },
  ];
}

function languageOf(paths: readonly string[]): Language {
  if (paths.some((path) => /(?:^|\/)package\.json$/.test(path))) return 'node';
  return paths.some((path) => /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|setup\.py)$|\.py$/.test(path)) ? 'python' : 'other';
}
