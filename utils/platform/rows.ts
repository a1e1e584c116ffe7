/** What is kept in the extension's own IndexedDB. Days are numbers of whole days since 1970 in local time. */
export interface Rows {
  /** `json` is the pack as it came; `sha256` names the bundled file it came from. */
  packs: { readonly key: string; readonly version: number; readonly sha256: string; readonly json: string };
  /** Bytes of a large list, keyed by their SHA-256. */
  lists: { readonly key: string; readonly bytes: ArrayBuffer };
  /** That somebody was met, under a salted key: no name, no text. */
  contacts: { readonly key: string; readonly first: number; readonly last: number };
  photos: PhotoRow;
  /** One row: the salt of every key, and the day since which contacts are remembered without a gap. */
  origin: { readonly key: 'origin'; readonly salt: string; readonly since: number };
}
export interface PhotoRow {
  readonly key: string;
  /** Salted keys of the profile, `kind:digest`. */
  readonly profile: readonly string[];
  readonly sha256?: string;
  readonly hash: Uint8Array;
  /** ISO 8601, from the photo's address. */
  readonly uploaded?: string;
  readonly first: number;
  readonly last: number;
}
export type StoreName = keyof Rows;
export const storeNames = ['packs', 'lists', 'contacts', 'photos', 'origin'] as const satisfies readonly StoreName[];

export interface Change {
  /** Emptied before anything is put. */
  readonly clear?: readonly StoreName[];
  readonly put?: { readonly [S in StoreName]?: readonly Rows[S][] };
}

export interface Store {
  readonly get: <S extends StoreName>(store: S, key: string) => Promise<Rows[S] | undefined>;
  readonly all: <S extends StoreName>(store: S) => Promise<Rows[S][]>;
  /** Photos remembered under one profile key. */
  readonly photosOf: (profileKey: string) => Promise<PhotoRow[]>;
  /** One transaction: all of it or nothing. */
  readonly change: (change: Change) => Promise<void>;
  /** Removes what was last seen before a day. */
  readonly dropBefore: (store: 'contacts' | 'photos', day: number) => Promise<void>;
}
