import { lockEntries, type LockEntry } from '../packages/lock-entries.ts';
import { sourceAddress } from '../packages/source-address.ts';
import { hostKind } from '../packages/host-kind.ts';
import { isOfScope } from '../packages/is-of-scope.ts';
import { snippetAt } from '../snippet.ts';
import type { Detector, Detail, Sighting, TextFile } from '../sighting.ts';

/**
 * Addresses in a lock file that are not the registry's, and entries that take another package than they name. A company's mirror serves every
 * package; `how` tells it from a few entries that were turned elsewhere. Few are told one by one, many of one host once.
 */
export const lockSources: Detector = (file) => {
  const entries = lockEntries(file).filter(({ from }) => from !== undefined);
  return [...byHost(entries, file), ...entries.filter(takesAnother).map((entry) => sighting(entry, file, { how: 'another package', url: entry.from! }))];
};

/** Entries of one host that are told one by one. More are a registry of somebody, and one place is enough. */
const toldApart = 3;

interface Source { readonly entries: LockEntry[]; readonly how: string }

function byHost(entries: readonly LockEntry[], file: TextFile): Sighting[] {
  const hosts = new Map<string, Source>();
  for (const entry of entries) {
    const source = sourceAddress(entry.from!);
    if (!source) continue;
    const known = hosts.get(source.host);
    if (known) known.entries.push(entry);
    else hosts.set(source.host, { entries: [entry], how: source.how });
  }
  // Old lock files have no checksums at all: one that is missing tells something only where others are there.
  const areChecked = entries.some(({ isChecked }) => isChecked);
  return [...hosts].flatMap(([host, { entries: own, how }]) => {
    const isAll = own.length === entries.length && own.length > 1;
    const told = isAll || own.length > toldApart ? own.slice(0, 1) : own;
    return told.map((entry) => sighting(entry, file, {
      host, count: own.length, how: how === 'git' ? 'git' : isAll ? 'every package' : 'some packages', url: entry.from!, hostKind: hostKind(host),
      ...(areChecked && entry.isChecked === false && { isUnchecked: true }), ...(entry.runsScript && { runsOnInstall: true }), ...(isOfScope(entry.name, host) && { isNamesake: true }),
    }));
  });
}

const sighting = ({ name, offset }: LockEntry, { path, text, lines }: TextFile, detail: Detail): Sighting => ({
  kind: 'lock-from-elsewhere', file: path, line: lines.lineOf(offset), snippet: snippetAt(text, offset), detail: { package: name, ...detail },
});

/** Archives in a registry stand at `/name/-/name-1.0.0.tgz`. */
const inRegistry = /^https?:\/\/registry\.(?:npmjs\.org|yarnpkg\.com)\/((?:@|%40)[^/]+(?:\/|%2f)[^/]+|[^/]+)\/-\//i;

function takesAnother({ name, from }: LockEntry): boolean {
  const taken = inRegistry.exec(from!)?.[1]?.replace(/%40/i, '@').replace(/%2f/i, '/');
  return taken !== undefined && taken.toLowerCase() !== name.toLowerCase();
}
