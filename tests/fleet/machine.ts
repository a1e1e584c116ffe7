import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';

/** A stand-in for a computer an organisation looks after: policy folders in /etc that only the programs it starts can see. */
export interface Machine {
  /** Path of a program that starts the given one on this machine. */
  wrap(program: string): Promise<string>;
  readonly policies: Readonly<Record<BrowserKind, PolicyFolder>>;
  remove(): Promise<void>;
}
export interface PolicyFolder { write(name: string, policy: unknown): Promise<void>; take(name: string): Promise<void> }

/** Folders below /etc where Debian's browsers look. Firefox ESR takes the one without "esr" in its name. */
const places: Readonly<Record<BrowserKind, string>> = { chromium: 'chromium/policies/managed', firefox: 'firefox/policies' };

/**
 * A read-only layer over /etc makes the folders, which need not exist there, in a mount namespace that ends with the program. Policy files are bound into
 * them from outside: a change there is noticed like that of any file, which a change of the layer would not be.
 */
const mounting = (root: string): string =>
  [`mount -t overlay overlay -o lowerdir=${root}/etc:/etc /etc`, ...Object.entries(places).map(([kind, place]) => `mount --bind ${root}/${kind} /etc/${place}`)].join(' && ');

export async function makeMachine(): Promise<Machine> {
  const root = await mkdtemp(join(tmpdir(), 'bonafide-machine-'));
  for (const [kind, place] of Object.entries(places)) {
    await mkdir(join(root, kind));
    await mkdir(join(root, 'etc', place), { recursive: true });
  }
  return {
    wrap: async (program) => {
      const path = join(root, 'start');
      await writeFile(path, `#!/bin/sh\nexec unshare --mount sh -c '${mounting(root)} && exec "$0" "$@"' ${program} "$@"\n`);
      await chmod(path, 0o755);
      return path;
    },
    policies: { chromium: policyFolder(join(root, 'chromium')), firefox: policyFolder(join(root, 'firefox')) },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

const policyFolder = (folder: string): PolicyFolder => ({
  write: (name, policy) => writeFile(join(folder, name), JSON.stringify(policy, null, 2)),
  take: (name) => rm(join(folder, name)),
});

/** Why there can be no such machine here, or undefined. */
export function machineFault(): string | undefined {
  if (process.platform !== 'linux') return 'policies of browsers are tried on Linux only';
  if (process.getuid?.() !== 0) return 'policies of browsers are tried as root only: their folders in /etc are laid over in a mount namespace';
  const { status, error, stderr } = spawnSync('unshare', ['--mount', 'mount', '-t', 'overlay', 'overlay', '-o', `lowerdir=${tmpdir()}:/etc`, '/etc'], { encoding: 'utf8' });
  return status === 0 ? undefined : `policies of browsers cannot be tried here, as nothing can be laid over /etc in a mount namespace (${(error?.message ?? stderr).trim()})`;
}

/** What could be left behind of it: mounts, and what stands in the folders of policies. */
export async function tracesOnSystem(): Promise<readonly string[]> {
  const { stdout } = spawnSync('findmnt', ['--noheadings', '--list', '--output', 'TARGET'], { encoding: 'utf8' });
  const listed = Object.values(places).map(async (place) => [`/etc/${place}`, ...await readdir(`/etc/${place}`).catch(() => ['does not exist'])].join(' '));
  return [...stdout.split('\n').filter((target) => target.startsWith('/etc')), ...await Promise.all(listed)];
}
