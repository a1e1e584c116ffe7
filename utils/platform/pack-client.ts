import { TUFClient, type FileBackend } from '@freedomofpress/tuf-browser';
import { packLimits } from '../core/pack-limits.ts';
import { fetchPackFile } from './fetch-pack-file.ts';
import { PackFault } from './pack-fault.ts';
import { readMetadata, roles, type Role, type Target } from './pack-metadata.ts';
import type { TrustRow } from './rows.ts';

/** Metadata by role, as they came. */
type Metadata = TrustRow['metadata'];
export interface Refreshed {
  readonly metadata: Metadata;
  readonly targets: Readonly<Record<string, Target>>;
}
/** What was learned before it went wrong: a newer root, which stays. */
export class HalfRefreshed extends Error {
  readonly fault: PackFault;
  readonly metadata: Metadata;

  constructor(fault: PackFault, metadata: Metadata) {
    super(fault.message);
    this.fault = fault;
    this.metadata = metadata;
  }
}

/** New roots taken at one look (TUF 1.0, 5.3.3 asks for a bound); a publisher makes one a year. */
const mostRoots = 32;
const year = 366 * 86_400_000;

/**
 * Asks the place of a pack what is signed there, by The Update Framework 1.0: a chain of roots from the one we hold, then timestamp, snapshot and
 * targets, none older than what was seen before.
 *
 * The library (@freedomofpress/tuf-browser, read at 0.1.8) verifies; what it leaves open is closed around it. Every file goes through `fetchMetafileBase`,
 * which is ours: lengths, addresses and times are bounded, and each file is held against its schema before it is looked at. Its storage is a map that
 * becomes the next trust only when all went well, because a worker that dies behind a new timestamp would believe for ever that it has what belongs
 * to it. When the timestamp is the one we have, it looks no further: that nothing ran out is asked here, each time.
 */
export async function refreshMetadata(url: string, start: string, before: Metadata, now: number): Promise<Refreshed> {
  const held = new Map<string, string>(Object.entries(before));
  const client = new TUFClient(`${url}/metadata/`, start, 'pack', `${url}/targets/`, { backend: backendOver(held) });
  /** When each file that was looked at runs out. */
  const ends = new Map<string, number>();
  let roots = 0;
  (client as unknown as Seam).fetchMetafileBase = async (role, version) => {
    const name = version === -1 ? `${role}.json` : `${version}.${role}.json`;
    const isRoot = role === 'root';
    if (isRoot && ++roots > mostRoots) throw new PackFault('untrusted', `There are more than ${mostRoots} new roots.`);
    const bytes = await fetchPackFile(`${url}/metadata/${name}`, { most: packLimits.metadata });
    if (bytes) {
      ends.set(role, Date.parse(readMetadata(role as Role, decode(bytes)).expires));
      return new Response(bytes as BodyInit);
    }
    // The library knows the end of the chain of roots by these words of an error, and by nothing else.
    if (isRoot) throw new Error('Failed to fetch: there is no newer root.');
    throw new PackFault('unreachable', `There is no ${name}.`);
  };
  try {
    ends.set('root', Date.parse(readMetadata('root', held.get('root') ?? start).expires));
    await client.updateTUF();
    return verified(Object.fromEntries(held), now);
  } catch (error) {
    const kept = roles.flatMap((role): [string, string][] => (role === 'root' ? entry(role, held.get(role)) : held.has(role) ? entry(role, before[role]) : []));
    throw new HalfRefreshed(faultOf(error, ends, now), Object.fromEntries(kept));
  }
}

const entry = (role: string, text: string | undefined): [string, string][] => (text === undefined ? [] : [[role, text]]);

/** The one method of the library that asks the network for metadata. Its type says it is private. */
interface Seam { fetchMetafileBase: (role: string, version: number) => Promise<Response> }

function backendOver(held: Map<string, string>): FileBackend {
  const roleOf = (key: string) => key.replace(/^pack\/(.*)\.json$/, '$1');
  return {
    read: async (key) => {
      const text = held.get(roleOf(key));
      return text === undefined ? undefined : (JSON.parse(text) as Awaited<ReturnType<FileBackend['read']>>);
    },
    write: async (key, value) => void held.set(roleOf(key), JSON.stringify(value)),
    writeRaw: async (key, value) => void held.set(roleOf(key), decode(value)),
    delete: async (key) => void held.delete(roleOf(key)),
  };
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function verified(metadata: Metadata, now: number): Refreshed {
  const { targets } = metadata;
  if (targets === undefined) throw new PackFault('untrusted', 'What is signed there was signed by keys that count no more.');
  const end = endOf(metadata);
  if (end <= now) throw expired(end, now);
  return { metadata, targets: readMetadata('targets', targets).targets };
}

/** When the first of the signatures runs out, in milliseconds since 1970; the root that everything began with runs out with its successor. */
export const endOf = (metadata: Metadata): number =>
  Math.min(Infinity, ...roles.flatMap((role) => (metadata[role] === undefined ? [] : Date.parse(readMetadata(role, metadata[role]).expires))));

function expired(end: number, now: number): PackFault {
  const days = Math.round((now - end) / 86_400_000);
  // Nobody publishes a year after the end: the clock is likelier wrong than the mirror.
  const isClock = now - end > year;
  return new PackFault(isClock ? 'clock' : 'expired', `The signatures ran out ${days} days ago: ${isClock ? 'the clock of this computer is wrong, or nobody publishes there any more' : 'what is served there is no longer renewed'}.`);
}

function faultOf(error: unknown, ends: ReadonlyMap<string, number>, now: number): PackFault {
  if (error instanceof PackFault) return error;
  const said = error instanceof Error ? error.message : String(error);
  // Words of the library again: what ran out is no wrong signature, and may be our own clock. It says so only of what is signed as it should be.
  const end = ends.get(/^Freeze attack on the (\w+) metafile/.exec(said)?.[1] ?? '');
  return end === undefined ? new PackFault('untrusted', said, { cause: error }) : expired(end, now);
}
