import { HashPlanes } from '../core/hash-planes.ts';
import { wholeWithin } from '../core/photo-likeness.ts';
import type { Pixels } from '../core/pixels.ts';
import { windowHashes } from '../core/scale-grid.ts';
import { database } from './database.ts';
import { photoSlots, slotsPerSegment } from './photo-slots.ts';
import { otherIn } from './photos.ts';
import type { Print } from './print-bytes.ts';
import type { PhotoRow, Rows } from './rows.ts';

/**
 * The closer look at the person's click: is this photo cut out of a remembered one, or a remembered one out of this? The first is asked of the
 * centre crops kept of every photo, the second of a grid of windows over this picture. Both are too much for every face that is met.
 *
 * Layout   Segments of 128 slots, eight hashes each: 32 kB to write for a photo, 26 MB to read for 100,000.
 */
const cropsEach = 8;
const slotsPerCrops = 128;
const bytesPerCrops = slotsPerCrops * cropsEach * 32;
/** Windows compared between two breaths: others wait for the background meanwhile, at 100,000 photos for some 20 ms. */
const windowsAtOnce = 32;

/** Segments to be stored when these slots get these crops. None: a slot must not keep those of the photo it held before. */
export async function cropRows(crops: ReadonlyMap<number, readonly Uint8Array[] | undefined>): Promise<Rows['photoCrops'][]> {
  const segments = [...new Set([...crops.keys()].map((slot) => Math.floor(slot / slotsPerCrops)))];
  return Promise.all(segments.map(async (segment) => {
    const key = String(segment);
    const stored = await database.get('photoCrops', key);
    const planes = HashPlanes.read(isWhole(stored) ? stored.crops : new ArrayBuffer(bytesPerCrops));
    for (const [slot, hashes] of crops) {
      if (Math.floor(slot / slotsPerCrops) !== segment) continue;
      for (let i = 0; i < cropsEach; i++) planes.set((slot % slotsPerCrops) * cropsEach + i, hashes?.[i] ?? nothing);
    }
    return { key, crops: planes.bytes() };
  }));
}

const nothing = new Uint8Array(32);
/** What is cut off is passed over and written anew with the next photo. */
const isWhole = (row: Rows['photoCrops'] | undefined): row is Rows['photoCrops'] => row?.crops instanceof ArrayBuffer && row.crops.byteLength === bytesPerCrops;

/** Key of somebody else's photo that this one is cut out of, or that is cut out of this one. */
export async function findCrop(photo: Pick<PhotoRow, 'key' | 'profile'>, print: Print, pixels: Pixels): Promise<string | undefined> {
  for (const slot of await slotsOfCrops(print)) {
    const other = await otherIn(slot, photo);
    if (other) return other.key;
  }
  return findInWindows(photo, pixels);
}

async function slotsOfCrops({ whole, mirror }: Print): Promise<Set<number>> {
  const slots = new Set<number>();
  for (const row of (await database.all('photoCrops')).filter(isWhole)) {
    const planes = HashPlanes.read(row.crops);
    const note = (index: number) => slots.add(Number(row.key) * slotsPerCrops + Math.floor(index / cropsEach));
    for (const hash of [whole, mirror]) planes.search(hash, wholeWithin, note);
  }
  return slots;
}

async function findInWindows(photo: Pick<PhotoRow, 'key' | 'profile'>, pixels: Pixels): Promise<string | undefined> {
  const { planes } = await photoSlots();
  const asked = new Set<number>();
  let windows = 0;
  for (const hash of windowHashes(pixels)) {
    const slots: number[] = [];
    planes.forEach((whole, number) => whole.search(hash, wholeWithin, (index) => slots.push(number * slotsPerSegment + index)));
    for (const slot of slots) {
      const other = asked.has(slot) ? undefined : await otherIn(slot, photo);
      if (other) return other.key;
      asked.add(slot);
    }
    if (++windows % windowsAtOnce === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return undefined;
}
