import type { Command } from './command.ts';
import { complain } from './results.ts';

type Action = (args: string[]) => Promise<void>;

const actions: Record<string, () => Promise<Action>> = {
  init: async () => (await import('./pack/init-pack.ts')).initPack,
  add: async () => (await import('./pack/add-to-pack.ts')).addToPack,
  build: async () => (await import('./pack/check-and-build.ts')).checkAndBuild,
  sign: async () => (await import('./pack/sign-pack.ts')).signPack,
  publish: async () => (await import('./pack/sign-pack.ts')).publishSigned,
  rotate: async () => (await import('./pack/rotate-keys.ts')).rotateKeys,
  verify: async () => (await import('./pack/verify-pack.ts')).verifyPack,
  diff: async () => (await import('./pack/diff-packs.ts')).diffPacks,
};

export const packCommand: Command = {
  help: `pack init FOLDER [--id ID] [--keys 3] [--threshold 2]   a folder for an own pack, with new keys
pack add FOLDER FILE...                what it holds: rules, lists, MISP events and feeds, STIX 2.1 bundles
pack build FOLDER                      checks everything, runs the cases, builds the next version
pack sign FOLDER                       says with the targets key that this version is right
pack publish FOLDER [--to DIRECTORY]   makes it visible with the online key; again every day before it runs out
pack rotate FOLDER NAME...             new keys in place of these: root-1, targets, online
pack verify FOLDER|URL [--root FILE]   takes it as an independent client and checks all of it
pack diff OLD NEW                      what changed, and whose level (folders, pack.json files)

  --keys-in DIRECTORY   where keys lie (sign, publish, rotate); otherwise in the folder's keys/
  --days N              how long signatures hold (sign: 90; publish: 7 and 14; rotate: 365)
  --json                verify and diff: one JSON object
  --own-cases           diff: only the cases of the packs' own rules, not the extension's thousands
  BONAFIDE_PASSPHRASE   encrypts new keys and opens encrypted ones

Exit code: 0 done or accepted, 1 a case fails or a pack is refused, 2 an input could not be read. docs/packs.md has
the whole way from nothing to a fleet.`,

  async run([name, ...args]) {
    const load = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!load) return complain(`pack cannot "${name ?? ''}": use ${Object.keys(actions).join(', ')}.`);
    await (await load())(args);
  },
};
