import { FiltersEngine, Request } from '@ghostery/adblocker';
import { HashSet } from '../../utils/core/hash-set.ts';

/** One way to keep hosts and ask whether one is among them. `keep` gives what IndexedDB holds, `open` makes it usable again. */
export interface Membership {
  readonly keep: (hosts: readonly string[]) => unknown;
  readonly open: (kept: never) => (host: string) => boolean;
}

export const kinds: Readonly<Record<string, Membership>> = {
  'sorted hashes (ours)': {
    keep: (hosts) => HashSet.from(hosts).bytes(),
    open: (bytes: ArrayBuffer) => {
      const set = HashSet.read(bytes);
      return (host) => set.has(host);
    },
  },
  'array, then Set': {
    keep: (hosts) => hosts,
    open: (hosts: string[]) => {
      const set = new Set(hosts);
      return (host) => set.has(host);
    },
  },
  '@ghostery/adblocker': {
    keep: (hosts) => FiltersEngine.parse(hosts.map((host) => `||${host}^`).join('\n')).serialize(),
    open: (bytes: Uint8Array) => {
      const engine = FiltersEngine.deserialize(bytes);
      return (host) => engine.match(Request.fromRawDetails({ url: `https://${host}/`, type: 'document' })).match;
    },
  },
};
