import type { Likeness } from '../core/photo-likeness.ts';
import type { Said } from './said-history.ts';

/** What is kept in the extension's own IndexedDB. Days are numbers of whole days since 1970 in local time. */
export interface Rows {
  packs: PackRow;
  /** Bytes of a large list, keyed by their SHA-256. */
  lists: { readonly key: string; readonly bytes: ArrayBuffer };
  contacts: ContactRow;
  photos: PhotoRow;
  /** Hashes of photos in segments of slots; see photo-slots.ts. `key` is the segment's number. */
  photoHashes: { readonly key: string; readonly whole: ArrayBuffer; readonly disc: ArrayBuffer };
  /** Hashes of their centre crops, for the closer look only; see photo-crops.ts. */
  photoCrops: { readonly key: string; readonly crops: ArrayBuffer };
  /** One row: the salt of every key, and the day since which contacts are remembered without a gap. */
  origin: { readonly key: 'origin'; readonly salt: string; readonly since: number };
  trust: TrustRow;
  outbox: OutboxRow;
}
/** A pack as it came. `base` are the public rules that judge, `private:<id>` those of an organisation, `previous:<key>` what judged before. */
export interface PackRow {
  readonly key: string;
  readonly version: number;
  /** Of `json`, in hex. */
  readonly sha256: string;
  readonly json: string;
  /** Left out: it came with the extension. */
  readonly from?: 'public' | 'private';
  /** `start` of the trust (TrustRow) that it was taken under. */
  readonly start?: string;
}
/** What is trusted of a place that packs are fetched from, by the key of its pack. */
export interface TrustRow {
  readonly key: string;
  /** SHA-256 of the root that this began with: another one begins anew. */
  readonly start: string;
  /** Verified metadata by role, as they came; see pack-client.ts. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The highest version that somebody went back from: it is not taken again. */
  readonly refused?: number;
}
/** An event that waits to be told to an organisation's collector. */
export interface OutboxRow {
  /** UUIDv7: the event's own id, so that a collector that hears it twice knows. */
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  readonly level: string;
  /** The event as JSON. */
  readonly body: string;
}
/** That somebody was met and what was asked, under salted digests: no name, no text. */
export interface ContactRow {
  readonly key: string;
  /** Salted digests this contact is found by, `kind:digest`: whose profile or mail, name with company (`pair`), telling links (`link`). */
  readonly traces: readonly string[];
  readonly first: number;
  readonly last: number;
  /** True when it was certain on the first day that the two never met before. */
  readonly fresh: boolean;
  /** Bits: 1 LinkedIn, 2 mail, 4 elsewhere. */
  readonly channels: number;
  /** First day on which each thing was asked for, by the mark's last word. */
  readonly asks: Readonly<Record<string, number>>;
  readonly names: readonly Said[];
  readonly employers: readonly Said[];
  readonly mailDomain?: string;
  /** Digests of personal interview links. */
  readonly interviews: readonly string[];
}
export interface PhotoRow {
  readonly key: string;
  /** Salted keys of the profile, `kind:digest`. */
  readonly profile: readonly string[];
  /** Its place among the hashes of all photos. */
  readonly slot: number;
  /** All six hashes of the picture, 32 bytes each, in the order of print-bytes.ts. */
  readonly print: Uint8Array;
  /** True for the picture itself, false for what stood on the screen, which may be cut to a circle. */
  readonly fetched: boolean;
  /** ISO 8601, from the photo's address. */
  readonly uploaded?: string;
  readonly first: number;
  readonly last: number;
  /** Key of the photo that this one was found to be cut out of, or the other way round. */
  readonly cropOf?: string;
  /** What came of comparing it with a pack's list of reported photos, `by` the list's SHA-256. */
  readonly reported?: { readonly by: string; readonly as?: Likeness };
}
/** Most contacts that one trace may find: more people than share one secret have no secret. */
export const mostPerTrace = 8;
export type StoreName = keyof Rows;
export const storeNames = ['packs', 'lists', 'contacts', 'photos', 'photoHashes', 'photoCrops', 'origin', 'trust', 'outbox'] as const satisfies readonly StoreName[];

export interface Change {
  /** Emptied before anything is put. */
  readonly clear?: readonly StoreName[];
  readonly put?: { readonly [S in StoreName]?: readonly Rows[S][] };
  /** Keys to be removed, before anything is put. */
  readonly drop?: { readonly [S in StoreName]?: readonly string[] };
}

export interface Store {
  readonly get: <S extends StoreName>(store: S, key: string) => Promise<Rows[S] | undefined>;
  readonly all: <S extends StoreName>(store: S) => Promise<Rows[S][]>;
  readonly keys: (store: StoreName) => Promise<string[]>;
  /** Events to be told at a time in milliseconds since 1970 or before it, the most overdue first. */
  readonly dueEvents: (at: number, most: number) => Promise<OutboxRow[]>;
  /** Photos remembered under one profile key. */
  readonly photosOf: (profileKey: string) => Promise<PhotoRow[]>;
  /** Photos in slots from `first` to `last`, both included. */
  readonly photosIn: (first: number, last: number) => Promise<PhotoRow[]>;
  /** Photos last seen before a day, or simply the oldest, `most` of them, the oldest first. */
  readonly oldestPhotos: (limit: { readonly before?: number; readonly most?: number }) => Promise<PhotoRow[]>;
  readonly countPhotos: () => Promise<number>;
  /** Contacts found by any of these traces, each once, read in one transaction. */
  readonly contactsBy: (traces: readonly string[]) => Promise<ContactRow[]>;
  /** Reads and writes one contact in one transaction. Undefined instead of a row: nothing is written. */
  readonly editContact: (key: string, edit: (old: ContactRow | undefined) => ContactRow | undefined) => Promise<void>;
  /** One transaction: all of it or nothing. */
  readonly change: (change: Change) => Promise<void>;
  /** Removes contacts that were last seen before a day. */
  readonly dropBefore: (day: number) => Promise<void>;
}
