import { fingerprint, type Fingerprint } from '../../utils/core/fingerprint.ts';
import { discWithin, inMemory, inPack, wholeWithin } from '../../utils/core/photo-likeness.ts';
import { centreCrops, windowHashes } from '../../utils/core/scale-grid.ts';
import { decodePicture } from '../../utils/cli/decode-picture.ts';
import { drawPortrait } from './draw-portrait.mts';
import { distancesOf, isAmong, type Distances } from './image-distances.mts';
import { percent, type Share } from './interval.mts';
import { table } from './markdown.mts';
import { rows, type Row } from './picture-changes.mts';

/** 110,215 pairs of different pictures; so many of them are changed in every way, and looked at with the deep check. */
const portraits = 470;
const changed = 60;
const deeplyChecked = 20;
/** Pictures at a time: while one is hashed, others are encoded and decoded. */
const atOnce = 4;

interface Original { readonly file: Buffer; readonly print: Fingerprint; readonly crops: readonly Uint8Array[]; readonly windows?: readonly Uint8Array[] }

/** Match rates of changed pictures and false matches between different ones, as a part of docs/evaluation.md. */
export async function imageReport(): Promise<string> {
  const originals = await mapSome(Array.from({ length: portraits }, (_, seed) => seed), drawOriginal);
  const lines: string[][] = [];
  for (const row of rows) lines.push(await lineOf(row, originals));
  return [
    table(['change', `whole, ${wholeWithin}`, `disc, ${discWithin}`, 'either', 'deep check, the part met first', 'deep check, the whole met first'], lines),
    falseMatches(originals),
  ].join('\n\n');
}

async function drawOriginal(seed: number): Promise<Original> {
  const file = await drawPortrait(seed);
  const pixels = await decodePicture(file);
  const print = printOf(fingerprint(pixels));
  if (!print) throw new Error(`The portrait of seed ${seed} does not pass the gates, so it stands for no photo: change how it is drawn.`);
  return { file, print, crops: centreCrops(pixels), ...(seed < deeplyChecked && { windows: [...windowHashes(pixels)] }) };
}

/** A picture that the gates refuse is compared with nothing: it counts as missed. */
const printOf = (result: ReturnType<typeof fingerprint>) => ('print' in result ? result.print : undefined);

async function lineOf({ name, changes, cropped }: Row, originals: readonly Original[]): Promise<string[]> {
  const pairs = originals.slice(0, changed).flatMap((original) => changes.map((change) => ({ original, change })));
  const met = await mapSome(pairs, async ({ original, change }) => ({
    original, print: printOf(fingerprint(await decodePicture(await change(original.file)))),
  }));
  const near = (holds: (distances: Distances) => boolean) =>
    percent({ hits: met.filter(({ original, print }) => print && holds(distancesOf(print, original.print))).length, of: met.length });
  const windowed = met.filter(({ original: { windows } }) => windows);
  const among = (some: typeof met, hashes: (original: Original) => readonly Uint8Array[]) =>
    percent({ hits: some.filter(({ original, print }) => print && isAmong(print, hashes(original), wholeWithin)).length, of: some.length });
  return [
    name, near(({ whole }) => whole <= wholeWithin), near(({ disc }) => disc <= discWithin), near((distances) => inMemory(distances) !== undefined),
    ...(cropped ? [among(windowed, ({ windows = [] }) => windows), among(met, ({ crops }) => crops)] : ['', '']),
  ];
}

function falseMatches(originals: readonly Original[]): string {
  const distances = originals.flatMap(({ print }, i) => originals.slice(0, i).map((other) => distancesOf(print, other.print)));
  const nearest = (kind: keyof Distances) => String(distances.reduce((least, one) => Math.min(least, one[kind]), 256));
  const line = (name: string, holds: (one: Distances) => boolean): [string, Share] => [name, { hits: distances.filter(holds).length, of: distances.length }];
  const deep = originals.flatMap((one) => originals.filter((other) => other !== one).map((other) => ({ one, other })));
  const windowed = deep.filter(({ one }) => one.windows);
  const counted: [string, Share][] = [
    line(`own memory (whole ${wholeWithin} or disc ${discWithin})`, (one) => inMemory(one) !== undefined),
    line('a list of reported photos', (one) => inPack(one) !== undefined),
    ['deep check, parts of the one against the other', { hits: windowed.filter(({ one, other }) => isAmong(other.print, one.windows!, wholeWithin)).length, of: windowed.length }],
    ['deep check, the one against parts of the other', { hits: deep.filter(({ one, other }) => isAmong(other.print, one.crops, wholeWithin)).length, of: deep.length }],
  ];
  return [
    table(['thresholds of', 'pairs of different pictures that match'], counted.map(([name, { hits, of }]) => [name, `${hits} of ${of}`])),
    `Nearest pair of different pictures: whole ${nearest('whole')}, disc ${nearest('disc')}, difference hash ${nearest('difference')} of 256 bits.`,
  ].join('\n\n');
}

/** Like `Promise.all` over `map`, a few at a time, results in the order of the items. */
async function mapSome<Item, Result>(items: readonly Item[], change: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const takeTurns = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await change(items[i]!);
  };
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
  return results;
}
