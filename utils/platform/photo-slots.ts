import { HashPlanes } from '../core/hash-planes.ts';
import { nearPrints } from '../core/near-prints.ts';
import { inMemory, type Likeness } from '../core/photo-likeness.ts';
import { connected, database } from './database.ts';
import { printOf, type Print } from './print-bytes.ts';
import type { Rows } from './rows.ts';
import { keepTrouble } from './trouble.ts';

/**
 * The hashes of all remembered photos, ready to be searched.
 *
 * Why      Every face that is met is compared with all of up to 100,000. Two planes a segment are stored as they are searched, so a worker
 *          that wakes reads 6.4 MB in one go and turns nothing round; a row each would be read and unpacked one by one.
 * Layout   Segments of 1,024 slots, `whole` and `disc` 32 bytes a slot. A photo's row names its slot. A slot of zeros is free: a hash has
 *          half of its bits set, so nothing is ever alike. Remembering a photo writes one segment, 64 kB, in the transaction of its row.
 * Repair   The rows hold all hashes too. A segment that is lost or cut off is made anew from them.
 * Tried    All in one value (6.4 MB to write for each photo), a row a photo (a read 11 to 35 times as long), an index (100,000 are
 *          compared in 6 ms in Chromium and 11 ms in Firefox without one, on a busy machine: `npm run bench -- --only photo-memory`).
 */
export const slotsPerSegment = 1_024;
/** Most photos that are remembered; the oldest leave first. Hashes 6.4 MB, crops 26 MB, rows 19 MB and what keys and indexes take. */
export const mostPhotos = 100_000;

interface Segment { readonly whole: HashPlanes; readonly disc: HashPlanes }
/** Where something alike stands. */
export interface Hit { readonly slot: number; readonly likeness: Likeness }

const nothing = new Uint8Array(32);

export class PhotoSlots {
  readonly #segments: Segment[];
  readonly #free: number[] = [];

  constructor(segments: Segment[]) {
    this.#segments = segments;
    segments.forEach(({ whole }, number) => whole.search(nothing, 0, (index) => this.#offer(number * slotsPerSegment + index)));
    // The lowest first: what is remembered stays close together.
    this.#free.reverse();
  }

  get planes(): readonly HashPlanes[] {
    return this.#segments.map(({ whole }) => whole);
  }

  /** A free slot; undefined when there is none. */
  take(): number | undefined {
    const first = this.#segments.length * slotsPerSegment;
    if (this.#free.length === 0 && first < mostPhotos) {
      this.#segments.push(emptySegment());
      for (let slot = first + slotsPerSegment - 1; slot >= first; slot--) this.#offer(slot);
    }
    return this.#free.pop();
  }

  set(slot: number, { whole, disc }: Pick<Print, 'whole' | 'disc'>): void {
    const segment = this.#segments[Math.floor(slot / slotsPerSegment)]!;
    segment.whole.set(slot % slotsPerSegment, whole);
    segment.disc.set(slot % slotsPerSegment, disc);
  }

  at(slot: number): Pick<Print, 'whole' | 'disc'> {
    const { whole, disc } = this.#segments[Math.floor(slot / slotsPerSegment)]!;
    return { whole: whole.at(slot % slotsPerSegment), disc: disc.at(slot % slotsPerSegment) };
  }

  release(slot: number): void {
    this.set(slot, { whole: nothing, disc: nothing });
    this.#offer(slot);
  }

  /** The segments that hold these slots, as they are stored. */
  rows(slots: readonly number[]): Rows['photoHashes'][] {
    return [...new Set(slots.map((slot) => Math.floor(slot / slotsPerSegment)))].map((number) => {
      const { whole, disc } = this.#segments[number]!;
      return { key: String(number), whole: whole.bytes(), disc: disc.bytes() };
    });
  }

  /** Everything alike, plain or mirrored, the surest first. */
  search(print: Print): Hit[] {
    const hits: Hit[] = [];
    this.#segments.forEach((segment, number) => {
      for (const [index, distances] of nearPrints(segment, print)) hits.push({ slot: number * slotsPerSegment + index, likeness: inMemory(distances)! });
    });
    return hits.sort((a, b) => Number(b.likeness === 'same') - Number(a.likeness === 'same'));
  }

  #offer(slot: number): void {
    if (slot < mostPhotos) this.#free.push(slot);
  }
}

const emptySegment = (): Segment => ({ whole: emptyPlanes(), disc: emptyPlanes() });
const emptyPlanes = () => HashPlanes.read(new ArrayBuffer(slotsPerSegment * 32));

/** Read once in a worker's life, and again when the browser took the database away. */
let kept: { readonly over: unknown; readonly slots: Promise<PhotoSlots> } | undefined;
export const forgetSlots = (): void => {
  kept = undefined;
};

export async function photoSlots(): Promise<PhotoSlots> {
  if (kept && kept.over === connected()) return kept.slots;
  const slots = readSlots();
  kept = { over: connected(), slots };
  slots.catch(forgetSlots);
  return slots;
}

async function readSlots(): Promise<PhotoSlots> {
  const stored = await database.all('photoHashes');
  const byNumber = new Map(stored.map((row) => [Number(row.key), row]));
  const held = Math.max(-1, ...byNumber.keys()) + 1;
  // Rows beyond the last segment: it was lost, and its slots are not free.
  const beyond = await database.photosIn(held * slotsPerSegment, Infinity);
  const length = beyond.reduce((most, { slot }) => Math.max(most, Math.floor(slot / slotsPerSegment) + 1), held);
  return new PhotoSlots(await Promise.all(Array.from({ length }, (_, number) => openSegment(byNumber.get(number)) ?? mendSegment(number))));
}

function openSegment(row: Rows['photoHashes'] | undefined): Segment | undefined {
  const isWhole = row && [row.whole, row.disc].every((bytes) => bytes instanceof ArrayBuffer && bytes.byteLength === slotsPerSegment * 32);
  return isWhole ? { whole: HashPlanes.read(row.whole), disc: HashPlanes.read(row.disc) } : undefined;
}

async function mendSegment(number: number): Promise<Segment> {
  const segment = emptySegment();
  const first = number * slotsPerSegment;
  for (const { slot, print } of await database.photosIn(first, first + slotsPerSegment - 1)) {
    segment.whole.set(slot - first, printOf(print).whole);
    segment.disc.set(slot - first, printOf(print).disc);
  }
  await keepTrouble('photos', 'A part of the remembered photos was damaged and was made anew from the rest.', new Error(`segment ${number}`));
  return segment;
}
